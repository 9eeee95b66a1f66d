/** The search part of a URL: each name with one value or several. Plain `a=1&a=2`, nothing encoded as JSON. */
export type Search = Record<string, string | string[] | undefined>;

export function parseSearch(text: string): Search {
  const search: Search = {};
  for (const [name, value] of new URLSearchParams(text)) {
    if (value === "") continue;
    const before = search[name];
    search[name] = before === undefined ? value : [...values(before), value];
  }
  return search;
}

export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== "") query.append(name, String(one));
  }
  const text = query.toString();
  return text ? `?${text}` : "";
}

export function values(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function first(value: string | string[] | undefined): string | undefined {
  return values(value)[0];
}

/** A search with a value added to or taken from a name. */
export function toggled(search: Search, name: string, value: string): Search {
  const now = values(search[name]);
  const next = now.includes(value) ? now.filter((one) => one !== value) : [...now, value];
  return { ...search, [name]: next.length > 0 ? next : undefined };
}
