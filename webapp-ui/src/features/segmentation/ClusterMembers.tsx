import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { listQuery } from "@/api/queries";
import { CLUSTERS, type Cluster, type Member } from "@/api/segmentation";
import { count } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import type { Column } from "@/ui/list/columns";
import { DataTable } from "@/ui/list/DataTable";
import { ListFooter } from "@/ui/list/ListFooter";
import { Text } from "@/ui/marks";
import { memberColumns } from "./memberColumns";
import "@/ui/list/list.css";

const columns: readonly Column<Member>[] = [
  {
    id: "mac",
    header: "MAC address",
    width: 150,
    cell: (m) => (
      <Link to="/devices/$mac" params={{ mac: m.mac }} className="cl-mono">
        {m.mac}
      </Link>
    ),
  },
  ...memberColumns.filter((column) =>
    ["confidence", "nearestName", "profile", "group", "sgtName", "cause"].includes(column.id),
  ),
  { id: "towards", header: "Here because", width: 360, cell: (m) => <Text>{m.towards[0]}</Text> },
  { id: "against", header: "Against", width: 300, cell: (m) => <Text>{m.against[0]}</Text> },
];

/** The members of a cluster, the least sure first. */
export function ClusterMembers({ cluster }: { cluster: Cluster }) {
  const path = `${CLUSTERS}/${cluster.id}/members`;
  const query = useInfiniteQuery(useMemo(() => listQuery<Member>(path, { sort: "confidence" }), [path]));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const total = query.data?.pages[0]?.total;
  return (
    <section className="cl-card cl-history">
      <h2 className="cl-card__title">
        Members{" "}
        {total === undefined ? null : <span className="cl-muted">{count(total)}, the least sure first</span>}
      </h2>
      {query.isError && rows.length === 0 ? (
        <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      ) : query.isSuccess && rows.length === 0 ? (
        <p className="cl-muted">It has no members any more: they were merged, split off or moved.</p>
      ) : (
        <>
          <DataTable
            label="Members"
            columns={columns.map((column) => ({ ...column, sortable: false }))}
            rows={rows}
            total={total ?? 0}
            rowKey={(member) => member.mac}
            isLoading={query.isPending}
            onNearEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
            }}
          />
          <ListFooter list={{ rows, total, query }} nouns={["member", "members"]} />
        </>
      )}
    </section>
  );
}
