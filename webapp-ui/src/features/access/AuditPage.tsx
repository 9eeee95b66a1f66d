import { useQuery } from "@tanstack/react-query";
import { AUDIT } from "@/api/access";
import { rowQuery } from "@/api/connectorQueries";
import type { AuditEntry } from "@/api/types";
import { Facts } from "@/ui/Facts";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { Mono, Text } from "@/ui/marks";
import { NeedsRole } from "@/ui/NeedsRole";
import { RowPanel } from "@/ui/RowPanel";
import { OpenLink } from "@/ui/sessionColumns";
import { Time } from "@/ui/Time";
import { AccessTabs } from "./AccessTabs";
import { Differences } from "./Differences";
import "./access.css";

const source = {
  path: AUDIT,
  keyColumn: "id",
  rowKey: (entry: AuditEntry) => entry.id,
  eventsNameRows: false,
  still: true,
};

const VIA: Record<string, string> = {
  session: "console",
  token: "API token",
  anonymous: "not signed in",
  system: "Clarion itself",
};
const via = (value: string) => VIA[value] ?? value;

const columns: readonly Column<AuditEntry>[] = [
  {
    id: "at",
    header: "When",
    width: 150,
    sortable: true,
    cell: (e) => <OpenLink id={e.id} label={<Time at={e.at} />} mono={false} />,
  },
  { id: "actor", header: "Who", width: 150, sortable: true, cell: (e) => e.actor },
  { id: "action", header: "What", width: 180, sortable: true, cell: (e) => <Mono>{e.action}</Mono> },
  { id: "target", header: "On what", width: 200, sortable: true, cell: (e) => <Text>{e.target}</Text> },
  { id: "via", header: "Through", width: 130, sortable: true, cell: (e) => via(e.via) },
  {
    id: "remoteAddress",
    header: "From",
    width: 140,
    sortable: true,
    cell: (e) => <Mono>{e.remoteAddress}</Mono>,
  },
  {
    id: "requestId",
    header: "Request",
    width: 220,
    optional: true,
    cell: (e) => <Mono>{e.requestId}</Mono>,
  },
];

const ACTIONS = [
  "login.succeeded",
  "login.failed",
  "login.throttled",
  "logout.succeeded",
  "password.changed",
  "account.created",
  "account.changed",
  "account.removed",
  "token.created",
  "token.revoked",
  "connector.started",
  "connector.stopped",
  "connector.reloaded",
  "connector.reconciled",
];
const facets: readonly Facet[] = [
  { field: "action", label: "What", options: ACTIONS },
  { field: "via", label: "Through", options: Object.keys(VIA), say: via },
];

/** Who did what, for administrators. It can be read; nothing changes it. */
export function AuditPage() {
  return (
    <NeedsRole needs="administrator" what="Audit trail" above={<AccessTabs />}>
      <ResourceList
        above={<AccessTabs />}
        title="Audit trail"
        nouns={["entry", "entries"]}
        source={source}
        columns={columns}
        facets={facets}
        counted={false}
        placeholder="Who, what, on what, address or request"
        example='actor eq "admin" and action sw "account."'
        newestFirst
        nothing={{
          title: "Nothing is recorded yet",
          body: "Every sign-in and every change is recorded here.",
        }}
        drawer={(id, close) => <EntryPanel id={id} onClose={close} />}
      />
    </NeedsRole>
  );
}

function EntryPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(rowQuery<AuditEntry>(source.path, "id", id));
  const entry = query.data;
  return (
    <RowPanel title={entry?.action ?? "Audit entry"} subject={id} query={query} onClose={onClose}>
      {entry ? (
        <>
          <Facts
            facts={[
              { term: "When", value: <Time at={entry.at} as="full" /> },
              { term: "Who", value: entry.actor },
              { term: "Through", value: via(entry.via) },
              { term: "From", value: <Mono>{entry.remoteAddress}</Mono> },
              { term: "On what", value: <Text>{entry.target}</Text> },
              { term: "Request", value: <Mono>{entry.requestId}</Mono> },
            ]}
          />
          <Differences before={entry.before} after={entry.after} />
        </>
      ) : null}
    </RowPanel>
  );
}
