import { Link } from "@tanstack/react-router";
import type { Ledger, TopicLedger } from "@/api/connectors";
import { count } from "@/lib/format";
import { useNow } from "@/lib/time";
import { reconciled } from "@/ui/ledgerWords";
import { Nothing, Time } from "@/ui/Time";
import { topicName } from "@/ui/topicWords";

interface Figure {
  id: keyof TopicLedger;
  head: string;
  means: string;
}

const CAME: readonly Figure[] = [
  { id: "received", head: "In all", means: "Records received, however they came" },
  { id: "live", head: "Live", means: "Came as events, as they happened" },
  { id: "recovered", head: "Recovered", means: "Fetched from ISE to fill a gap" },
  { id: "bulk", head: "Downloaded", means: "Came in a download of the whole state" },
];
const BECAME: readonly Figure[] = [
  { id: "applied", head: "Stored", means: "Changed what Clarion holds" },
  { id: "duplicates", head: "Known", means: "Said what Clarion knew already, to the letter" },
  { id: "superseded", head: "Outdated", means: "Older than what Clarion holds" },
  { id: "quarantined", head: "Set aside", means: "Not understood, kept for analysis" },
];

/** How each topic's records came and what became of them. */
export function LedgerTable({ ledger }: { ledger: Ledger }) {
  const now = useNow();
  return (
    <section className="cl-card">
      <h2 className="cl-card__title">By topic</h2>
      <div className="cl-scroll" tabIndex={0} role="region" aria-label="Ledger by topic, scrollable">
        <table className="cl-plain cl-topics cl-ledger" aria-label="Ledger by topic">
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colSpan={CAME.length} className="cl-ledger__group">
                Records that came
              </th>
              <th scope="colgroup" colSpan={BECAME.length} className="cl-ledger__group">
                What became of them
              </th>
              <th scope="colgroup" colSpan={3} className="cl-ledger__group">
                Is it complete?
              </th>
            </tr>
            <tr>
              <th scope="col">Topic</th>
              {[...CAME, ...BECAME].map((figure) => (
                <th key={figure.id} scope="col" className="cl-end" title={figure.means}>
                  {figure.head}
                </th>
              ))}
              <th scope="col" className="cl-end">
                Open gaps
              </th>
              <th scope="col">Last reconcile</th>
              <th scope="col">Last received</th>
            </tr>
          </thead>
          <tbody>
            {ledger.topics.map((topic) => (
              <tr key={topic.topic}>
                <th scope="row">{topicName(topic.topic)}</th>
                {[...CAME, ...BECAME].map((figure) => (
                  <td key={figure.id} className="cl-end">
                    <Value topic={topic} figure={figure} />
                  </td>
                ))}
                <td className="cl-end">
                  {topic.gaps === 0 ? (
                    "0"
                  ) : (
                    <Link
                      to="/connectors/gaps"
                      search={{ topic: topic.topic } as never}
                      aria-label={`${count(topic.openGaps)} of ${count(topic.gaps)} gaps open, ${topicName(topic.topic)}`}
                    >
                      {count(topic.openGaps)} of {count(topic.gaps)}
                    </Link>
                  )}
                </td>
                <td>
                  {topic.lastReconcile ? (
                    reconciled(topic.lastReconcile, now).replace(/^last (reconcile )?/, "")
                  ) : (
                    <Nothing reason="none yet" />
                  )}
                </td>
                <td>
                  <Time at={topic.lastReceivedAt} as="ago" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Value({ topic, figure }: { topic: TopicLedger; figure: Figure }) {
  const value = Number(topic[figure.id]);
  if (figure.id !== "quarantined" || value === 0) return count(value);
  return (
    <Link
      to="/connectors/quarantine"
      search={{ topic: topic.topic } as never}
      aria-label={`${count(value)} set aside, ${topicName(topic.topic)}`}
    >
      {count(value)}
    </Link>
  );
}
