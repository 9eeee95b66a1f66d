import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { Form, FormGroup } from "@patternfly/react-core/dist/esm/components/Form";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { ACCOUNTS, createAccount } from "@/api/access";
import { useForgetList } from "@/api/queries";
import type { Account, Role } from "@/api/types";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { SidePanel } from "@/ui/SidePanel";
import { RoleChoice } from "./RoleChoice";

interface Props {
  onClose: () => void;
  onMade: (account: Account) => void;
}

export function NewAccountDrawer({ onClose, onMade }: Props) {
  const [roles, setRoles] = useState<Role[]>(["viewer"]);
  const forget = useForgetList(ACCOUNTS);
  const create = useMutation({
    mutationFn: createAccount,
    onSuccess: (account) => {
      forget();
      onMade(account);
    },
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    create.mutate({
      username: String(form.get("new-username")).trim(),
      displayName: String(form.get("new-display")).trim() || undefined,
      password: String(form.get("new-password")),
      roles,
    });
  }
  return (
    <SidePanel title="New account" subject="new" onClose={onClose}>
      {create.isError ? <ErrorNotice error={create.error} /> : null}
      <Form onSubmit={submit}>
        <FormGroup label="User name" fieldId="new-username" isRequired>
          <TextInput
            id="new-username"
            name="new-username"
            autoComplete="off"
            autoCapitalize="none"
            isRequired
          />
        </FormGroup>
        <FormGroup label="Name" fieldId="new-display">
          <TextInput id="new-display" name="new-display" autoComplete="off" />
        </FormGroup>
        <FormGroup label="First password" fieldId="new-password" isRequired>
          <TextInput
            id="new-password"
            name="new-password"
            type="password"
            autoComplete="new-password"
            aria-describedby="new-password-help"
            isRequired
          />
          <p id="new-password-help" className="cl-muted">
            At least 12 characters. Its owner can change it on this page's Password tab.
          </p>
        </FormGroup>
        <RoleChoice chosen={roles} onChange={setRoles} />
        <div className="cl-actions">
          <Button type="submit" isLoading={create.isPending} isDisabled={create.isPending}>
            Create the account
          </Button>
          <Button variant="link" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </Form>
    </SidePanel>
  );
}
