import type { ReactNode } from "react";

export interface Fact {
  term: string;
  value: ReactNode;
}

/** Names and values in two columns. */
export function Facts({ facts }: { facts: readonly (Fact | undefined)[] }) {
  return (
    <dl className="cl-facts">
      {facts.map((fact) =>
        fact ? (
          <div key={fact.term} className="cl-facts__row">
            <dt>{fact.term}</dt>
            <dd>{fact.value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  );
}
