import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Params } from "@/api/client";
import { first, type Search, toggled, values } from "@/lib/search";

/** Names in the URL that are the page's own and not part of the query. */
const OWN = new Set(["open", "cols"]);
const NOT_CHIPS = new Set(["q", "filter", "sort", ...OWN]);

/** How a page reads its URL where it is not the query as it stands. */
export interface ListReading {
  /** Names that are no filters: they are not shown as such and not cleared. */
  quiet: ReadonlySet<string>;
  params: (search: Search) => Params;
}

/** What a list shows, all of it in the URL. */
export function useListState(reading?: ListReading) {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const update = useCallback(
    (change: (now: Search) => Search, replace = false) => {
      void navigate({
        to: ".",
        search: ((now: Search) => change(now)) as never,
        replace,
        resetScroll: false,
      });
    },
    [navigate],
  );
  const params = useMemo(() => {
    if (reading) return reading.params(search);
    const query: Params = {};
    for (const [name, value] of Object.entries(search)) if (!OWN.has(name)) query[name] = value;
    return query;
  }, [search, reading]);
  const chips = useMemo(
    () =>
      Object.entries(search)
        .filter(([name]) => !NOT_CHIPS.has(name) && !reading?.quiet.has(name))
        .flatMap(([name, value]) => values(value).map((one) => ({ name, value: one }))),
    [search, reading],
  );
  return {
    search,
    /** The query parameters of the API call. */
    params,
    chips,
    q: first(search.q) ?? "",
    filter: first(search.filter) ?? "",
    sort: first(search.sort),
    open: first(search.open),
    update,
    toggle: (name: string, value: string) => update((now) => toggled(now, name, value)),
    set: (name: string, value: string | undefined, replace = false) =>
      update((now) => ({ ...now, [name]: value || undefined }), replace),
    clear: () =>
      update((now) =>
        Object.fromEntries(
          Object.entries(now).filter(
            ([name]) => OWN.has(name) || name === "sort" || reading?.quiet.has(name),
          ),
        ),
      ),
  };
}

export type ListState = ReturnType<typeof useListState>;

/** The next sort of a column: ascending, descending, then the list's own order. */
export function nextSort(sort: string | undefined, column: string): string | undefined {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? undefined : column;
}
