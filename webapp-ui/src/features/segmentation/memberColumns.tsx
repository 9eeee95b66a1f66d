import { Link } from "@tanstack/react-router";
import type { Member } from "@/api/segmentation";
import type { Column } from "@/ui/list/columns";
import { Mono, Text } from "@/ui/marks";
import { OpenLink } from "@/ui/sessionColumns";
import { causeWord } from "./segmentationWords";

/** A link to a cluster's own page. */
export function ClusterLink({ id, name }: { id?: string; name?: string }) {
  if (!id) return <span className="cl-muted">in no cluster</span>;
  return (
    <Link to="/segmentation/$id" params={{ id }}>
      {name ?? `Cluster ${id}`}
    </Link>
  );
}

export const memberColumns: readonly Column<Member>[] = [
  {
    id: "mac",
    header: "MAC address",
    width: 150,
    sortable: true,
    cell: (m) => <OpenLink id={m.mac} label={m.mac} />,
  },
  {
    id: "clusterName",
    header: "Cluster",
    width: 210,
    cell: (m) => <ClusterLink id={m.cluster} name={m.clusterName} />,
  },
  {
    id: "confidence",
    header: "Confidence",
    width: 105,
    align: "end",
    sortable: true,
    cell: (m) => `${m.confidence} %`,
  },
  { id: "nearestName", header: "Or else", width: 190, cell: (m) => <Text>{m.nearestName}</Text> },
  {
    id: "reasons",
    header: "Worth a look because",
    width: 330,
    cell: (m) => <Text>{m.reasons.join("; ")}</Text>,
  },
  { id: "profile", header: "Profile", width: 185, sortable: true, cell: (m) => <Text>{m.profile}</Text> },
  { id: "group", header: "AD group", width: 180, sortable: true, cell: (m) => <Text>{m.group}</Text> },
  { id: "sgtName", header: "SGT now", width: 150, sortable: true, cell: (m) => <Text>{m.sgtName}</Text> },
  {
    id: "cause",
    header: "Placed",
    width: 140,
    sortable: true,
    optional: true,
    cell: (m) => causeWord(m.cause),
  },
  {
    id: "ip",
    header: "IP address",
    width: 125,
    sortable: true,
    optional: true,
    cell: (m) => <Mono>{m.ip}</Mono>,
  },
  {
    id: "user",
    header: "User",
    width: 180,
    sortable: true,
    optional: true,
    cell: (m) => <Text>{m.user}</Text>,
  },
  {
    id: "vlan",
    header: "VLAN",
    width: 80,
    sortable: true,
    optional: true,
    cell: (m) => <Text>{m.vlan}</Text>,
  },
  {
    id: "deviceType",
    header: "Device type",
    width: 140,
    sortable: true,
    optional: true,
    cell: (m) => <Text>{m.deviceType}</Text>,
  },
];
