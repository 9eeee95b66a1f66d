import { MEMBERS, type Member } from "@/api/segmentation";
import type { Search } from "@/lib/search";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { MemberDrawer } from "./MemberDrawer";
import { memberColumns } from "./memberColumns";
import { SegmentationHead } from "./SegmentationHead";
import { SegmentationTabs } from "./SegmentationTabs";

const source = {
  path: MEMBERS,
  keyColumn: "mac",
  rowKey: (member: Member) => member.mac,
  eventsNameRows: false,
  still: true,
};

const facets: readonly Facet[] = [
  { field: "profile", label: "Profile" },
  { field: "group", label: "AD group" },
  { field: "sgtName", label: "SGT now" },
  {
    field: "silent",
    label: "Seen",
    options: ["true", "false"],
    say: (v) => (v === "true" ? "Silent" : "Talks"),
  },
];

/** The list is of those who ask for a review, whatever else is filtered. */
const reading = {
  quiet: new Set<string>(),
  params: ({ open: _, cols: __, ...search }: Search) => ({ ...search, review: "true" }),
};

/** Endpoints at which somebody should look, the least sure first if sorted so, with decisions by single keys. */
export function ReviewPage() {
  return (
    <ResourceList
      above={<SegmentationTabs />}
      title="Review"
      nouns={["endpoint", "endpoints"]}
      source={source}
      columns={memberColumns}
      facets={facets}
      reading={reading}
      chipName={(name) => (name === "cluster" ? "Cluster" : undefined)}
      placeholder="MAC, profile, AD group, SGT or VLAN"
      example="confidence lt 40 and silent eq false"
      newestFirst={false}
      below={<SegmentationHead />}
      nothing={{
        title: "Nothing to review",
        body: "Every endpoint is in a cluster with enough confidence. How much that is, clarion.segmentation.review-below says.",
      }}
      drawer={(mac, close) => <MemberDrawer mac={mac} onClose={close} />}
    />
  );
}
