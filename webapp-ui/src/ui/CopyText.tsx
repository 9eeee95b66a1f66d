import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import CheckIcon from "@patternfly/react-icons/dist/esm/icons/check-icon";
import CopyIcon from "@patternfly/react-icons/dist/esm/icons/copy-icon";
import { useEffect, useState } from "react";

const SHOWN_MILLIS = 2_000;

interface Props {
  text: string;
  /** What it is, for the button's name. */
  what: string;
}

/** A text of digits with a button that copies it; where the browser refuses, it can be selected by hand. */
export function CopyText({ text, what }: Props) {
  const [result, setResult] = useState<"copied" | "refused">();
  useEffect(() => {
    if (!result) return;
    const timer = setTimeout(() => setResult(undefined), SHOWN_MILLIS);
    return () => clearTimeout(timer);
  }, [result]);
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setResult("copied");
    } catch {
      setResult("refused");
    }
  }
  return (
    <span className="cl-copy">
      <span className="cl-mono cl-break">{text}</span>
      <Button
        variant="plain"
        size="sm"
        hasNoPadding
        aria-label={`Copy the ${what}`}
        icon={result === "copied" ? <CheckIcon /> : <CopyIcon />}
        onClick={() => void copy()}
      />
      <span role="status" className={result === "refused" ? undefined : "pf-v6-screen-reader"}>
        {result === "copied" ? "Copied" : null}
        {result === "refused" ? "The browser refused; select the text instead" : null}
      </span>
    </span>
  );
}
