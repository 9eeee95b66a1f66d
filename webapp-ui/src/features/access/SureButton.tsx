import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { useEffect, useRef, useState } from "react";

interface Props {
  label: string;
  /** What it will do, as a question. */
  question: string;
  danger?: boolean;
  isPending: boolean;
  onSure: () => void;
}

/** A button that says what it will do before it does it. */
export function SureButton({ label, question, danger, isPending, onSure }: Props) {
  const [asking, setAsking] = useState(false);
  const text = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (asking) text.current?.focus();
  }, [asking]);
  if (!asking)
    return (
      <Button size="sm" variant="secondary" isDanger={danger} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  return (
    <div
      className="cl-sure"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        setAsking(false);
      }}
    >
      <p ref={text} tabIndex={-1}>
        {question}
      </p>
      <div className="cl-actions">
        <Button size="sm" variant={danger ? "danger" : "primary"} isDisabled={isPending} onClick={onSure}>
          {label}
        </Button>
        <Button size="sm" variant="link" onClick={() => setAsking(false)}>
          Leave it as it is
        </Button>
      </div>
    </div>
  );
}
