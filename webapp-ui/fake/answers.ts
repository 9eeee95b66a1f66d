import { csv, type ListSpec, page } from "./lists.ts";
import { problem } from "./problem.ts";

/** A page of rows as the request wants it: JSON, or all of them as CSV. */
export function list<T extends object>(
  rows: readonly T[],
  query: URLSearchParams,
  spec: ListSpec,
  heads?: string[],
): Response {
  if (query.get("format") !== "csv") return json(page(rows, query, spec));
  const all = new URLSearchParams([...query, ["limit", "1000"]]);
  return new Response(csv(page(rows, all, spec).items, heads ?? [...spec.columns]), {
    headers: { "Content-Type": "text/csv; charset=utf-8" },
  });
}

export function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw problem(404, "not-found", "Not found", `There is no ${what}.`);
  return value;
}

export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { "Content-Type": "application/json" } });
}
