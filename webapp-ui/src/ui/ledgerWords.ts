import type { LastReconcile, Ledger } from "@/api/connectors";
import { count, plural } from "@/lib/format";
import { duration, localTime } from "@/lib/time";

/** The newest comparison with ISE's whole answer, on sessions if there is one. */
export function lastReconcile(ledger: Ledger): LastReconcile | undefined {
  const done = ledger.topics.filter((topic) => topic.lastReconcile !== undefined);
  const sessions = done.find((topic) => topic.topic === "sessions");
  return (sessions ?? done[0])?.lastReconcile;
}

/** `12,418 live sessions, lag 0.8 s, last reconcile 03:00: 0 missing`. */
export function headline(ledger: Ledger, now: number): string {
  const { liveSessions } = ledger;
  const parts = [
    liveSessions === undefined ? "live sessions not counted yet" : plural(liveSessions, "live session"),
  ];
  if (ledger.lagMillis !== undefined) parts.push(`lag ${duration(ledger.lagMillis)}`);
  const last = lastReconcile(ledger);
  parts.push(last ? reconciled(last, now) : "not reconciled yet");
  return parts.join(", ");
}

/** `last reconcile 03:00: 0 missing`, with what was otherwise wrong only when something was. */
export function reconciled(last: LastReconcile, now: number): string {
  const found = [`${count(last.missing)} missing`];
  if (last.different > 0) found.push(`${count(last.different)} different`);
  if (last.closed > 0) found.push(`${count(last.closed)} closed`);
  const byComparing = last.trigger !== "FIRST_START" && last.trigger !== "GAP";
  return `last ${byComparing ? "reconcile" : "full download"} ${shortTime(last.at, now)}: ${found.join(", ")}`;
}

/** Without seconds: nobody compares those of last night. */
function shortTime(iso: string, now: number): string {
  return localTime(iso, now).replace(/:\d\d$/, "");
}

/** What is open or set aside over all topics. */
export function totals(ledger: Ledger) {
  const sum = (value: (topic: Ledger["topics"][number]) => number) =>
    ledger.topics.reduce((total, topic) => total + value(topic), 0);
  return {
    received: sum((topic) => topic.received),
    openGaps: sum((topic) => topic.openGaps),
    gaps: sum((topic) => topic.gaps),
    quarantined: sum((topic) => topic.quarantined),
    recovered: sum((topic) => topic.recovered),
  };
}
