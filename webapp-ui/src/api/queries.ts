import { infiniteQueryOptions, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { get, type Params, rememberCsrfToken } from "./client";
import { useStreaming } from "./live";
import type {
  Activity,
  DeviceDetail,
  Facets,
  Me,
  NetworkUser,
  Page,
  Role,
  SearchResult,
  Session,
  Status,
} from "./types";

export const PAGE_SIZE = 100;

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }) => {
    const me = await get<Me>("/access/me", undefined, signal);
    rememberCsrfToken(me.csrfToken);
    return me;
  },
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
});

/** The roles of the person signed in; the server names those that they include as well. */
export function useRoles(): ReadonlySet<Role> {
  const { data } = useQuery(meQuery);
  return useMemo(() => new Set(data?.roles), [data?.roles]);
}

/** Whether the person signed in holds a role; an administrator holds all. */
export function useHasRole(role: Role): boolean {
  return useRoles().has(role);
}

/** Lets a list be read anew, after something in it was changed here. */
export function useForgetList(path: string): () => void {
  const queryClient = useQueryClient();
  return useCallback(
    () => void queryClient.invalidateQueries({ queryKey: ["list", path] }),
    [queryClient, path],
  );
}

/** The server's status: pushed by the event stream, polled while there is none. */
export function useStatus() {
  const streaming = useStreaming();
  return useQuery({
    queryKey: ["status"],
    queryFn: ({ signal }) => get<Status>("/status", undefined, signal),
    refetchInterval: streaming ? false : 5_000,
    staleTime: 4_000,
    retry: false,
  });
}

/** A list, page after page, in the server's order. It is not refetched by itself: live changes come by patches. */
export function listQuery<T>(path: string, params: Params) {
  return infiniteQueryOptions({
    queryKey: ["list", path, params],
    queryFn: ({ pageParam, signal }) =>
      get<Page<T>>(path, { ...params, limit: PAGE_SIZE, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Page<T>) => last.nextCursor,
    staleTime: 30_000,
    gcTime: 60_000,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export const facetsQuery = (path: string, fields: readonly string[], params: Params) =>
  queryOptions({
    queryKey: ["facets", path, fields, params],
    queryFn: ({ signal }) => get<Facets>(`${path}/facets`, { ...params, fields: fields.join(",") }, signal),
    refetchInterval: 15_000,
    staleTime: 10_000,
  });

/** How many rows of a list match. */
export const countQuery = (path: string, params: Params) =>
  queryOptions({
    queryKey: ["count", path, params],
    queryFn: async ({ signal }) => {
      const { total, totalExact } = await get<Page<unknown>>(path, { ...params, limit: 1 }, signal);
      return { total, totalExact };
    },
    refetchInterval: 15_000,
    staleTime: 10_000,
  });

export const activityQuery = (minutes: number) =>
  queryOptions({
    queryKey: ["activity", minutes],
    queryFn: ({ signal }) => get<Activity>("/sessions/activity", { minutes }, signal),
    refetchInterval: 15_000,
    staleTime: 10_000,
  });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ["session", id],
    queryFn: ({ signal }) => get<Session>(`/sessions/${encodeURIComponent(id)}`, undefined, signal),
    refetchInterval: 15_000,
  });

export const deviceQuery = (mac: string) =>
  queryOptions({
    queryKey: ["device", mac],
    queryFn: ({ signal }) => get<DeviceDetail>(`/devices/${encodeURIComponent(mac)}`, undefined, signal),
    refetchInterval: 15_000,
  });

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: ["user", id],
    queryFn: ({ signal }) => get<NetworkUser>(`/users/${encodeURIComponent(id)}`, undefined, signal),
    refetchInterval: 15_000,
  });

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ["search", q],
    queryFn: ({ signal }) => get<SearchResult>("/search", { q }, signal),
    enabled: q.trim().length > 0,
    staleTime: 10_000,
  });
