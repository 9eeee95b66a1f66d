import { words } from "@/lib/format";

const TOPICS: Record<string, string> = {
  sessions: "Sessions",
  "user-groups": "User groups",
  "security-groups": "Security groups",
  "security-group-acls": "Security group ACLs",
  "egress-policies": "Egress policy",
  "virtual-networks": "Virtual networks",
  "policy-downloads": "Policy downloads",
  "sxp-bindings": "SXP bindings",
  "radius-failures": "RADIUS failures",
  "anc-status": "ANC status",
  profiles: "Profiler",
  endpoints: "Endpoints",
  "endpoint-assets": "Endpoint assets",
};

/** All that Clarion follows, in the order in which people look for it. */
export const TOPIC_IDS: readonly string[] = Object.keys(TOPICS);

export function topicName(id: string): string {
  return TOPICS[id] ?? words(id.toUpperCase().replaceAll("-", "_"));
}

const CAUSES: Record<string, string> = {
  FIRST_START: "first start",
  NOT_RUNNING: "Clarion was not running",
  DISCONNECTED: "connection lost or stopped",
  SEQUENCE_JUMP: "ISE's numbering jumped",
  PUBLISHER_RESTART: "ISE's publisher restarted",
  OVERSIZE: "a message was too large",
  NOT_OFFERED: "ISE did not offer the topic",
  QUEUE_LOST: "lost in the message queue",
};

export function gapCause(cause: string): string {
  return CAUSES[cause] ?? words(cause).toLowerCase();
}

const HOW: Record<string, string> = {
  RECOVERY: "ISE told what was missed",
  FULL_DOWNLOAD: "by a full download",
  NOT_RECOVERABLE: "ISE cannot tell: it stays unknown",
};

export function gapClosing(how: string): string {
  return HOW[how] ?? words(how).toLowerCase();
}

const REASONS: Record<string, string> = {
  FIRST_START: "first start",
  GAP: "to close a gap",
  SCHEDULED: "by the clock",
  REQUESTED: "asked for by hand",
};

export function reconcileReason(reason: string): string {
  return REASONS[reason] ?? words(reason).toLowerCase();
}
