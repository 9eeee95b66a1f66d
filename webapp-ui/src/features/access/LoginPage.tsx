import { Alert } from "@patternfly/react-core/dist/esm/components/Alert";
import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { Form, FormGroup } from "@patternfly/react-core/dist/esm/components/Form";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter, useSearch } from "@tanstack/react-router";
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { signIn } from "@/api/access";
import { rememberCsrfToken } from "@/api/client";
import { ApiProblem, describeError } from "@/api/problem";
import { meQuery } from "@/api/queries";
import { first, type Search } from "@/lib/search";
import { duration } from "@/lib/time";
import { Logo } from "@/ui/Logo";
import "./login.css";

/** Name and password; afterwards the page that was asked for. */
export function LoginPage() {
  const search = useSearch({ strict: false }) as Search;
  const router = useRouter();
  const queryClient = useQueryClient();
  const [capsLock, setCapsLock] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = "Sign in · Clarion";
  }, []);
  const login = useMutation({
    mutationFn: signIn,
    onSuccess: async (me) => {
      queryClient.clear();
      rememberCsrfToken(me.csrfToken);
      queryClient.setQueryData(meQuery.queryKey, me);
      router.history.push(ownPath(first(search.next)));
    },
    onError: () => password.current?.select(),
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    login.mutate({ username: String(form.get("username")), password: String(form.get("password")) });
  }
  function watchCapsLock(event: KeyboardEvent) {
    setCapsLock(event.getModifierState?.("CapsLock") ?? false);
  }
  return (
    <main className="cl-login">
      <div className="cl-login__card">
        <Logo large />
        <h1>Sign in</h1>
        {search.expired && !login.isError ? (
          <Alert
            variant="info"
            isInline
            isPlain
            component="h2"
            title="Your session has ended. Sign in to go on where you were."
          />
        ) : null}
        {login.isError ? <Refusal error={login.error} /> : null}
        <Form onSubmit={submit}>
          <FormGroup label="User name" fieldId="username">
            <TextInput
              id="username"
              name="username"
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus
              required
            />
          </FormGroup>
          <FormGroup label="Password" fieldId="password">
            <TextInput
              ref={password}
              id="password"
              name="password"
              type="password"
              autoComplete="current-password"
              required
              aria-describedby="caps-lock"
              onKeyDown={watchCapsLock}
              onKeyUp={watchCapsLock}
            />
            <p id="caps-lock" className="cl-login__hint" aria-live="polite">
              {capsLock ? "Caps Lock is on" : ""}
            </p>
          </FormGroup>
          <Button type="submit" isBlock isLoading={login.isPending} isDisabled={login.isPending}>
            Sign in
          </Button>
        </Form>
      </div>
      <p className="cl-login__foot">TrustSec policy from what ISE knows and what switches see</p>
    </main>
  );
}

function Refusal({ error }: { error: unknown }) {
  const { title, detail } = describeError(error);
  const wait = error instanceof ApiProblem ? error.retryAfterSeconds : undefined;
  return (
    <Alert variant="danger" isInline component="h2" title={title} isLiveRegion>
      {detail} {wait ? `Try again in ${duration(wait * 1000)}.` : ""}
    </Alert>
  );
}

/** Only a path of this console: never another site. */
export function ownPath(next: string | undefined): string {
  if (!next?.startsWith("/") || next.startsWith("//") || next.startsWith("/\\") || next.startsWith("/login"))
    return "/";
  return next;
}
