/** What the REST API says of the connection to ISE, of what came over it and of what may be missing. */
import type { Connector } from "./types";

export type Controller = Connector["controllers"][number];
export type ClientAccount = NonNullable<Connector["account"]>;
export type TopicStatus = Connector["topics"][number];
/** Its `problem` is a newer file that was refused; the old certificate stays in use. */
export type ClientCertificate = NonNullable<Connector["certificate"]>;

export interface LastReconcile {
  at: string;
  trigger?: string;
  seen: number;
  missing: number;
  different: number;
  closed: number;
  seconds?: number;
}

export interface ReconcilePlan {
  running: boolean;
  /** Time of day in UTC, or `off`. */
  schedule: string;
  next?: string;
  last?: LastReconcile;
}

/** `GET /connectors/pxgrid`: the status, and all there is to know about the connection. */
export interface ConnectorDetail extends Omit<Connector, "reconciling"> {
  reconcile?: ReconcilePlan;
}

export type CheckName =
  | "NAME_RESOLUTION"
  | "TCP"
  | "TLS"
  | "ACCOUNT"
  | "LOOKUP"
  | "SECRET"
  | "WEBSOCKET"
  | "SUBSCRIPTION"
  | "BULK";

export interface PeerCertificate {
  subject: string;
  issuer: string;
  notBefore: string;
  notAfter: string;
  fingerprintSha256: string;
  names?: string[];
}

export interface CheckStep {
  step: CheckName;
  target?: string;
  outcome: "PASSED" | "FAILED" | "WARNING" | "SKIPPED";
  millis: number;
  code?: string;
  what: string;
  action?: string;
  chain?: PeerCertificate[];
}

export interface CheckReport {
  startedAt: string;
  finishedAt: string;
  outcome: "PASSED" | "FAILED" | "WARNINGS";
  steps: CheckStep[];
}

/** What to check; what is absent is taken from the stored configuration. */
export interface CheckRequest {
  controllers?: string[];
  nodeName?: string;
  certificateDirectory?: string;
}

export interface TopicLedger {
  topic: string;
  received: number;
  live: number;
  recovered: number;
  bulk: number;
  applied: number;
  duplicates: number;
  superseded: number;
  quarantined: number;
  lastReceivedAt?: string;
  openGaps: number;
  gaps: number;
  lastReconcile?: LastReconcile;
}

export interface Ledger {
  asOf: string;
  /** Absent until they are counted for the first time. */
  liveSessions?: number;
  lagMillis?: number;
  topics: TopicLedger[];
}

export interface Gap {
  id: string;
  topic: string;
  cause: string;
  from: string;
  noticedAt: string;
  lastSequence?: number;
  nextSequence?: number;
  detail: string;
  closedAt?: string;
  how?: string;
  fetched?: number;
  repaired?: number;
}

export interface Reconcile {
  id: string;
  topic: string;
  reason: string;
  startedAt: string;
  completedAt?: string;
  seen: number;
  missing: number;
  different: number;
  closed: number;
}

export interface Quarantined {
  id: string;
  topic: string;
  source?: string;
  receivedAt: string;
  reason: string;
  body: string;
}
