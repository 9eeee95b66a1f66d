import { EmptyState, EmptyStateBody } from "@patternfly/react-core/dist/esm/components/EmptyState";
import ClusterIcon from "@patternfly/react-icons/dist/esm/icons/cluster-icon";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { CLUSTERS, type Cluster, isRunning, segmentationStatusQuery } from "@/api/segmentation";
import { count } from "@/lib/format";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { Mark, Text } from "@/ui/marks";
import { OpenLink } from "@/ui/sessionColumns";
import { ClusterDrawer } from "./ClusterDrawer";
import { RunButton, SegmentationHead } from "./SegmentationHead";
import { SegmentationTabs } from "./SegmentationTabs";

const source = {
  path: CLUSTERS,
  keyColumn: "id",
  rowKey: (cluster: Cluster) => cluster.id,
  eventsNameRows: false,
  still: true,
};

const columns: readonly Column<Cluster>[] = [
  {
    id: "name",
    header: "Cluster",
    width: 240,
    sortable: true,
    cell: (c) => <OpenLink id={c.id} label={c.name} />,
  },
  {
    id: "state",
    header: "State",
    width: 110,
    sortable: true,
    cell: (c) => <Mark on={c.state === "ACCEPTED"}>{c.state === "ACCEPTED" ? "Accepted" : "Proposed"}</Mark>,
  },
  {
    id: "members",
    header: "Members",
    width: 100,
    align: "end",
    sortable: true,
    cell: (c) => count(c.members),
  },
  {
    id: "confidence",
    header: "Confidence",
    width: 110,
    align: "end",
    sortable: true,
    cell: (c) => `${c.confidence} %`,
  },
  {
    id: "review",
    header: "To review",
    width: 100,
    align: "end",
    sortable: true,
    cell: (c) =>
      c.review === 0 ? (
        "0"
      ) : (
        <Link to="/segmentation/review" search={{ cluster: c.id } as never}>
          {count(c.review)}
        </Link>
      ),
  },
  { id: "why", header: "What members share", width: 460, cell: (c) => <Text>{c.why}</Text> },
  { id: "nearestName", header: "Most like", width: 200, cell: (c) => <Text>{c.nearestName}</Text> },
  {
    id: "silent",
    header: "Silent",
    width: 90,
    align: "end",
    sortable: true,
    optional: true,
    cell: (c) => count(c.silent),
  },
  {
    id: "pinned",
    header: "Pinned",
    width: 90,
    align: "end",
    sortable: true,
    optional: true,
    cell: (c) => count(c.pinned),
  },
];

const facets: readonly Facet[] = [
  {
    field: "state",
    label: "State",
    options: ["PROPOSED", "ACCEPTED"],
    say: (value) => (value === "ACCEPTED" ? "Accepted" : "Proposed"),
  },
  {
    field: "isNew",
    label: "New by the last run",
    options: ["true", "false"],
    say: (v) => (v === "true" ? "New" : "Known"),
  },
];

/** Which endpoints belong together: clusters, how sure they are, and what is to be decided. */
export function SegmentationPage() {
  const { data: status } = useQuery(segmentationStatusQuery);
  const none = status !== undefined && !status.inForce;
  return (
    <ResourceList
      above={<SegmentationTabs />}
      title="Segmentation"
      nouns={["cluster", "clusters"]}
      source={source}
      columns={columns}
      facets={facets}
      counted={false}
      placeholder="Name"
      example="members gt 10 and confidence lt 80"
      newestFirst={false}
      actions={<RunButton />}
      below={<SegmentationHead />}
      replaced={
        none ? (
          <EmptyState icon={ClusterIcon} titleText="No clusters yet" headingLevel="h2">
            <EmptyStateBody>
              {isRunning(status) ? "A run is under way; its results appear here." : status.advice}
            </EmptyStateBody>
          </EmptyState>
        ) : undefined
      }
      drawer={(id, close) => <ClusterDrawer id={id} onClose={close} />}
    />
  );
}
