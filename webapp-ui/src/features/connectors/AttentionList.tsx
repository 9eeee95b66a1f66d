import type { ConnectorDetail } from "@/api/connectors";
import { useNow } from "@/lib/time";
import { ToneIcon } from "@/ui/marks";
import { Time } from "@/ui/Time";
import { attention } from "./attention";

/** Every trouble with what to do about it; nothing where there is none. */
export function AttentionList({ connector }: { connector: ConnectorDetail }) {
  const now = useNow();
  const found = attention(connector, now);
  if (found.length === 0) return null;
  return (
    <section aria-label="What is wrong and what to do">
      <ul className="cl-attention">
        {found.map((one) => (
          <li key={one.key} className={`cl-attention__item cl-attention__item--${one.tone}`}>
            <ToneIcon tone={one.tone} />
            <div>
              <h2 className="cl-attention__what">{one.what}</h2>
              {one.also.length > 0 ? <p>Also: {one.also.join("; ")}</p> : null}
              <p>
                <strong>What to do:</strong> {one.action}
              </p>
              {one.code || one.at ? (
                <p className="cl-muted">
                  {one.code ? <span className="cl-mono">{one.code}</span> : null}
                  {one.code && one.at ? " · " : null}
                  {one.at ? (
                    <>
                      noticed <Time at={one.at} as="ago" />
                    </>
                  ) : null}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
