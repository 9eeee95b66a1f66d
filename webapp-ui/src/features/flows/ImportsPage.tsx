import { useQuery } from "@tanstack/react-query";
import { rowQuery } from "@/api/connectorQueries";
import { type FlowImport, IMPORTS } from "@/api/flows";
import { useHasRole } from "@/api/queries";
import { bytes } from "@/lib/bytes";
import { count, plural, words } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { RowPanel } from "@/ui/RowPanel";
import { OpenLink } from "@/ui/sessionColumns";
import { Time } from "@/ui/Time";
import { FlowTabs } from "./FlowTabs";
import { ImportForm } from "./ImportForm";

const source = {
  path: IMPORTS,
  keyColumn: "id",
  rowKey: (one: FlowImport) => String(one.id),
  eventsNameRows: false,
  pollMillis: 2_000,
};

const STATES: Readonly<Record<string, string>> = {
  WAITING: "Waits",
  RUNNING: "Under way",
  DONE: "Imported",
  DUPLICATE: "Was there before",
  FAILED: "Failed",
};

/** It is read twice: what the services are is learned first. */
function progress(one: FlowImport): string {
  const state = STATES[one.state] ?? words(one.state);
  if (one.state !== "RUNNING") return state;
  const percent = Math.min(100, Math.floor((100 * one.bytesRead) / Math.max(1, one.size)));
  return `${one.records === 0 ? "First" : "Second"} reading, ${percent} %`;
}

function number(id: string, header: string, value: (of: FlowImport) => number): Column<FlowImport> {
  return { id, header, width: 120, align: "end", sortable: true, cell: (of) => count(value(of)) };
}

const columns: readonly Column<FlowImport>[] = [
  {
    id: "name",
    header: "File",
    width: 220,
    sortable: true,
    cell: (one) => <OpenLink id={String(one.id)} label={one.name} mono={false} />,
  },
  { id: "state", header: "State", width: 170, sortable: true, cell: progress },
  number("records", "Records", (one) => one.records),
  number("faulty", "Lines left out", (one) => one.faulty),
  number("conversations", "Conversations", (one) => one.conversations),
  {
    id: "createdAt",
    header: "Sent",
    width: 130,
    sortable: true,
    cell: (one) => <Time at={one.createdAt} />,
  },
  { id: "account", header: "By", width: 130, sortable: true, cell: (one) => one.account },
];

const facets: readonly Facet[] = [
  { field: "state", label: "State", options: Object.keys(STATES), say: (state) => STATES[state] ?? state },
];

/** Files of flows: sends one, shows how far it is, and which lines were left out and why. */
export function ImportsPage() {
  const mayImport = useHasRole("engineer");
  return (
    <ResourceList
      above={<FlowTabs />}
      below={mayImport ? <ImportForm /> : <p className="cl-muted">To send a file takes the role engineer.</p>}
      title="Files of flows"
      nouns={["file", "files"]}
      source={source}
      columns={columns}
      facets={facets}
      counted={false}
      placeholder="File or account"
      example="faulty gt 0"
      newestFirst={true}
      nothing={{
        title: "No file has been imported",
        body: "Files of another collector, as CSV, NDJSON or nfdump's CSV, gzipped or not, become conversations as live flows do.",
      }}
      drawer={(id, close) => <ImportPanel id={id} onClose={close} />}
    />
  );
}

function ImportPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery({ ...rowQuery<FlowImport>(source.path, "id", id), refetchInterval: 2_000 });
  const one = query.data;
  return (
    <RowPanel title={one?.name ?? "File"} subject={id} query={query} onClose={onClose}>
      {one ? (
        <>
          {one.detail ? <p>{one.detail}</p> : null}
          <Facts
            facts={[
              { term: "State", value: progress(one) },
              { term: "Size", value: bytes(one.size) },
              { term: "Lines", value: count(one.lines) },
              { term: "Records", value: count(one.records) },
              { term: "Conversations", value: count(one.conversations) },
              { term: "Too old to be kept", value: count(one.outOfTime) },
              { term: "First packet", value: one.firstAt ? <Time at={one.firstAt} as="full" /> : "none" },
              { term: "Last packet", value: one.lastAt ? <Time at={one.lastAt} as="full" /> : "none" },
              { term: "Sent", value: <Time at={one.createdAt} as="full" /> },
            ]}
          />
          {one.faulty > 0 ? <LeftOut of={one} /> : null}
        </>
      ) : null}
    </RowPanel>
  );
}

function LeftOut({ of }: { of: FlowImport }) {
  return (
    <section aria-labelledby="left-out">
      <h3 id="left-out">Lines that were left out</h3>
      <p className="cl-muted">
        {plural(of.faulty, "line")}
        {of.errors.length < of.faulty ? `; the first ${count(of.errors.length)} of them:` : ":"}
      </p>
      <ol className="cl-plain" aria-label="Lines that were left out">
        {of.errors.map((error) => (
          <li key={error}>{error}</li>
        ))}
      </ol>
    </section>
  );
}
