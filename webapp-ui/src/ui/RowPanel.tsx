import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ErrorNotice } from "./ErrorNotice";
import { PanelBones } from "./PanelBones";
import { SidePanel } from "./SidePanel";

interface Props {
  title: ReactNode;
  subject: string;
  query: UseQueryResult<unknown>;
  onClose: () => void;
  children: ReactNode;
}

/** A drawer for a row that is found again in its list: it loads, fails, or the row has gone since. */
export function RowPanel({ title, subject, query, onClose, children }: Props) {
  return (
    <SidePanel title={title} subject={subject} onClose={onClose}>
      {query.isPending ? <PanelBones /> : null}
      {query.isError && !query.data ? (
        <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      ) : null}
      {query.data === null ? <p className="cl-muted">This is not kept any more.</p> : null}
      {children}
    </SidePanel>
  );
}
