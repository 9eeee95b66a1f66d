import { Alert } from "@patternfly/react-core/dist/esm/components/Alert";
import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { Form, FormGroup } from "@patternfly/react-core/dist/esm/components/Form";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { createToken, ROLES, roleName, TOKENS } from "@/api/access";
import { useForgetList, useRoles } from "@/api/queries";
import { serverNow } from "@/lib/time";
import { CopyText } from "@/ui/CopyText";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { SidePanel } from "@/ui/SidePanel";

const DAY_MILLIS = 86_400_000;
const ENDS = [
  { value: "30", label: "in 30 days" },
  { value: "90", label: "in 90 days" },
  { value: "365", label: "in a year" },
  { value: "", label: "never" },
];

/** Makes an API token; the token itself is shown here, once. */
export function NewTokenDrawer({ onClose }: { onClose: () => void }) {
  const held = useRoles();
  const [role, setRole] = useState("viewer");
  const [days, setDays] = useState("90");
  const forget = useForgetList(TOKENS);
  const create = useMutation({ mutationFn: createToken, onSuccess: forget });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("token-name")).trim();
    const expiresAt = days ? new Date(serverNow() + Number(days) * DAY_MILLIS).toISOString() : undefined;
    create.mutate({ name, role: role || undefined, expiresAt });
  }
  if (create.data)
    return (
      <SidePanel title="The new token" subject="made" onClose={onClose}>
        <Alert
          variant="warning"
          isInline
          isLiveRegion
          component="h3"
          title="Copy the token now: it is not shown again."
        />
        <p className="cl-token">
          <CopyText text={create.data.token ?? ""} what="token" />
        </p>
        <p className="cl-muted">
          Send it with each request as <code>Authorization: Bearer …</code>. Who loses it makes another and
          revokes this one.
        </p>
        <Button size="sm" variant="secondary" onClick={onClose}>
          I have copied it
        </Button>
      </SidePanel>
    );
  return (
    <SidePanel title="New API token" subject="new" onClose={onClose}>
      {create.isError ? <ErrorNotice error={create.error} /> : null}
      <Form onSubmit={submit}>
        <FormGroup label="What it is for" fieldId="token-name" isRequired>
          <TextInput id="token-name" name="token-name" autoComplete="off" isRequired />
        </FormGroup>
        <FormGroup label="May do at most" fieldId="token-role">
          <FormSelect id="token-role" value={role} onChange={(_, value) => setRole(value)}>
            {ROLES.filter((one) => held.has(one.role)).map((one) => (
              <FormSelectOption key={one.role} value={one.role} label={roleName(one.role)} />
            ))}
            <FormSelectOption value="" label="All that I may" />
          </FormSelect>
        </FormGroup>
        <FormGroup label="Ends" fieldId="token-ends">
          <FormSelect id="token-ends" value={days} onChange={(_, value) => setDays(value)}>
            {ENDS.map((one) => (
              <FormSelectOption key={one.value} value={one.value} label={one.label} />
            ))}
          </FormSelect>
        </FormGroup>
        <div className="cl-actions">
          <Button type="submit" isLoading={create.isPending} isDisabled={create.isPending}>
            Create the token
          </Button>
          <Button variant="link" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </Form>
    </SidePanel>
  );
}
