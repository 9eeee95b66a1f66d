import { useQuery } from "@tanstack/react-query";
import { queueQuery } from "@/api/connectorQueries";
import type { MessageQueue } from "@/api/connectors";
import { count } from "@/lib/format";
import { duration } from "@/lib/time";
import { Facts } from "@/ui/Facts";
import { Nothing, Time } from "@/ui/Time";

const STORING: Record<NonNullable<MessageQueue["consuming"]>["state"], string> = {
  OFF: "not in this process",
  STANDING_BY: "another process stores",
  STORING: "stored by this process",
  DATABASE_AWAY: "waiting at the broker: the database is away",
  BROKER_AWAY: "the broker is away",
  TOO_OLD: "a newer Clarion is needed to store it",
};

/** The message queue between connector and database; nothing where there is none. */
export function QueueCard() {
  const { data: queue } = useQuery(queueQuery);
  if (!queue?.on) return null;
  const { progress, publishing, consuming } = queue;
  const problem = consuming?.problem ?? publishing?.problem;
  return (
    <section className="cl-card" aria-label="Message queue">
      <h2 className="cl-card__title">Message queue</h2>
      <Facts
        facts={[
          { term: "Entries", value: consuming ? STORING[consuming.state] : <Nothing /> },
          {
            term: "Behind by",
            value: consuming?.lagMillis === undefined ? <Nothing /> : duration(consuming.lagMillis),
          },
          { term: "Stored", value: progress ? `${count(progress.stored)} entries` : <Nothing /> },
          { term: "Last stored", value: <Time at={progress?.storedAt} as="ago" /> },
          { term: "Last confirmed", value: <Time at={publishing?.lastConfirmedAt} as="ago" /> },
          {
            term: "Refused",
            value: progress ? `${count(progress.refused)} of earlier leaders` : <Nothing />,
          },
        ]}
      />
      {problem ? <p className="cl-card__foot">{problem}</p> : null}
    </section>
  );
}
