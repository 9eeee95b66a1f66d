import type { Session } from "@/api/types";
import { authMethod, words } from "@/lib/format";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { OpenLink, sessionColumns } from "@/ui/sessionColumns";
import { SessionDrawer } from "./SessionDrawer";

const source = {
  path: "/sessions",
  keyColumn: "id",
  rowKey: (session: Session) => session.id,
  eventsNameRows: true,
};

const columns = sessionColumns((session) => (
  <OpenLink id={session.id} label={session.mac ?? session.userName ?? `Session ${session.id}`} />
));

const facets: readonly Facet[] = [
  { field: "live", label: "Life", options: ["true", "false"], say: (v) => (v === "true" ? "Live" : "Ended") },
  { field: "state", label: "State", say: words },
  { field: "sgtName", label: "Security group" },
  { field: "endpointProfile", label: "Profile" },
  { field: "authMethod", label: "Method", say: authMethod },
  { field: "nasIp", label: "Switch" },
];

export function SessionsPage() {
  return (
    <ResourceList
      title="Sessions"
      nouns={["session", "sessions"]}
      source={source}
      columns={columns}
      facets={facets}
      placeholder="MAC, IP, user, group, profile or port"
      example='sgtName eq "Employees" and endpointProfile co "Windows"'
      newestFirst
      drawer={(id, close) => <SessionDrawer id={id} onClose={close} />}
    />
  );
}
