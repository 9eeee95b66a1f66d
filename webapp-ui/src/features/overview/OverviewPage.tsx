import { useQuery } from "@tanstack/react-query";
import { countQuery, useStatus } from "@/api/queries";
import type { Status } from "@/api/types";
import { localTime, relative, useNow } from "@/lib/time";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { PageHead } from "@/ui/PageHead";
import { WhyEmpty } from "@/ui/WhyEmpty";
import { ActivityCard } from "./ActivityCard";
import { ConnectorCard } from "./ConnectorCard";
import { Figure } from "./Figure";
import { LiveFacets } from "./LiveFacets";

/** What is on the network now, and how far that can be trusted. */
export function OverviewPage() {
  const status = useStatus();
  const usersOnline = useQuery(countQuery("/users", { online: true }));
  const data = status.data?.data;
  const empty = data?.sessions === 0;
  return (
    <div className="cl-page">
      <PageHead title="Overview">{status.data ? <Freshness status={status.data} /> : null}</PageHead>
      {status.isError && !status.data ? (
        <ErrorNotice error={status.error} retry={() => void status.refetch()} />
      ) : null}
      {empty ? (
        <div className="cl-card">
          <WhyEmpty nouns={["session", "sessions"]} />
        </div>
      ) : (
        <>
          <div className="cl-figures">
            <Figure
              label="Live sessions"
              value={data?.liveSessions}
              of={data?.sessions}
              ofWhat="kept in all"
              to="/sessions"
              search={{ live: "true" }}
            />
            <Figure
              label="Devices online"
              value={data?.onlineDevices}
              of={data?.devices}
              ofWhat="known"
              to="/devices"
              search={{ online: "true" }}
            />
            <Figure
              label="Users online"
              value={usersOnline.data?.total}
              of={data?.users}
              ofWhat="known"
              to="/users"
              search={{ online: "true" }}
            />
            <Figure
              label="Messages set aside"
              value={data?.quarantined}
              note="not understood, kept for analysis"
              to="/connectors/quarantine"
              alarm={(data?.quarantined ?? 0) > 0}
            />
          </div>
          <div className="cl-grid cl-grid--wide">
            <ActivityCard />
            {status.data ? <ConnectorCard connector={status.data.connector} /> : null}
          </div>
          <LiveFacets />
        </>
      )}
      {empty && status.data ? <ConnectorCard connector={status.data.connector} /> : null}
    </div>
  );
}

/** States as of when the numbers hold. */
function Freshness({ status }: { status: Status }) {
  const now = useNow();
  const { connector } = status;
  if (connector.state === "LIVE" && !connector.staleSince)
    return (
      <p className="cl-muted">
        Complete and live
        {connector.lastEventAt ? ` · newest report ${relative(connector.lastEventAt, now)}` : ""}
      </p>
    );
  if (connector.staleSince)
    return (
      <p className="cl-stale">
        As of {localTime(connector.staleSince, now)}, {relative(connector.staleSince, now)}: what happened
        since then is not known
      </p>
    );
  return <p className="cl-muted">The picture is not complete yet</p>;
}
