import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon";
import { Link } from "@tanstack/react-router";
import { count } from "@/lib/format";

interface Props {
  label: string;
  value: number | undefined;
  /** The whole that the value is a part of, and what that is. */
  of?: number;
  ofWhat?: string;
  note?: string;
  to?: "/sessions" | "/devices" | "/users" | "/connectors/quarantine";
  search?: Record<string, string>;
  alarm?: boolean;
}

/** One number with its name; the whole card leads to the list behind it. */
export function Figure({ label, value, of, ofWhat, note, to, search, alarm }: Props) {
  const number = value === undefined ? <span className="cl-bone cl-bone--number" /> : count(value);
  return (
    <section className="cl-card cl-figure">
      <h2 className="cl-figure__label">{label}</h2>
      <p className="cl-figure__value">
        {to ? (
          <Link
            to={to}
            search={search as never}
            aria-label={`${label}: ${value === undefined ? "loading" : count(value)}`}
          >
            {number}
          </Link>
        ) : (
          number
        )}
        {alarm ? <ExclamationTriangleIcon className="cl-tone cl-tone--warn" aria-hidden="true" /> : null}
      </p>
      <p className="cl-muted">{of === undefined ? note : `${count(of)} ${ofWhat}`}</p>
    </section>
  );
}
