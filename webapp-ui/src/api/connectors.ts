/** What the REST API says of the connection to ISE, of what came over it and of what may be missing. */
import type { components } from "./openapi";
import type { Connector } from "./types";

type Schemas = components["schemas"];

export type Controller = Connector["controllers"][number];
export type ClientAccount = NonNullable<Connector["account"]>;
export type TopicStatus = Connector["topics"][number];
/** Its `problem` is a newer file that was refused; the old certificate stays in use. */
export type ClientCertificate = NonNullable<Connector["certificate"]>;

/** `GET /connectors/pxgrid`: the status, and all there is to know about the connection. */
export type ConnectorDetail = Schemas["PxGridView"];
export type ReconcilePlan = ConnectorDetail["reconcile"];
export type LastReconcile = NonNullable<ReconcilePlan["last"]>;

/** `GET /connectors/queue`: whether events go through a message queue, and how it is doing. */
export type MessageQueue = Schemas["QueueView"];

export type Ledger = Schemas["LedgerView"];
export type TopicLedger = Ledger["topics"][number];
export type Gap = Schemas["GapView"];
export type Reconcile = Schemas["ReconcileView"];
export type Quarantined = Schemas["QuarantineView"];

export type CheckReport = Schemas["CheckReport"];
export type CheckStep = CheckReport["steps"][number];
export type PeerCertificate = NonNullable<CheckStep["chain"]>[number];
/** What to check; what is absent is taken from the stored configuration. */
export type CheckRequest = Schemas["CheckRequest"];
