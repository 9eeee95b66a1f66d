import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { Form, FormGroup } from "@patternfly/react-core/dist/esm/components/Form";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import { useState } from "react";
import type { Account, AccountPatch, Role } from "@/api/types";
import { RoleChoice } from "./RoleChoice";

interface Props {
  account: Account;
  isPending: boolean;
  onSave: (patch: AccountPatch) => void;
}

export function AccountForm({ account, isPending, onSave }: Props) {
  const [name, setName] = useState(account.displayName ?? "");
  const [roles, setRoles] = useState<Role[]>(account.roles);
  const renamed = name.trim() !== (account.displayName ?? "");
  const regranted = [...roles].sort().join() !== [...account.roles].sort().join();
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        onSave({
          ...(renamed ? { displayName: name.trim() } : {}),
          ...(regranted ? { roles } : {}),
        });
      }}
    >
      <FormGroup label="Name" fieldId="account-name">
        <TextInput
          id="account-name"
          value={name}
          onChange={(_, value) => setName(value)}
          autoComplete="off"
        />
      </FormGroup>
      <RoleChoice chosen={roles} onChange={setRoles} />
      <div>
        <Button
          type="submit"
          size="sm"
          isDisabled={isPending || roles.length === 0 || !(renamed || regranted)}
        >
          Save
        </Button>
        {roles.length === 0 ? <span className="cl-muted"> An account needs a role.</span> : null}
      </div>
    </Form>
  );
}
