import { compareValues, parseExpression, type Row } from "./expression.ts";
import { problem } from "./problem.ts";

const RESERVED = new Set(["limit", "cursor", "sort", "q", "filter", "format", "fields"]);

export interface ListSpec {
  columns: ReadonlySet<string>;
  /** Columns that free text is looked for in. */
  text: readonly string[];
  /** The list's own order, with the key that makes it total. */
  key: string;
  descending: boolean;
}

export function matching<T extends object>(rows: readonly T[], query: URLSearchParams, spec: ListSpec): T[] {
  const tests: ((row: Row) => boolean)[] = [];
  for (const name of new Set(query.keys())) {
    if (RESERVED.has(name)) continue;
    if (!spec.columns.has(name))
      throw problem(400, "unknown-parameter", "Unknown parameter", `There is no parameter ${name}.`);
    const wanted = new Set(query.getAll(name).map((value) => value.toLowerCase()));
    tests.push((row) => row[name] !== undefined && wanted.has(String(row[name]).toLowerCase()));
  }
  const filter = query.get("filter");
  if (filter) tests.push(parseExpression(filter, spec.columns));
  const q = query.get("q")?.toLowerCase();
  if (q) {
    const bare = q.replace(/[-.:]/g, "");
    tests.push((row) =>
      spec.text.some((column) => {
        const value = String(row[column] ?? "").toLowerCase();
        return (
          value.includes(q) || (column === "mac" && bare !== "" && value.replaceAll(":", "").includes(bare))
        );
      }),
    );
  }
  return rows.filter((row) => tests.every((test) => test(row as Row)));
}

export function page<T extends object>(rows: readonly T[], query: URLSearchParams, spec: ListSpec) {
  const found = sorted(matching(rows, query, spec), query.get("sort"), spec);
  const limit = Number(query.get("limit") ?? 100);
  if (!(limit >= 1 && limit <= 1000))
    throw problem(400, "invalid-parameter", "Invalid parameter", "limit must be between 1 and 1000.");
  const bound = JSON.stringify([...query].filter(([name]) => !["limit", "cursor"].includes(name)));
  const start = begin(found, query.get("cursor"), bound, spec.key);
  const items = found.slice(start, start + limit);
  const last = items.at(-1) as Row | undefined;
  const more = start + limit < found.length && last;
  return {
    items,
    nextCursor: more ? btoa(JSON.stringify({ bound, after: last[spec.key] })) : undefined,
    total: found.length,
    totalExact: true,
  };
}

function begin<T extends object>(rows: T[], cursor: string | null, bound: string, key: string): number {
  if (!cursor) return 0;
  const place = JSON.parse(atob(cursor)) as { bound: string; after: unknown };
  if (place.bound !== bound)
    throw problem(
      400,
      "invalid-cursor",
      "Invalid cursor",
      "The cursor belongs to another query. Start again.",
    );
  return rows.findIndex((row) => (row as Row)[key] === place.after) + 1;
}

function sorted<T extends object>(rows: T[], sort: string | null, spec: ListSpec): T[] {
  const orders = (sort ? sort.split(",") : [])
    .concat(`${spec.descending ? "-" : ""}${spec.key}`)
    .map((name) => ({
      column: name.replace(/^-/, ""),
      sign: name.startsWith("-") ? -1 : 1,
    }));
  for (const { column } of orders)
    if (!spec.columns.has(column))
      throw problem(400, "invalid-parameter", "Invalid parameter", `Cannot sort by ${column}.`);
  return [...rows].sort((a, b) => {
    for (const { column, sign } of orders) {
      const order = compareValues((a as Row)[column], (b as Row)[column]);
      if (order !== 0) return order * sign;
    }
    return 0;
  });
}

export function facets<T extends object>(rows: readonly T[], query: URLSearchParams, spec: ListSpec) {
  const found = matching(rows, query, spec);
  const result: Record<string, { value: string; count: number }[]> = {};
  for (const field of (query.get("fields") ?? "").split(",")) {
    const counts = new Map<string, number>();
    for (const row of found) {
      const value = (row as Row)[field];
      if (value !== undefined) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
    }
    result[field] = [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
      .slice(0, 20);
  }
  return { facets: result, total: found.length };
}

export function csv(rows: readonly object[], columns: readonly string[]): string {
  const cell = (value: unknown) => {
    const text = Array.isArray(value) ? value.join(" ") : String(value ?? "");
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const lines = rows.map((row) => columns.map((column) => cell((row as Row)[column])).join(","));
  return `${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}
