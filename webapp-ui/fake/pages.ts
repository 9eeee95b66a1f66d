import type { GroupedBy } from "../src/api/flows";
import type { NewDecision } from "../src/api/segmentation";
import { json, list } from "./answers.ts";
import { BUCKETS, EXPORTERS, type FakeFlows, FINDINGS, FLOWS, IMPORTED } from "./flows.ts";
import { facets } from "./lists.ts";
import { problem } from "./problem.ts";
import {
  CLUSTER_LIST,
  DECISION_LIST,
  type FakeSegmentation,
  MEMBER_LIST,
  MOVE_LIST,
  SEGMENT_RUNS,
} from "./segmentation.ts";

/** The paths under /flows. */
export function flowPages(flows: FakeFlows, path: string, query: URLSearchParams): Response {
  const [, kind, id, sub] = path.split("/");
  if (kind === "status") return json(flows.status);
  if (kind === "exporters") return list(flows.exporters, query, EXPORTERS);
  if (kind === "imports") return list(flows.imports, query, IMPORTED);
  if (kind === "findings") return list(flows.findings, query, FINDINGS);
  if (kind !== "conversations")
    throw problem(404, "not-found", "Not found", `There is nothing at /flows${path}.`);
  if (id === "groups") return json(flows.groups(query.get("by") as GroupedBy, query));
  if (id !== undefined && sub === "buckets") {
    const buckets = flows.buckets(decodeURIComponent(id), query);
    return list(buckets.rows, buckets.query, BUCKETS);
  }
  const conversations = id === "new" ? flows.fresh(query) : flows.list(query);
  return list(conversations.rows, conversations.query, FLOWS);
}

/** The paths under /segmentation. */
export function segmentPages(
  fake: FakeSegmentation,
  method: string,
  path: string,
  query: URLSearchParams,
  body: unknown,
  ifMatch: string | null,
): Response {
  const [, kind, id = "", sub] = path.split("/");
  if (kind === "status") return json(fake.status());
  if (kind === "map") return json(fake.map());
  if (kind === "decisions" && method === "DELETE") {
    fake.undo(id);
    return new Response(null, { status: 204 });
  }
  if (kind === "decisions") return list(fake.decisions, query, DECISION_LIST);
  if (kind === "members" && id === "facets") return json(facets(fake.members, query, MEMBER_LIST));
  if (kind === "members") return list(fake.members, query, MEMBER_LIST);
  if (kind === "runs") {
    const since = query.get("since") ?? "";
    query.delete("since");
    if (method === "POST") return json(fake.start(), 202);
    if (sub === "changes") return json(fake.comparison(id, since));
    if (sub === "moves") return list(fake.moves, query, MOVE_LIST);
    return list(fake.runs, query, SEGMENT_RUNS);
  }
  if (id === "") return list(fake.clusters(), query, CLUSTER_LIST);
  if (sub === "decisions") return json(fake.decide(id, body as NewDecision, ifMatch), 201);
  if (sub === "traffic") return json(fake.traffic(id));
  if (sub === "recommendation") return json(fake.recommendation(id));
  if (sub === "members")
    return list(
      fake.members.filter((member) => member.cluster === id),
      query,
      MEMBER_LIST,
    );
  return json(fake.detail(id));
}
