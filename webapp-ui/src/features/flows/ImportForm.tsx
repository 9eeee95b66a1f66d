import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { useMutation } from "@tanstack/react-query";
import { type ChangeEvent, useId, useRef } from "react";
import { IMPORTS, importFlows } from "@/api/flows";
import { useForgetList } from "@/api/queries";
import { bytes } from "@/lib/bytes";
import { ErrorNotice } from "@/ui/ErrorNotice";

/** Sends a file; what becomes of it is in the list. */
export function ImportForm() {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const forget = useForgetList(IMPORTS);
  const sending = useMutation({ mutationFn: importFlows, onSuccess: forget });

  function choose(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    if (file) sending.mutate(file);
    event.target.value = ""; // so that the same file can be chosen again
  }

  return (
    <div>
      <label htmlFor={id} className="cl-muted">
        CSV, NDJSON or nfdump's CSV, gzipped or not
      </label>{" "}
      <input ref={input} id={id} type="file" hidden onChange={choose} />
      <Button
        variant="secondary"
        size="sm"
        isDisabled={sending.isPending}
        onClick={() => input.current?.click()}
      >
        Send a file
      </Button>
      <p role="status">
        {sending.isPending ? `Sending ${sending.variables.name}, ${bytes(sending.variables.size)}` : null}
        {sending.isSuccess ? `${sending.data.name} was taken; the list says how far it is.` : null}
      </p>
      {sending.isError ? <ErrorNotice error={sending.error} /> : null}
    </div>
  );
}
