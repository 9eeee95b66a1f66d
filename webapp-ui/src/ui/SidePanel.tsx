import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import TimesIcon from "@patternfly/react-icons/dist/esm/icons/times-icon";
import { type ReactNode, useEffect, useId, useRef } from "react";

interface Props {
  title: ReactNode;
  /** For addresses. */
  mono?: boolean;
  /** Changes when the panel shows something else: the focus then goes to its title. */
  subject: string;
  onClose: () => void;
  children: ReactNode;
}

/** A drawer beside the list: not modal, closed by Escape, gives the focus back to the row it came from. */
export function SidePanel({ title, mono, subject, onClose, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject is what moves the focus
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
  }, [subject]);
  return (
    <aside
      className="cl-panel"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="cl-panel__head">
        <h2 ref={heading} id={titleId} tabIndex={-1} className={mono ? "cl-mono" : undefined}>
          {title}
        </h2>
        <Button variant="plain" aria-label="Close details" icon={<TimesIcon />} onClick={onClose} />
      </header>
      <div className="cl-panel__body">{children}</div>
    </aside>
  );
}
