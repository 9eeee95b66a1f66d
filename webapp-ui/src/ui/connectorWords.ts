import type { Connector } from "@/api/types";
import { duration, localTime, relative } from "@/lib/time";

export type Tone = "good" | "busy" | "warn" | "bad" | "idle";

export interface Spoken {
  tone: Tone;
  /** Two or three words. */
  short: string;
  /** The rest of the sentence. */
  more: string;
}

const STEPS: Partial<Record<Connector["state"], string>> = {
  ACTIVATING: "asking ISE to activate the account",
  LOOKUP: "looking up the pxGrid services",
  CONNECTING: "connecting to the event stream",
  SYNCING: "downloading all sessions",
};

type Speaking = Pick<
  Connector,
  "state" | "since" | "staleSince" | "problem" | "nextAttemptAt" | "lagMillis" | "lastEventAt"
>;

/** The connector's state in words, with since when the data may differ from ISE's. */
export function speak(connector: Speaking, now: number): Spoken {
  const stale = connector.staleSince ? `Stale since ${localTime(connector.staleSince, now)}` : undefined;
  const cause = connector.problem?.what;
  switch (connector.state) {
    case "LIVE":
      if (cause) return { tone: "warn", short: stale ?? "Live with a problem", more: cause };
      return { tone: "good", short: "Live", more: liveMore(connector, now) };
    case "DISABLED":
      return { tone: "idle", short: "No controller", more: "clarion.pxgrid.controllers is not set" };
    case "STOPPED":
      return {
        tone: "warn",
        short: stale ?? "Stopped",
        more: `the connector was stopped at ${localTime(connector.since, now)}`,
      };
    case "PENDING":
      return {
        tone: "warn",
        short: stale ?? "Waiting for approval",
        more: `an ISE administrator must approve the pxGrid client${next(connector, now)}`,
      };
    case "WAITING":
      return {
        tone: "bad",
        short: stale ?? "Not connected",
        more: `${cause ?? "the connection to ISE was lost"}${next(connector, now)}`,
      };
    case "DEGRADED":
      return {
        tone: "bad",
        short: stale ?? "No sessions",
        more: `connected, but ISE gives no sessions: ${cause ?? "the reason is not known"}${next(connector, now)}`,
      };
    case "STANDBY":
      return {
        tone: stale ? "warn" : "idle",
        short: stale ?? "Standing by",
        more: cause ?? "no process holds the connection to ISE yet",
      };
    case "UNKNOWN":
      return {
        tone: "bad",
        short: stale ?? "State unknown",
        more: cause ?? "the process that holds the connection to ISE does not answer",
      };
    default:
      return {
        tone: "busy",
        short: stale ?? "Connecting",
        more: `${STEPS[connector.state] ?? connector.state}${cause ? `; before that: ${cause}` : ""}`,
      };
  }
}

function liveMore(connector: Speaking, now: number): string {
  const parts: string[] = [];
  if (connector.lagMillis !== undefined) parts.push(`lag ${duration(connector.lagMillis)}`);
  if (connector.lastEventAt) parts.push(`last event ${relative(connector.lastEventAt, now)}`);
  return parts.length > 0 ? parts.join(", ") : "no event yet";
}

function next(connector: Speaking, now: number): string {
  if (!connector.nextAttemptAt) return "";
  const millis = Date.parse(connector.nextAttemptAt) - now;
  return millis < 1000
    ? " · trying again now"
    : ` · next attempt in ${duration(Math.ceil(millis / 1000) * 1000)}`;
}
