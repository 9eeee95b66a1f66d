import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { listQuery } from "@/api/queries";
import type { Session } from "@/api/types";
import { count } from "@/lib/format";
import { ErrorNotice } from "./ErrorNotice";
import { DataTable } from "./list/DataTable";
import { ListFooter } from "./list/ListFooter";
import { sessionColumns } from "./sessionColumns";
import "./list/list.css";

const sessionLink = (session: Session) => (
  <Link to="/sessions" search={{ mac: session.mac, open: session.id } as never} className="cl-mono">
    {session.mac ?? `Session ${session.id}`}
  </Link>
);
const sinceLink = (session: Session) => (
  <Link to="/sessions" search={{ mac: session.mac, open: session.id } as never} className="cl-mono">
    {session.auditSessionId ?? `Session ${session.id}`}
  </Link>
);

/** The sessions of one device or one user, newest first. */
export function SessionHistory({ path, withDevice }: { path: string; withDevice: boolean }) {
  const query = useInfiniteQuery(useMemo(() => listQuery<Session>(path, {}), [path]));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const total = query.data?.pages[0]?.total;
  const columns = useMemo(() => {
    const all = sessionColumns(withDevice ? sessionLink : sinceLink).filter((column) => !column.optional);
    return all
      .filter((column) => withDevice || column.id !== "updatedAt")
      .map((column) =>
        column.id === "mac" && !withDevice ? { ...column, header: "Session", width: 240 } : column,
      )
      .map((column) => ({ ...column, sortable: false }));
  }, [withDevice]);
  return (
    <section className="cl-card cl-history">
      <h2 className="cl-card__title">
        Sessions {total === undefined ? null : <span className="cl-muted">{count(total)}</span>}
      </h2>
      {query.isError && rows.length === 0 ? (
        <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      ) : query.isSuccess && rows.length === 0 ? (
        <p className="cl-muted">No session is kept.</p>
      ) : (
        <>
          <DataTable
            label="Sessions"
            columns={columns}
            rows={rows}
            total={total ?? 0}
            rowKey={(session) => session.id}
            isLoading={query.isPending}
            onNearEnd={() => {
              if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage();
            }}
          />
          <ListFooter list={{ rows, total, query }} nouns={["session", "sessions"]} />
        </>
      )}
    </section>
  );
}
