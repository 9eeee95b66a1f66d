/** What the REST API says of who talks to whom, as the console reads it. */
import { queryOptions } from "@tanstack/react-query";
import { get, type Params, send } from "./client";
import type { components } from "./openapi";
import type { Page } from "./types";

type Schemas = components["schemas"];

export type Conversation = Schemas["ConversationView"];
export type FlowBucket = Schemas["FlowBucketView"];
export type Exporter = Schemas["ExporterView"];
export type FlowImport = Schemas["FlowImport"];
export type SgtFinding = Schemas["SgtFindingView"];
export type FlowStatus = Schemas["FlowStatus"];
export type TrafficCounts = Schemas["TrafficCounts"];
export type TrafficGroup = Schemas["TrafficGroup"];
export type TrafficGroups = Schemas["TrafficGroupsView"];
export type Traffic = Schemas["TrafficView"];

export type GroupedBy = "client" | "server" | "client-user" | "server-user" | "sgts" | "service" | "exporter";

export const IMPORTS = "/flows/imports";
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

/** Sends a file of flows; the answer comes once all of it is there, and its import goes on afterwards. */
export async function importFlows(file: File): Promise<FlowImport> {
  const response = await send(IMPORTS, { method: "POST", params: { name: file.name }, body: file });
  return (await response.json()) as FlowImport;
}
