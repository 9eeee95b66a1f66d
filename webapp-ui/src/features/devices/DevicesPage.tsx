import type { Device } from "@/api/types";
import { authMethod } from "@/lib/format";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { Mono, Online, Sgt, Text } from "@/ui/marks";
import { OpenLink } from "@/ui/sessionColumns";
import { Time } from "@/ui/Time";
import { DeviceDrawer } from "./DeviceDrawer";

const source = {
  path: "/devices",
  keyColumn: "mac",
  rowKey: (device: Device) => device.mac,
  eventsNameRows: false,
};

export const deviceColumns: readonly Column<Device>[] = [
  {
    id: "mac",
    header: "MAC address",
    width: 150,
    sortable: true,
    cell: (d) => <OpenLink id={d.mac} label={d.mac} />,
  },
  { id: "online", header: "State", width: 100, sortable: true, cell: (d) => <Online online={d.online} /> },
  { id: "profile", header: "Profile", width: 185, sortable: true, cell: (d) => <Text>{d.profile}</Text> },
  { id: "ip", header: "IP address", width: 125, sortable: true, cell: (d) => <Mono>{d.ip}</Mono> },
  {
    id: "sgtName",
    header: "Security group",
    width: 185,
    sortable: true,
    cell: (d) => <Sgt name={d.sgtName} number={d.sgt} />,
  },
  {
    id: "user",
    header: "Last user",
    width: 190,
    sortable: true,
    cell: (d) => <Text>{d.user ?? d.userName}</Text>,
  },
  { id: "nasIp", header: "Switch", width: 115, sortable: true, cell: (d) => <Mono>{d.nasIp}</Mono> },
  { id: "nasPort", header: "Port", width: 165, sortable: true, cell: (d) => <Text>{d.nasPort}</Text> },
  { id: "lastSeen", header: "Last seen", width: 120, sortable: true, cell: (d) => <Time at={d.lastSeen} /> },
  {
    id: "firstSeen",
    header: "First seen",
    width: 120,
    sortable: true,
    optional: true,
    cell: (d) => <Time at={d.firstSeen} />,
  },
  {
    id: "os",
    header: "Operating system",
    width: 170,
    sortable: true,
    optional: true,
    cell: (d) => <Text>{d.os}</Text>,
  },
  {
    id: "ssid",
    header: "SSID",
    width: 130,
    sortable: true,
    optional: true,
    cell: (d) => <Text>{d.ssid}</Text>,
  },
  {
    id: "authMethod",
    header: "Method",
    width: 84,
    sortable: true,
    optional: true,
    cell: (d) => <Text>{d.authMethod && authMethod(d.authMethod)}</Text>,
  },
];

const facets: readonly Facet[] = [
  {
    field: "online",
    label: "State",
    options: ["true", "false"],
    say: (v) => (v === "true" ? "Online" : "Offline"),
  },
  { field: "sgtName", label: "Security group" },
  { field: "profile", label: "Profile" },
  { field: "authMethod", label: "Method", say: authMethod },
  { field: "nasIp", label: "Switch" },
];

export function DevicesPage() {
  return (
    <ResourceList
      title="Devices"
      nouns={["device", "devices"]}
      source={source}
      columns={deviceColumns}
      facets={facets}
      placeholder="MAC, IP, user, group, profile or port"
      example='profile sw "Cisco" and online eq true'
      newestFirst={false}
      drawer={(mac, close) => <DeviceDrawer mac={mac} onClose={close} />}
    />
  );
}
