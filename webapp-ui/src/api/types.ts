/**
 * What the REST API says, as the console reads it: names for the types generated from docs/openapi.json
 * (`npm run types`), narrowed where a text can only be one of a few. Times are ISO-8601 UTC strings.
 */
import type { components } from "./openapi";

type Schemas = components["schemas"];

export type Page<T> = Schemas["Page"] & { items: T[] };

export type Session = Omit<Schemas["SessionView"], "attributes"> & { attributes?: Record<string, unknown> };
export type Device = Omit<Schemas["DeviceView"], SightingKind>;
export type Sighting = Schemas["SightingView"];
type SightingKind = "addresses" | "profiles" | "places" | "sgts" | "users";
export type DeviceDetail = Device & Record<SightingKind, Sighting[]>;
export type NetworkUser = Schemas["UserView"];

type Found = NonNullable<Schemas["SearchView"]["groups"]>[number];
export type GroupHit = Required<Omit<Found, "sgt">> & Pick<Found, "sgt">;
export interface SearchResult {
  devices: Device[];
  users: NetworkUser[];
  sessions: Session[];
  groups: GroupHit[];
}

export type FacetValue = Schemas["Count"];
export type Facets = Pick<Schemas["FacetsView"], "facets" | "total">;
export type Activity = Schemas["SessionActivityView"];

/** `data` is absent in parts until it is counted for the first time; `asOf` is when. */
export type Status = Schemas["ClarionStatus"];
export type Connector = Status["connector"];
export type ConnectorState = Connector["state"];
export type Problem = NonNullable<Connector["problem"]>;

/** The data of `event: sessions`, which is no body of its own in the API's description. */
export interface SessionsEvent {
  opened: number;
  changed: number;
  closed: number;
  ids: string[];
  at: string;
}

export type Role = "viewer" | "analyst" | "engineer" | "approver" | "administrator";
export type Me = Omit<Schemas["MeView"], "roles"> & { roles: Role[] };
export type Account = Omit<Schemas["AccountView"], "roles"> & { roles: Role[] };
export type AccountPatch = Schemas["AccountPatch"];
export type NewAccount = Schemas["NewAccountBody"];
export type ApiToken = Schemas["TokenView"];
export type NewToken = Schemas["NewToken"];
/** What was recorded before and after is an object of any shape. */
export type AuditEntry = Omit<Schemas["AuditEntryView"], "before" | "after"> & {
  before?: Record<string, unknown>;
  after?: Record<string, unknown>;
};
