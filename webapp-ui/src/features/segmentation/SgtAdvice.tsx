import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type Recommendation, recommendationQuery } from "@/api/segmentation";
import { count, plural } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Facts } from "@/ui/Facts";
import { Sgt } from "@/ui/marks";
import { PanelBones } from "@/ui/PanelBones";

/** The SGT that a cluster should get: why, how sure, by which rule, and whom that would catch wrongly. */
export function SgtAdvice({ id }: { id: string }) {
  const query = useQuery(recommendationQuery(id));
  const advice = query.data;
  return (
    <section className="cl-card">
      <h2 className="cl-card__title">Recommended SGT</h2>
      {query.isPending ? <PanelBones /> : null}
      {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {advice ? (
        <>
          <Facts
            facts={[
              { term: "Security group", value: <Sgt name={advice.sgtName} number={advice.sgt} /> },
              {
                term: "Which is",
                value: advice.existing
                  ? "there already, and means this cluster"
                  : "new: ISE has no such group",
              },
              { term: "Confidence", value: `${advice.confidence} %` },
              { term: "Have it already", value: plural(advice.correct, "member") },
              {
                term: "Members have now",
                value: advice.now.map((one) => `${one.sgtName ?? "none"} (${count(one.members)})`).join(", "),
              },
            ]}
          />
          <ul className="cl-traits">
            {advice.evidence.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          <SgtRule advice={advice} />
        </>
      ) : null}
    </section>
  );
}

function SgtRule({ advice }: { advice: Recommendation }) {
  const { rule } = advice;
  if (rule.clauses.length === 0)
    return (
      <p>
        <strong>No authorization rule gives it:</strong> neither AD group nor profile nor device type tells
        members from others. Profile these endpoints in ISE, or assign the SGT by a list of MAC addresses.
      </p>
    );
  return (
    <>
      <h3>The authorization rule that gives it</h3>
      <p>
        Any of these; it stands with the rules of{" "}
        {rule.ofUsers ? "users, before those of devices" : "devices, after those of users"}.
      </p>
      <table className="cl-plain" aria-label="Conditions">
        <thead>
          <tr>
            <th scope="col">If</th>
            <th scope="col" className="cl-end">
              Catches
            </th>
            <th scope="col" className="cl-end">
              Misses
            </th>
            <th scope="col" className="cl-end">
              Wrongly catches
            </th>
          </tr>
        </thead>
        <tbody>
          {rule.clauses.map((clause) => (
            <tr key={clause.conditions.join(" ")}>
              <td>{clause.conditions.join(" AND ")}</td>
              <td className="cl-end">{count(clause.caught)}</td>
              <td className="cl-end">{count(clause.missed)}</td>
              <td className="cl-end">{count(clause.wrong)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Together</th>
            <td className="cl-end">{count(rule.caught)}</td>
            <td className="cl-end">{count(rule.missed)}</td>
            <td className="cl-end">{count(rule.wrong)}</td>
          </tr>
        </tbody>
      </table>
      <Examples label="Would wrongly get it" macs={rule.wrongExamples} all={rule.wrong} />
      <Examples label="Would be missed" macs={rule.missedExamples} all={rule.missed} />
    </>
  );
}

function Examples({ label, macs, all }: { label: string; macs: readonly string[]; all: number }) {
  if (macs.length === 0) return null;
  return (
    <p>
      {label}:{" "}
      {macs.map((mac, index) => (
        <span key={mac}>
          {index > 0 ? ", " : ""}
          <Link to="/devices/$mac" params={{ mac }} className="cl-mono">
            {mac}
          </Link>
        </span>
      ))}
      {all > macs.length ? ` and ${count(all - macs.length)} more` : ""}
    </p>
  );
}
