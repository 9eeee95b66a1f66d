import { queryOptions, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { get } from "./client";
import type { ConnectorDetail, Ledger, MessageQueue } from "./connectors";
import { useStreaming } from "./live";
import { useStatus } from "./queries";
import type { Connector, Page } from "./types";

const PATH = "/connectors/pxgrid";

export const connectorKey = ["connector"] as const;

export const connectorQuery = queryOptions({
  queryKey: connectorKey,
  queryFn: ({ signal }) => get<ConnectorDetail>(PATH, undefined, signal),
  refetchInterval: 5_000,
  staleTime: 2_000,
  retry: false,
});

/** Everything about the connection; its state follows the pushed status, the rest follows within seconds. */
export function useConnector() {
  const detail = useQuery(connectorQuery);
  const status = useStatus();
  const streaming = useStreaming();
  const pushed = status.data?.connector;
  const { refetch } = detail;
  const moment = `${pushed?.state} ${pushed?.since} ${pushed?.problem?.at}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another state is what asks again
  useEffect(() => {
    if (streaming) void refetch();
  }, [moment, streaming, refetch]);
  const newer = pushed !== undefined && status.dataUpdatedAt > detail.dataUpdatedAt;
  return { query: detail, connector: detail.data && newer ? withStatus(detail.data, pushed) : detail.data };
}

/** The detail with what a newer status says; who leads and the plan of reconciling are the detail's own. */
export function withStatus(detail: ConnectorDetail, status: Connector): ConnectorDetail {
  const { reconciling, ...now } = status;
  return {
    ...now,
    leader: detail.leader,
    members: detail.members,
    reconcile: { ...detail.reconcile, running: reconciling },
  };
}

/** The message queue between connector and database; most installations have none. */
export const queueQuery = queryOptions({
  queryKey: ["queue"],
  queryFn: ({ signal }) => get<MessageQueue>("/connectors/queue", undefined, signal),
  refetchInterval: 5_000,
  staleTime: 2_000,
  retry: false,
});

export const ledgerQuery = queryOptions({
  queryKey: ["ledger"],
  queryFn: ({ signal }) => get<Ledger>(`${PATH}/ledger`, undefined, signal),
  refetchInterval: 5_000,
  staleTime: 2_000,
  retry: false,
});

/** One row of a list, by its key. */
export const rowQuery = <T>(path: string, keyColumn: string, key: string) =>
  queryOptions({
    queryKey: ["row", path, key],
    queryFn: async ({ signal }) => {
      const { items } = await get<Page<T>>(path, { [keyColumn]: key, limit: 1 }, signal);
      return items[0] ?? null;
    },
    refetchInterval: 15_000,
  });
