import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { Form, FormGroup } from "@patternfly/react-core/dist/esm/components/Form";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import type { FormEvent } from "react";

export interface TestFields {
  /** Host names with or without port, separated by commas or blanks. */
  controllers: string;
  nodeName: string;
  certificateDirectory: string;
}

interface Props {
  fields: TestFields;
  isPending: boolean;
  onRun: (fields: TestFields) => void;
}

const FIELDS = [
  {
    id: "controllers",
    label: "Controllers",
    help: "Host names of pxGrid nodes, with :port unless it is 8910, separated by commas",
  },
  { id: "nodeName", label: "Client name", help: "The name under which ISE knows Clarion" },
  {
    id: "certificateDirectory",
    label: "Certificate directory",
    help: "A directory at the server with client.crt, client.key and ca.crt; it must lie under a configured root",
  },
] as const;

/** Another configuration to test; whatever is left empty is taken from the stored one. */
export function TestForm({ fields, isPending, onRun }: Props) {
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    // The names have a prefix, since a field named nodeName would hide the form's own property.
    const text = (name: string) => String(form.get(`test-${name}`) ?? "");
    onRun({
      controllers: text("controllers"),
      nodeName: text("nodeName"),
      certificateDirectory: text("certificateDirectory"),
    });
  }
  return (
    <Form onSubmit={submit}>
      {FIELDS.map(({ id, label, help }) => (
        <FormGroup key={id} label={label} fieldId={`test-${id}`}>
          <TextInput
            id={`test-${id}`}
            name={`test-${id}`}
            defaultValue={fields[id]}
            placeholder="as configured"
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            aria-describedby={`test-${id}-help`}
          />
          <p id={`test-${id}-help`} className="cl-muted">
            {help}
          </p>
        </FormGroup>
      ))}
      <div>
        <Button type="submit" isLoading={isPending} isDisabled={isPending}>
          Run the test
        </Button>
      </div>
    </Form>
  );
}
