import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { get, type Params } from "@/api/client";
import { useSessionEvents } from "@/api/live";
import { listQuery, PAGE_SIZE } from "@/api/queries";
import type { Page, SessionsEvent } from "@/api/types";

const REFRESH_MILLIS = 2_000;
const GLOW_MILLIS = 1_500;

export interface ListSource<T> {
  path: string;
  /** The column by which rows are fetched again, and a row's value of it. */
  keyColumn: string;
  rowKey: (row: T) => string;
  /** Whether events name this list's rows; if not, any event may have changed any row in view. */
  eventsNameRows: boolean;
  /** True where sessions that come and go change nothing, or where it costs too much to look each time. */
  still?: boolean;
  /** How often to look for what is new, for lists that no event tells of. */
  pollMillis?: number;
}

/** What came since the list was loaded. */
interface News<T> {
  rows: ReadonlyMap<string, T>;
  fresh: ReadonlySet<string>;
  arrived: number;
  total?: number;
  totalExact?: boolean;
}

const NO_NEWS = { rows: new Map<string, never>(), fresh: new Set<string>(), arrived: 0 };

/** The rows of a list: pages on demand, rows in view refreshed in place, arrivals counted but not shoved in. */
export function useListRows<T>(source: ListSource<T>, params: Params, newestFirst: boolean) {
  const queryClient = useQueryClient();
  const options = useMemo(() => listQuery<T>(source.path, params), [source.path, params]);
  const query = useInfiniteQuery(options);
  const [news, setNews] = useState<News<T>>(NO_NEWS);
  const inView = useRef<string[]>([]);
  const pages = query.data?.pages;
  const firstPage = pages?.[0];

  const loaded = useMemo(() => pages?.flatMap((page) => page.items) ?? [], [pages]);
  const rows = useMemo(
    () => (news.rows.size === 0 ? loaded : loaded.map((row) => news.rows.get(source.rowKey(row)) ?? row)),
    [loaded, news.rows, source],
  );
  const shown = useRef(rows);
  shown.current = rows;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another first page is another list
  useEffect(() => setNews(NO_NEWS), [firstPage]);

  const reload = useRef(query.refetch);
  reload.current = query.refetch;
  const changed = useRef<Set<string>>(undefined);
  const hear = useCallback((event: SessionsEvent) => {
    changed.current ??= new Set();
    for (const id of event.ids) changed.current.add(id);
  }, []);
  useSessionEvents(hear);

  useEffect(() => {
    if (source.still) return;
    const stop = new AbortController();
    let busy = false;
    async function refresh() {
      const named = source.pollMillis ? new Set<string>() : changed.current;
      if (!named || busy) return;
      if (shown.current.length === 0) {
        if (source.pollMillis) void reload.current();
        return;
      }
      changed.current = undefined;
      busy = true;
      try {
        const keys = source.eventsNameRows ? inView.current.filter((key) => named.has(key)) : inView.current;
        const again =
          keys.length === 0
            ? []
            : await getRows<T>(source.path, { [source.keyColumn]: keys.slice(0, PAGE_SIZE) }, stop.signal);
        const head = await get<Page<T>>(
          source.path,
          { ...params, limit: newestFirst ? PAGE_SIZE : 1 },
          stop.signal,
        );
        setNews((before) => taken(before, again, head, shown.current, source.rowKey, newestFirst));
      } catch {
        // The status bar says when Clarion does not answer; the next event brings another try.
      } finally {
        busy = false;
      }
    }
    const timer = setInterval(() => void refresh(), source.pollMillis ?? REFRESH_MILLIS);
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [source, params, newestFirst]);

  useEffect(() => {
    if (news.fresh.size === 0) return;
    const timer = setTimeout(() => setNews((now) => ({ ...now, fresh: NO_NEWS.fresh })), GLOW_MILLIS);
    return () => clearTimeout(timer);
  }, [news.fresh]);

  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = query;
  const onNearEnd = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  return {
    query,
    rows,
    inView,
    onNearEnd,
    fresh: news.fresh,
    arrived: { count: news.arrived, orMore: news.arrived >= PAGE_SIZE },
    total: news.total ?? firstPage?.total,
    totalExact: news.totalExact ?? firstPage?.totalExact ?? true,
    reload: () => queryClient.resetQueries({ queryKey: options.queryKey }),
  };
}

async function getRows<T>(path: string, params: Params, signal: AbortSignal): Promise<T[]> {
  return (await get<Page<T>>(path, { ...params, limit: PAGE_SIZE }, signal)).items;
}

function taken<T>(
  before: News<T>,
  again: T[],
  head: Page<T>,
  shown: readonly T[],
  rowKey: (row: T) => string,
  newestFirst: boolean,
): News<T> {
  const current = new Map(shown.map((row) => [rowKey(row), row]));
  const differing = again.filter((row) => JSON.stringify(row) !== JSON.stringify(current.get(rowKey(row))));
  const arrived = newestFirst ? head.items.filter((row) => !current.has(rowKey(row))).length : 0;
  return {
    rows:
      differing.length === 0
        ? before.rows
        : new Map([...before.rows, ...differing.map((row) => [rowKey(row), row] as const)]),
    fresh: differing.length === 0 ? before.fresh : new Set(differing.map(rowKey)),
    arrived,
    total: head.total,
    totalExact: head.totalExact,
  };
}
