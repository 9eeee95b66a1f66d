import type { Decision, SegmentationStatus } from "@/api/segmentation";
import { count, plural } from "@/lib/format";
import { duration, relative } from "@/lib/time";
import type { Tone } from "@/ui/connectorWords";

/** How fresh the clusters are, and what they rest on, in a line. */
export function sayStatus(
  status: SegmentationStatus,
  now: number,
): { tone: Tone; short: string; more: string } {
  const run = status.inForce;
  if (!run) return { tone: "idle", short: "Endpoints are not grouped yet", more: status.advice ?? "" };
  const window = duration(Date.parse(run.to) - Date.parse(run.from));
  const more = [
    `run ${run.id}, ${relative(run.to, now)}`,
    `${plural(run.endpoints, "endpoint")} and ${plural(run.conversations, "conversation")} of ${window}`,
    run.silent > 0 ? `${count(run.silent)} silent` : "",
    run.unidentified > 0 ? `${count(run.unidentified)} without profile or AD group` : "",
    status.unassigned > 0 ? `${count(status.unassigned)} came since` : "",
    run.detail ?? "",
    status.advice ?? "",
  ];
  const said = more.filter(Boolean).join(" · ");
  if (status.state === "STALE") return { tone: "warn", short: "The clusters are old", more: said };
  return { tone: "good", short: "The clusters are current", more: said };
}

const STEPS: Readonly<Record<string, string>> = {
  READING: "Reading flows and identities",
  GROUPING: "Grouping",
  STORING: "Storing the results",
};
export const stepWord = (step: string) => STEPS[step] ?? step;

const CAUSES: Readonly<Record<string, string>> = {
  FOUND: "Found by the run",
  MERGED: "By a merge",
  SPLIT: "By a split",
  PINNED: "Pinned",
  EXCLUDED: "Excluded elsewhere",
};
export const causeWord = (cause: string) => CAUSES[cause] ?? cause;

/** What was decided, as a sentence without its subject. */
export function decisionWords(decision: Decision): string {
  switch (decision.kind) {
    case "ACCEPT":
      return `accepted as “${decision.name ?? ""}”`;
    case "RENAME":
      return `renamed to “${decision.name ?? ""}”`;
    case "MERGE":
      return `merged into cluster ${decision.other ?? ""}`;
    case "SPLIT":
      return `“${decision.name ?? ""}” split off by ${
        decision.attribute
          ? `${decision.attribute} ${decision.value}`
          : plural(decision.members.length, "member")
      }`;
    case "PIN":
      return `${plural(decision.members.length, "member")} pinned`;
    default:
      return `${plural(decision.members.length, "member")} excluded`;
  }
}
