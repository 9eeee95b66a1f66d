import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { Form, FormGroup } from "@patternfly/react-core/dist/esm/components/Form";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import { useState } from "react";

interface Props {
  username: string;
  isPending: boolean;
  onReset: (password: string) => void;
}

/** A new password for somebody else. */
export function PasswordReset({ username, isPending, onReset }: Props) {
  const [password, setPassword] = useState("");
  return (
    <Form
      onSubmit={(event) => {
        event.preventDefault();
        onReset(password);
      }}
    >
      <FormGroup label="New password" fieldId="reset-password">
        <TextInput
          id="reset-password"
          type="password"
          autoComplete="new-password"
          aria-describedby="reset-password-help"
          value={password}
          onChange={(_, value) => setPassword(value)}
        />
        <p id="reset-password-help" className="cl-muted">
          At least 12 characters. It signs {username} out everywhere.
        </p>
      </FormGroup>
      <div>
        <Button type="submit" size="sm" variant="secondary" isDisabled={isPending || password === ""}>
          Reset the password
        </Button>
      </div>
    </Form>
  );
}
