import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { useEffect, useId, useRef } from "react";

interface Props {
  isPending: boolean;
  onStop: () => void;
  onCancel: () => void;
}

/** Says what stopping means before it is done; Escape leaves everything as it is. */
export function StopQuestion({ isPending, onStop, onCancel }: Props) {
  const title = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section
      className="cl-ask"
      aria-labelledby={title}
      onKeyDown={(event) => {
        if (event.key === "Escape") onCancel();
      }}
    >
      <h2 id={title} ref={heading} tabIndex={-1}>
        Stop the connection to ISE?
      </h2>
      <p>
        Clarion disconnects from ISE and stays so until somebody starts the connection again, or Clarion
        itself is restarted. Sessions and all else are then shown as they were at this moment and marked as
        stale. Nothing is deleted; when it is started again, what was missed is fetched and the gap stands in
        the ledger.
      </p>
      <div className="cl-actions">
        <Button size="sm" variant="danger" isDisabled={isPending} onClick={onStop}>
          Stop the connection
        </Button>
        <Button size="sm" variant="link" onClick={onCancel}>
          Leave it as it is
        </Button>
      </div>
    </section>
  );
}
