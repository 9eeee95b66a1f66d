import { Link } from "@tanstack/react-router";
import type { ConnectorDetail, ReconcilePlan } from "@/api/connectors";
import { count, plural } from "@/lib/format";
import { duration, localTime, useNow } from "@/lib/time";
import { Facts } from "@/ui/Facts";
import { reconciled } from "@/ui/ledgerWords";
import { Nothing, Time } from "@/ui/Time";

/** What runs over the connection, and when it was last proven complete. */
export function TrafficCard({ connector }: { connector: ConnectorDetail }) {
  const now = useNow();
  const { counters, reconcile, lagMillis } = connector;
  return (
    <section className="cl-card">
      <h2 className="cl-card__title">Traffic</h2>
      <Facts
        facts={[
          { term: "Last heard", value: <Time at={connector.lastReceivedAt} as="ago" /> },
          { term: "Last event", value: <Time at={connector.lastEventAt} as="ago" /> },
          { term: "Lag", value: lagMillis === undefined ? <Nothing /> : duration(lagMillis) },
          { term: "Queue", value: `${plural(counters.queued, "event")} waiting to be stored` },
          { term: "Reconnects", value: `${count(counters.reconnects)} since Clarion started` },
          { term: "Reconcile", value: <ReconcileWords plan={reconcile} now={now} /> },
        ]}
      />
      <p className="cl-card__foot">
        <Link to="/connectors/ledger">What came, and what may be missing</Link>
      </p>
    </section>
  );
}

function ReconcileWords({ plan, now }: { plan: ReconcilePlan; now: number }) {
  return (
    <>
      {plan.running ? <div>running now</div> : null}
      <div>{plan.last ? reconciled(plan.last, now) : "none yet"}</div>
      <div className="cl-muted">
        {plan.next ? `next ${localTime(plan.next, now)}` : null}
        {plan.schedule === "off" ? "none is scheduled" : ` (each day at ${plan.schedule} UTC)`}
      </div>
    </>
  );
}
