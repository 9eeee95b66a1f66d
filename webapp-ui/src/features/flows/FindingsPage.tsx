import { useQuery } from "@tanstack/react-query";
import { rowQuery } from "@/api/connectorQueries";
import type { SgtFinding } from "@/api/flows";
import { count } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { FlowLink } from "@/ui/flows/FlowLink";
import type { Column } from "@/ui/list/columns";
import { ResourceList } from "@/ui/list/ResourceList";
import { Text } from "@/ui/marks";
import { RowPanel } from "@/ui/RowPanel";
import { DeviceLink, OpenLink, UserLink } from "@/ui/sessionColumns";
import { Time } from "@/ui/Time";
import { FlowTabs } from "./FlowTabs";

const source = {
  path: "/flows/findings",
  keyColumn: "id",
  rowKey: (finding: SgtFinding) => String(finding.id),
  eventsNameRows: false,
  pollMillis: 30_000,
};

const who = (finding: SgtFinding) => finding.mac ?? finding.ip ?? "nobody known";

const columns: readonly Column<SgtFinding>[] = [
  {
    id: "mac",
    header: "Device",
    width: 165,
    sortable: true,
    cell: (f) => <OpenLink id={String(f.id)} label={who(f)} />,
  },
  { id: "ip", header: "IP address", width: 150, sortable: true, cell: (f) => <Text>{f.ip}</Text> },
  {
    id: "user",
    header: "User",
    width: 170,
    sortable: true,
    cell: (f) => <UserLink id={f.userId === undefined ? undefined : String(f.userId)} name={f.user} />,
  },
  { id: "exporter", header: "Seen by", width: 150, sortable: true, cell: (f) => f.exporter },
  {
    id: "recordSgt",
    header: "In the traffic",
    width: 120,
    align: "end",
    sortable: true,
    cell: (f) => f.recordSgt,
  },
  {
    id: "sessionSgt",
    header: "By the session",
    width: 125,
    align: "end",
    sortable: true,
    cell: (f) => f.sessionSgt,
  },
  {
    id: "conversations",
    header: "Conversations",
    width: 125,
    align: "end",
    sortable: true,
    cell: (f) => count(f.conversations),
  },
  { id: "lastAt", header: "Last seen", width: 120, sortable: true, cell: (f) => <Time at={f.lastAt} /> },
  {
    id: "traffic",
    header: "Traffic",
    width: 130,
    cell: (f) =>
      f.mac ? (
        <FlowLink to="/flows" search={{ device: f.mac }}>
          Conversations
        </FlowLink>
      ) : null,
  },
];

/** Whose traffic carried another SGT than their session has: a stale or wrong classification somewhere on the way. */
export function FindingsPage() {
  return (
    <ResourceList
      above={<FlowTabs />}
      title="Groups in doubt"
      nouns={["contradiction", "contradictions"]}
      source={source}
      columns={columns}
      facets={[]}
      counted={false}
      placeholder="Device, address, user or exporter"
      example="recordSgt eq 20 and sessionSgt eq 30"
      newestFirst={false}
      nothing={{
        title: "Traffic and sessions agree about groups",
        body: "Where a switch exports another SGT for somebody than ISE gave to the session, it is listed here. Switches that export no SGTs cannot contradict.",
      }}
      drawer={(id, close) => <FindingPanel id={id} onClose={close} />}
    />
  );
}

function FindingPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(rowQuery<SgtFinding>(source.path, "id", id));
  const one = query.data;
  return (
    <RowPanel title={one ? who(one) : "Contradiction"} subject={id} query={query} onClose={onClose}>
      {one ? (
        <Facts
          facts={[
            { term: "Device", value: <DeviceLink mac={one.mac} /> },
            { term: "SGT in the traffic", value: String(one.recordSgt) },
            { term: "SGT by the session", value: String(one.sessionSgt) },
            { term: "Seen by", value: one.exporter },
            { term: "Conversations", value: count(one.conversations) },
            { term: "First seen", value: <Time at={one.firstAt} as="full" /> },
            { term: "Last seen", value: <Time at={one.lastAt} as="full" /> },
          ]}
        />
      ) : null}
    </RowPanel>
  );
}
