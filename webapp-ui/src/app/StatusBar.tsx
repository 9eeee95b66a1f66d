import DatabaseIcon from "@patternfly/react-icons/dist/esm/icons/database-icon";
import { useEffect } from "react";
import { useContactLostSince } from "@/api/contact";
import { useStreaming } from "@/api/live";
import { useStatus } from "@/api/queries";
import type { Status } from "@/api/types";
import { plural } from "@/lib/format";
import { learnServerTime, localTime, useNow } from "@/lib/time";
import { type Spoken, speak } from "@/ui/connectorWords";
import { ToneIcon } from "@/ui/marks";

/** Always in view: whether what the page shows is true now, and if not, since when and why. */
export function StatusBar() {
  const { data: status } = useStatus();
  const streaming = useStreaming();
  const lostSince = useContactLostSince();
  const now = useNow();
  useEffect(() => {
    if (status) learnServerTime(status.now);
  }, [status]);
  const spoken = say(status, lostSince, now);
  return (
    <section className={`cl-status cl-status--${spoken.tone}`} aria-label="Status">
      <p className="cl-status__main">
        <ToneIcon tone={spoken.tone} />
        <strong>{spoken.short}</strong>
        <span className="cl-status__more" title={spoken.more}>
          {spoken.more}
        </span>
      </p>
      {/* Only the state is announced, not the seconds that run within it. */}
      <span className="pf-v6-screen-reader" role="status">
        {spoken.short}
      </span>
      {status && lostSince === undefined ? (
        <ul className="cl-status__rest">
          {streaming ? null : <li>updates by polling</li>}
          <li className={status.database.state === "UP" ? "" : "cl-status__down"}>
            <DatabaseIcon aria-hidden="true" /> Database {status.database.state === "UP" ? "up" : "down"}
          </li>
          <li>Role {status.role}</li>
          <li>Clarion {status.version}</li>
        </ul>
      ) : null}
    </section>
  );
}

function say(status: Status | undefined, lostSince: number | undefined, now: number): Spoken {
  if (lostSince !== undefined) {
    const since = localTime(new Date(lostSince).toISOString(), now);
    return {
      tone: "bad",
      short: `No contact with Clarion since ${since}`,
      more: "what is shown may be out of date; trying again",
    };
  }
  if (!status) return { tone: "busy", short: "Asking for the status", more: "" };
  if (status.database.state !== "UP")
    return {
      tone: "bad",
      short: "Database down",
      more: "Clarion cannot read or store anything until it is back",
    };
  const spoken = speak(status.connector, now);
  const live = status.data.liveSessions;
  if (status.connector.state !== "LIVE" || live === undefined) return spoken;
  return { ...spoken, more: `${plural(live, "live session")}, ${spoken.more}` };
}
