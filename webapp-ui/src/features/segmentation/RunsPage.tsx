import { useQuery } from "@tanstack/react-query";
import { rowQuery } from "@/api/connectorQueries";
import { RUNS, type Run } from "@/api/segmentation";
import { count, words } from "@/lib/format";
import { duration } from "@/lib/time";
import { Facts } from "@/ui/Facts";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { Mark } from "@/ui/marks";
import { RowPanel } from "@/ui/RowPanel";
import { OpenLink } from "@/ui/sessionColumns";
import { Lasted, Time } from "@/ui/Time";
import { RunChanges } from "./RunChanges";
import { RunButton, SegmentationHead } from "./SegmentationHead";
import { SegmentationTabs } from "./SegmentationTabs";

const source = {
  path: RUNS,
  keyColumn: "id",
  rowKey: (run: Run) => run.id,
  eventsNameRows: false,
  pollMillis: 5_000,
};

function number(id: string, header: string, value: (of: Run) => number): Column<Run> {
  return { id, header, width: 115, align: "end", sortable: true, cell: (of) => count(value(of)) };
}

const columns: readonly Column<Run>[] = [
  { id: "id", header: "Run", width: 80, sortable: true, cell: (r) => <OpenLink id={r.id} label={r.id} /> },
  {
    id: "state",
    header: "State",
    width: 150,
    sortable: true,
    cell: (r) => <Mark on={r.inForce}>{r.inForce ? "In force" : words(r.state)}</Mark>,
  },
  { id: "createdAt", header: "Begun", width: 120, sortable: true, cell: (r) => <Time at={r.createdAt} /> },
  { id: "took", header: "Took", width: 80, cell: (r) => <Lasted from={r.createdAt} to={r.endedAt} /> },
  number("endpoints", "Endpoints", (r) => r.endpoints),
  number("clusters", "Clusters", (r) => r.clusters),
  number("review", "To review", (r) => r.review),
  number("conversations", "Conversations", (r) => r.conversations),
  { id: "account", header: "By", width: 120, sortable: true, cell: (r) => r.account },
  { id: "detail", header: "Remark", width: 380, cell: (r) => r.detail ?? "" },
];

const facets: readonly Facet[] = [
  { field: "state", label: "State", options: ["RUNNING", "DONE", "FAILED", "INTERRUPTED"], say: words },
];

/** Every run: what it rests on, how it ended, and what it changed. */
export function RunsPage() {
  return (
    <ResourceList
      above={<SegmentationTabs />}
      title="Runs"
      nouns={["run", "runs"]}
      source={source}
      columns={columns}
      facets={facets}
      counted={false}
      placeholder="Account or remark"
      example='state eq "FAILED"'
      newestFirst={true}
      actions={<RunButton />}
      below={<SegmentationHead />}
      nothing={{
        title: "No run yet",
        body: "Start one with the button above, or wait for the one by the clock.",
      }}
      drawer={(id, close) => <RunPanel id={id} onClose={close} />}
    />
  );
}

function RunPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(rowQuery<Run>(RUNS, "id", id));
  const run = query.data;
  return (
    <RowPanel title={`Run ${id}`} subject={id} query={query} onClose={onClose}>
      {run ? (
        <>
          {run.detail ? <p className="cl-panel__lead">{run.detail}</p> : null}
          <Facts
            facts={[
              { term: "State", value: run.inForce ? "Done, in force" : words(run.state) },
              { term: "Begun", value: <Time at={run.createdAt} as="full" /> },
              { term: "Window", value: duration(Date.parse(run.to) - Date.parse(run.from)) },
              { term: "Endpoints", value: count(run.endpoints) },
              { term: "Of them silent", value: count(run.silent) },
              { term: "Without profile or AD group", value: count(run.unidentified) },
              { term: "Conversations", value: count(run.conversations) },
              { term: "Seed", value: String(run.seed) },
              { term: "Method", value: run.version },
            ]}
          />
          {run.stored ? (
            <RunChanges run={run} />
          ) : (
            <p className="cl-muted">Its members are not kept any more.</p>
          )}
        </>
      ) : null}
    </RowPanel>
  );
}
