import { Alert } from "@patternfly/react-core/dist/esm/components/Alert";
import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { Form, FormGroup } from "@patternfly/react-core/dist/esm/components/Form";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import { useMutation, useQuery } from "@tanstack/react-query";
import { type FormEvent, useRef } from "react";
import { post } from "@/api/client";
import { meQuery } from "@/api/queries";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { PageHead } from "@/ui/PageHead";
import { AccessTabs } from "./AccessTabs";

interface Change {
  current: string;
  new: string;
}

/** One's own password; the server says what a good one is. */
export function PasswordPage() {
  const { data: me } = useQuery(meQuery);
  const form = useRef<HTMLFormElement>(null);
  const change = useMutation({
    mutationFn: (body: Change) => post("/access/password", body),
    onSuccess: () => form.current?.reset(),
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    change.mutate({ current: String(fields.get("current")), new: String(fields.get("new")) });
  }
  return (
    <div className="cl-page">
      <AccessTabs />
      <PageHead title="Change password" />
      <section className="cl-card cl-narrow">
        {change.isError ? <ErrorNotice error={change.error} /> : null}
        {change.isSuccess ? (
          <Alert
            variant="success"
            isInline
            isLiveRegion
            component="h2"
            title="Your password is changed. Your other sessions have ended."
          />
        ) : null}
        <Form ref={form} onSubmit={submit}>
          <input
            type="text"
            name="username"
            autoComplete="username"
            value={me?.username ?? ""}
            readOnly
            hidden
          />
          <FormGroup label="Current password" fieldId="current">
            <TextInput id="current" name="current" type="password" autoComplete="current-password" required />
          </FormGroup>
          <FormGroup label="New password" fieldId="new">
            <TextInput id="new" name="new" type="password" autoComplete="new-password" required />
          </FormGroup>
          <div>
            <Button type="submit" isLoading={change.isPending} isDisabled={change.isPending}>
              Change password
            </Button>
          </div>
        </Form>
      </section>
    </div>
  );
}
