import { useQuery } from "@tanstack/react-query";
import { rowQuery } from "@/api/connectorQueries";
import type { Reconcile } from "@/api/connectors";
import { count } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { ToneIcon } from "@/ui/marks";
import { RowPanel } from "@/ui/RowPanel";
import { OpenLink } from "@/ui/sessionColumns";
import { Lasted, Time } from "@/ui/Time";
import { reconcileReason, TOPIC_IDS, topicName } from "@/ui/topicWords";
import { ConnectorTabs } from "./ConnectorTabs";

const source = {
  path: "/connectors/pxgrid/reconciles",
  keyColumn: "id",
  rowKey: (one: Reconcile) => one.id,
  eventsNameRows: false,
  pollMillis: 5_000,
};

const number = (id: "seen" | "missing" | "different" | "closed", header: string): Column<Reconcile> => ({
  id,
  header,
  width: 100,
  align: "end",
  sortable: true,
  cell: (one) => count(one[id]),
});

const columns: readonly Column<Reconcile>[] = [
  {
    id: "startedAt",
    header: "Started",
    width: 150,
    sortable: true,
    cell: (one) => <OpenLink id={one.id} label={<Time at={one.startedAt} />} mono={false} />,
  },
  { id: "topic", header: "Topic", width: 150, sortable: true, cell: (one) => topicName(one.topic) },
  { id: "reason", header: "Why", width: 160, sortable: true, cell: (one) => reason(one) },
  { id: "completedAt", header: "Took", width: 110, sortable: true, cell: (one) => <Took one={one} /> },
  number("seen", "At ISE"),
  number("missing", "Missing here"),
  number("different", "Different"),
  number("closed", "Gone at ISE"),
  { id: "found", header: "Result", width: 190, cell: (one) => <Result one={one} /> },
];

const facets: readonly Facet[] = [
  {
    field: "reason",
    label: "Why",
    options: ["SCHEDULED", "REQUESTED", "GAP", "FIRST_START"],
    say: (value) => sentence(reconcileReason(value)),
  },
  { field: "topic", label: "Topic", options: TOPIC_IDS, say: topicName },
];

/** Every comparison with ISE's whole answer, and what it found. */
export function ReconcilesPage() {
  return (
    <ResourceList
      above={<ConnectorTabs />}
      title="Reconciles"
      nouns={["reconcile", "reconciles"]}
      source={source}
      columns={columns}
      facets={facets}
      counted={false}
      placeholder="Topic or reason"
      example='missing gt 0 and reason eq "SCHEDULED"'
      newestFirst
      nothing={{
        title: "Nothing was compared yet",
        body: "Clarion compares what it holds with ISE's whole answer after the first connection, each night, and when an engineer asks for it.",
      }}
      drawer={(id, close) => <ReconcilePanel id={id} onClose={close} />}
    />
  );
}

function ReconcilePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(rowQuery<Reconcile>(source.path, "id", id));
  const one = query.data;
  return (
    <RowPanel title="Reconcile" subject={id} query={query} onClose={onClose}>
      {one ? (
        <>
          <p className="cl-panel__lead">
            <Result one={one} />
          </p>
          <Facts
            facts={[
              { term: "Topic", value: topicName(one.topic) },
              { term: "Why", value: reason(one) },
              { term: "Started", value: <Time at={one.startedAt} as="full" /> },
              { term: "Took", value: <Took one={one} /> },
              { term: "At ISE", value: `${count(one.seen)} in ISE's answer` },
              { term: "Missing here", value: `${count(one.missing)}, which Clarion added` },
              { term: "Different", value: `${count(one.different)}, which Clarion corrected` },
              { term: "Gone at ISE", value: `${count(one.closed)}, which Clarion closed` },
            ]}
          />
        </>
      ) : null}
    </RowPanel>
  );
}

function Took({ one }: { one: Reconcile }) {
  return one.completedAt ? <Lasted from={one.startedAt} to={one.completedAt} /> : "not completed";
}

function Result({ one }: { one: Reconcile }) {
  if (!one.completedAt) return <Said tone="warn">Not completed</Said>;
  const wrong = one.missing + one.different + one.closed;
  // A first download and one that fills a gap are expected to find something.
  if (wrong === 0) return <Said tone="good">Equal to ISE</Said>;
  return one.reason === "SCHEDULED" || one.reason === "REQUESTED" ? (
    <Said tone="warn">{count(wrong)} repaired</Said>
  ) : (
    <Said tone="good">{count(wrong)} brought up to date</Said>
  );
}

function Said({ tone, children }: { tone: "good" | "warn"; children: React.ReactNode }) {
  return (
    <span className="cl-tag">
      <ToneIcon tone={tone} /> {children}
    </span>
  );
}

function reason(one: Reconcile): string {
  return sentence(reconcileReason(one.reason));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
