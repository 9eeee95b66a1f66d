/** What the REST API says of who talks to whom, as the console reads it. */
import { queryOptions } from "@tanstack/react-query";
import { get, type Params } from "./client";
import type { components } from "./openapi";
import type { Page } from "./types";

type Schemas = components["schemas"];

export type Conversation = Schemas["ConversationView"];
export type FlowBucket = Schemas["FlowBucketView"];
/** All of it is always there. */
export type Exporter = Required<Schemas["ExporterView"]>;
export type FlowStatus = Schemas["FlowStatus"];

type Groups = Schemas["TrafficGroupsView"];
type Counts = NonNullable<Groups["all"]>;
type Times = "firstAt" | "lastAt";
type Group = NonNullable<Groups["items"]>[number];
/** Counts are always there; the times of what is left of others are not known. */
export type TrafficCounts = Required<Omit<Counts, Times>> & Pick<Counts, Times>;
export type TrafficGroup = Omit<Group, "counts"> & { counts: TrafficCounts };
export type TrafficGroups = Omit<Required<Groups>, "items" | "rest" | "all"> & {
  items: TrafficGroup[];
  rest?: TrafficCounts;
  all: TrafficCounts;
};
type GroupsOfTraffic = "servers" | "servicesUsed" | "clients" | "servicesOffered";
type CountsOfTraffic = "asClient" | "asServer";
export type Traffic = Omit<Required<Schemas["TrafficView"]>, GroupsOfTraffic | CountsOfTraffic> &
  Record<GroupsOfTraffic, TrafficGroups> &
  Record<CountsOfTraffic, TrafficCounts>;

export type GroupedBy = "client" | "server" | "client-user" | "server-user" | "sgts" | "service" | "exporter";

export const CONVERSATIONS = "/flows/conversations";

export const flowStatusQuery = queryOptions({
  queryKey: ["flow-status"],
  queryFn: ({ signal }) => get<FlowStatus>("/flows/status", undefined, signal),
  refetchInterval: 10_000,
  staleTime: 5_000,
});

/** Traffic by groups, the largest first; of those beyond `top` the answer has the sum. */
export const groupsQuery = (by: GroupedBy, params: Params) =>
  queryOptions({
    queryKey: ["flow-groups", by, params],
    queryFn: ({ signal }) => get<TrafficGroups>(`${CONVERSATIONS}/groups`, { ...params, by }, signal),
    staleTime: 30_000,
  });

/** The traffic of one device or user; `path` is that of its own resource. */
export const trafficQuery = (path: string, params: Params) =>
  queryOptions({
    queryKey: ["traffic", path, params],
    queryFn: ({ signal }) => get<Traffic>(`${path}/traffic`, params, signal),
    staleTime: 30_000,
  });

/** One conversation, counted as the list with the same parameters counts it. */
export const conversationQuery = (id: string, params: Params) =>
  queryOptions({
    queryKey: ["conversation", id, params],
    queryFn: async ({ signal }) => {
      const { items } = await get<Page<Conversation>>(CONVERSATIONS, { ...params, id, limit: 1 }, signal);
      return items[0] ?? null;
    },
    staleTime: 30_000,
  });
