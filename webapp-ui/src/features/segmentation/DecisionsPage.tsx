import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { useMutation, useQuery } from "@tanstack/react-query";
import { rowQuery } from "@/api/connectorQueries";
import { useHasRole } from "@/api/queries";
import { DECISIONS, type Decision, undo } from "@/api/segmentation";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Facts } from "@/ui/Facts";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { Mark } from "@/ui/marks";
import { RowPanel } from "@/ui/RowPanel";
import { OpenLink } from "@/ui/sessionColumns";
import { Time } from "@/ui/Time";
import { ClusterLink } from "./memberColumns";
import { SegmentationTabs } from "./SegmentationTabs";
import { decisionWords } from "./segmentationWords";
import { useForgetSegmentation } from "./useDecide";

const source = {
  path: DECISIONS,
  keyColumn: "id",
  rowKey: (decision: Decision) => decision.id,
  eventsNameRows: false,
  still: true,
};

const columns: readonly Column<Decision>[] = [
  {
    id: "id",
    header: "Decision",
    width: 100,
    sortable: true,
    cell: (d) => <OpenLink id={d.id} label={d.id} />,
  },
  {
    id: "undoneAt",
    header: "State",
    width: 110,
    sortable: true,
    cell: (d) => <Mark on={!d.undoneAt}>{d.undoneAt ? "Undone" : "Counts"}</Mark>,
  },
  {
    id: "cluster",
    header: "Cluster",
    width: 110,
    sortable: true,
    cell: (d) => <ClusterLink id={d.cluster} />,
  },
  { id: "kind", header: "What", width: 420, sortable: true, cell: (d) => decisionWords(d) },
  { id: "account", header: "By", width: 140, sortable: true, cell: (d) => d.account },
  { id: "madeAt", header: "When", width: 130, sortable: true, cell: (d) => <Time at={d.madeAt} /> },
];

const facets: readonly Facet[] = [
  {
    field: "kind",
    label: "What",
    options: ["ACCEPT", "RENAME", "MERGE", "SPLIT", "PIN", "EXCLUDE"],
    say: (kind) => kind.charAt(0) + kind.slice(1).toLowerCase(),
  },
];

/** Everything that was decided about clusters; each can be undone. */
export function DecisionsPage() {
  return (
    <ResourceList
      above={<SegmentationTabs />}
      title="Decisions"
      nouns={["decision", "decisions"]}
      source={source}
      columns={columns}
      facets={facets}
      counted={false}
      placeholder="Name, account or value"
      example='account eq "anna" and not (undoneAt pr)'
      newestFirst={true}
      nothing={{
        title: "Nothing was decided yet",
        body: "Accept, rename, merge and split clusters on the page Clusters, pin and exclude members on the page Review.",
      }}
      drawer={(id, close) => <DecisionPanel id={id} onClose={close} />}
    />
  );
}

function DecisionPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(rowQuery<Decision>(DECISIONS, "id", id));
  const allowed = useHasRole("engineer");
  const forget = useForgetSegmentation();
  const back = useMutation({ mutationFn: () => undo(id), onSettled: forget });
  const one = query.data;
  return (
    <RowPanel title={`Decision ${id}`} subject={id} query={query} onClose={onClose}>
      {one ? (
        <>
          {allowed && !one.undoneAt ? (
            <Button size="sm" variant="secondary" isDisabled={back.isPending} onClick={() => back.mutate()}>
              Undo
            </Button>
          ) : null}
          {back.isError ? <ErrorNotice error={back.error} /> : null}
          <Facts
            facts={[
              { term: "What", value: decisionWords(one) },
              { term: "Cluster", value: <ClusterLink id={one.cluster} /> },
              one.other ? { term: "Other cluster", value: <ClusterLink id={one.other} /> } : undefined,
              { term: "By", value: one.account },
              { term: "When", value: <Time at={one.madeAt} as="full" /> },
              { term: "Run in force then", value: one.run },
              one.undoneAt ? { term: "Undone by", value: one.undoneBy } : undefined,
              one.undoneAt ? { term: "Undone", value: <Time at={one.undoneAt} as="full" /> } : undefined,
            ]}
          />
          {one.members.length > 0 ? <p className="cl-mono">{one.members.join(", ")}</p> : null}
        </>
      ) : null}
    </RowPanel>
  );
}
