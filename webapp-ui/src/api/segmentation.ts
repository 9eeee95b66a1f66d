/** What the REST API says of which endpoints belong together, and what can be decided about it. */
import { queryOptions } from "@tanstack/react-query";
import { get, post, send } from "./client";
import type { components } from "./openapi";

type Schemas = components["schemas"];

export type Cluster = Schemas["ClusterRow"];
export type ClusterDetail = Schemas["ClusterDetail"];
export type ClusterTraffic = Schemas["ClusterTraffic"];
export type ServiceUse = Schemas["ServiceUse"];
export type ClusterTrait = Schemas["ClusterTrait"];
export type Member = Schemas["MemberRow"];
export type Move = Schemas["MoveRow"];
export type Decision = Schemas["DecisionRow"];
export type NewDecision = Schemas["NewDecisionBody"];
export type Run = Schemas["SegmentRun"];
export type Comparison = Schemas["RunComparison"];
export type SegmentationStatus = Schemas["SegmentationStatus"];

const ROOT = "/segmentation";
export const CLUSTERS = `${ROOT}/clusters`;
export const MEMBERS = `${ROOT}/members`;
export const RUNS = `${ROOT}/runs`;
export const DECISIONS = `${ROOT}/decisions`;

export const isRunning = (status: SegmentationStatus | undefined) => status?.latest?.state === "RUNNING";

export const segmentationStatusQuery = queryOptions({
  queryKey: ["segmentation", "status"],
  queryFn: ({ signal }) => get<SegmentationStatus>(`${ROOT}/status`, undefined, signal),
  refetchInterval: (query) => (isRunning(query.state.data) ? 1_000 : 10_000),
});

export const clusterQuery = (id: string) =>
  queryOptions({
    queryKey: ["segmentation", "cluster", id],
    queryFn: ({ signal }) => get<ClusterDetail>(`${CLUSTERS}/${encodeURIComponent(id)}`, undefined, signal),
  });

export const clusterTrafficQuery = (id: string) =>
  queryOptions({
    queryKey: ["segmentation", "traffic", id],
    queryFn: ({ signal }) =>
      get<ClusterTraffic>(`${CLUSTERS}/${encodeURIComponent(id)}/traffic`, undefined, signal),
    staleTime: 60_000,
  });

export const comparisonQuery = (run: string, since: string) =>
  queryOptions({
    queryKey: ["segmentation", "changes", run, since],
    queryFn: ({ signal }) => get<Comparison>(`${RUNS}/${run}/changes`, { since }, signal),
    staleTime: 60_000,
  });

export const startRun = () => post<Run>(RUNS, {});

/** Decides about a cluster as the caller has seen it: refused when it was changed or grouped anew meanwhile. */
export async function decide(seen: Pick<Cluster, "id" | "revision">, wanted: NewDecision): Promise<Decision> {
  const response = await send(`${CLUSTERS}/${encodeURIComponent(seen.id)}/decisions`, {
    method: "POST",
    body: wanted,
    headers: { "If-Match": `"${seen.revision}"` },
  });
  return (await response.json()) as Decision;
}

export async function undo(id: string): Promise<void> {
  await send(`${DECISIONS}/${encodeURIComponent(id)}`, { method: "DELETE" });
}

export type Recommendation = Schemas["SgtRecommendation"];

export const recommendationQuery = (id: string) =>
  queryOptions({
    queryKey: ["segmentation", "recommendation", id],
    queryFn: ({ signal }) =>
      get<Recommendation>(`${CLUSTERS}/${encodeURIComponent(id)}/recommendation`, undefined, signal),
    staleTime: 60_000,
  });

export type SegmentMap = Schemas["SegmentMap"];

export const mapQuery = (run: string) =>
  queryOptions({
    queryKey: ["segmentation", "map", run],
    queryFn: ({ signal }) => get<SegmentMap>(`${ROOT}/map`, { run }, signal),
    staleTime: 60_000,
  });
