/** What the REST API says, as the console reads it. Times are ISO-8601 UTC strings; an absent value is left out. */

export interface Page<T> {
  items: T[];
  nextCursor?: string;
  total: number;
  totalExact: boolean;
}

export interface Session {
  id: string;
  state: string;
  live: boolean;
  startedAt: string;
  updatedAt: string;
  endedAt?: string;
  endReason?: string;
  mac?: string;
  ip?: string;
  ipAddresses: string[];
  userName?: string;
  user?: string;
  userId?: string;
  nasIp?: string;
  nasPort?: string;
  nasPortType?: string;
  nasIdentifier?: string;
  calledStationId?: string;
  callingStationId?: string;
  ssid?: string;
  auditSessionId?: string;
  endpointProfile?: string;
  endpointOs?: string;
  sgt?: number;
  sgtName?: string;
  authMethod?: string;
  postureStatus?: string;
  authorizationProfiles: string[];
  attributes?: Record<string, unknown>;
}

export interface Device {
  mac: string;
  online: boolean;
  liveSessions: number;
  firstSeen: string;
  lastSeen: string;
  ip?: string;
  profile?: string;
  os?: string;
  nasIp?: string;
  nasPort?: string;
  ssid?: string;
  sgt?: number;
  sgtName?: string;
  user?: string;
  userId?: string;
  userName?: string;
  authMethod?: string;
}

export interface Sighting {
  value: string;
  firstSeen: string;
  lastSeen: string;
}

export interface DeviceDetail extends Device {
  addresses: Sighting[];
  profiles: Sighting[];
  places: Sighting[];
  sgts: Sighting[];
  users: Sighting[];
}

export interface NetworkUser {
  id: string;
  identity: string;
  name: string;
  realm?: string;
  kind: "PERSON" | "MACHINE";
  online: boolean;
  liveSessions: number;
  devices: number;
  userName?: string;
  firstSeen: string;
  lastSeen: string;
}

export interface GroupHit {
  name: string;
  sgt?: number;
  liveSessions: number;
}

export interface SearchResult {
  devices: Device[];
  users: NetworkUser[];
  sessions: Session[];
  groups: GroupHit[];
}

export interface FacetValue {
  value: string;
  count: number;
}

export interface Facets {
  facets: Record<string, FacetValue[]>;
  total: number;
}

export interface Activity {
  from: string;
  to: string;
  bucketSeconds: number;
  buckets: { at: string; started: number; ended: number }[];
}

export type ConnectorState =
  | "DISABLED"
  | "STOPPED"
  | "ACTIVATING"
  | "PENDING"
  | "LOOKUP"
  | "CONNECTING"
  | "SYNCING"
  | "LIVE"
  | "WAITING";

export interface Connector {
  state: ConnectorState;
  since: string;
  staleSince?: string;
  node?: string;
  problem?: { code: string; what: string; action: string; at: string };
  nextAttemptAt?: string;
  lastEventAt?: string;
  lastReceivedAt?: string;
  lagMillis?: number;
  counters: {
    messages: number;
    events: number;
    applied: number;
    duplicates: number;
    superseded: number;
    quarantined: number;
    reconnects: number;
    queued: number;
  };
  certificate?: { subject: string; notAfter: string };
}

export interface Status {
  version: string;
  role: string;
  now: string;
  database: { state: "UP" | "DOWN" };
  connector: Connector;
  /** Absent until counted for the first time; `asOf` is when. */
  data: {
    liveSessions?: number;
    sessions?: number;
    devices?: number;
    onlineDevices?: number;
    users?: number;
    quarantined?: number;
    asOf?: string;
  };
}

export interface SessionsEvent {
  opened: number;
  changed: number;
  closed: number;
  ids: string[];
  at: string;
}

export type Role = "viewer" | "analyst" | "engineer" | "approver" | "administrator";

export interface Me {
  username: string;
  displayName?: string;
  roles: Role[];
  via?: "session" | "token";
  csrfToken?: string;
  expiresAt?: string;
}

export interface AuditEntry {
  id: string;
  at: string;
  actor: string;
  via: string;
  remoteAddress?: string;
  action: string;
  target?: string;
  before?: unknown;
  after?: unknown;
  requestId?: string;
}
