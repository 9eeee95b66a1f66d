import { type ReactNode, useEffect } from "react";

interface Props {
  title: string;
  /** For addresses, whose digits should align. */
  mono?: boolean;
  /** Stands beside the title, such as a count. */
  aside?: ReactNode;
  actions?: ReactNode;
  children?: ReactNode;
}

/** The head of every page; it also names the browser's tab. */
export function PageHead({ title, mono, aside, actions, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Clarion`;
  }, [title]);
  return (
    <header className="cl-head">
      <div className="cl-head__titles">
        <h1 className={mono ? "cl-head__title cl-mono" : "cl-head__title"}>{title}</h1>
        {aside}
        {children}
      </div>
      {actions ? <div className="cl-head__actions">{actions}</div> : null}
    </header>
  );
}
