import type { NetworkUser } from "@/api/types";
import { count, words } from "@/lib/format";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { Kind, Online, Text } from "@/ui/marks";
import { OpenLink } from "@/ui/sessionColumns";
import { Time } from "@/ui/Time";
import { UserDrawer } from "./UserDrawer";

const source = {
  path: "/users",
  keyColumn: "id",
  rowKey: (user: NetworkUser) => user.id,
  eventsNameRows: false,
};

const columns: readonly Column<NetworkUser>[] = [
  {
    id: "identity",
    header: "Identity",
    width: 250,
    sortable: true,
    cell: (u) => <OpenLink id={u.id} label={u.identity} mono={false} />,
  },
  { id: "online", header: "State", width: 100, sortable: true, cell: (u) => <Online online={u.online} /> },
  { id: "kind", header: "Kind", width: 110, sortable: true, cell: (u) => <Kind kind={u.kind} /> },
  { id: "name", header: "Name", width: 170, sortable: true, cell: (u) => <Text>{u.name}</Text> },
  { id: "realm", header: "Realm", width: 140, sortable: true, cell: (u) => <Text>{u.realm}</Text> },
  {
    id: "userName",
    header: "As last sent",
    width: 200,
    optional: true,
    cell: (u) => <Text>{u.userName}</Text>,
  },
  {
    id: "devices",
    header: "Devices",
    width: 90,
    align: "end",
    cell: (u) => count(u.devices),
  },
  {
    id: "liveSessions",
    header: "Live sessions",
    width: 120,
    sortable: true,
    align: "end",
    cell: (u) => count(u.liveSessions),
  },
  {
    id: "firstSeen",
    header: "First seen",
    width: 130,
    sortable: true,
    cell: (u) => <Time at={u.firstSeen} />,
  },
  { id: "lastSeen", header: "Last seen", width: 130, sortable: true, cell: (u) => <Time at={u.lastSeen} /> },
];

const facets: readonly Facet[] = [
  {
    field: "online",
    label: "State",
    options: ["true", "false"],
    say: (v) => (v === "true" ? "Online" : "Offline"),
  },
  { field: "kind", label: "Kind", options: ["PERSON", "MACHINE"], say: words },
  { field: "realm", label: "Realm" },
];

export function UsersPage() {
  return (
    <ResourceList
      title="Users"
      nouns={["user", "users"]}
      source={source}
      columns={columns}
      facets={facets}
      placeholder="Name, realm or identity"
      example='realm eq "corp" and liveSessions gt 1'
      newestFirst={false}
      drawer={(id, close) => <UserDrawer id={id} onClose={close} />}
    />
  );
}
