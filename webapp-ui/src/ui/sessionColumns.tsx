import { Link } from "@tanstack/react-router";
import type { Session } from "@/api/types";
import { authMethod, words } from "@/lib/format";
import type { Column } from "./list/columns";
import { Mono, SessionState, Sgt, Text } from "./marks";
import { Time } from "./Time";

/** The columns of a table of sessions, wherever it stands. `first` makes the cell that opens the row. */
export function sessionColumns(first: (session: Session) => React.ReactNode): readonly Column<Session>[] {
  return [
    { id: "mac", header: "Device", width: 150, sortable: true, cell: first },
    {
      id: "user",
      header: "User",
      width: 190,
      sortable: true,
      cell: (s) => <Text>{s.user ?? s.userName}</Text>,
    },
    {
      id: "state",
      header: "State",
      width: 130,
      sortable: true,
      cell: (s) => <SessionState state={s.state} live={s.live} />,
    },
    { id: "ip", header: "IP address", width: 125, sortable: true, cell: (s) => <Mono>{s.ip}</Mono> },
    {
      id: "sgtName",
      header: "Security group",
      width: 185,
      sortable: true,
      cell: (s) => <Sgt name={s.sgtName} number={s.sgt} />,
    },
    {
      id: "endpointProfile",
      header: "Profile",
      width: 175,
      sortable: true,
      cell: (s) => <Text>{s.endpointProfile}</Text>,
    },
    {
      id: "startedAt",
      header: "Started",
      width: 120,
      sortable: true,
      cell: (s) => <Time at={s.startedAt} />,
    },
    {
      id: "authMethod",
      header: "Method",
      width: 84,
      sortable: true,
      cell: (s) => <Text>{s.authMethod && authMethod(s.authMethod)}</Text>,
    },
    { id: "nasIp", header: "Switch", width: 115, sortable: true, cell: (s) => <Mono>{s.nasIp}</Mono> },
    { id: "nasPort", header: "Port", width: 165, sortable: true, cell: (s) => <Text>{s.nasPort}</Text> },
    {
      id: "updatedAt",
      header: "Updated",
      width: 120,
      sortable: true,
      cell: (s) => <Time at={s.updatedAt} />,
    },
    {
      id: "endedAt",
      header: "Ended",
      width: 120,
      sortable: true,
      optional: true,
      cell: (s) => <Time at={s.endedAt} />,
    },
    {
      id: "endpointOs",
      header: "Operating system",
      width: 170,
      sortable: true,
      optional: true,
      cell: (s) => <Text>{s.endpointOs}</Text>,
    },
    {
      id: "ssid",
      header: "SSID",
      width: 130,
      sortable: true,
      optional: true,
      cell: (s) => <Text>{s.ssid}</Text>,
    },
    {
      id: "postureStatus",
      header: "Posture",
      width: 120,
      sortable: true,
      optional: true,
      cell: (s) => <Text>{s.postureStatus && words(s.postureStatus)}</Text>,
    },
    {
      id: "nasIdentifier",
      header: "Switch name",
      width: 150,
      sortable: true,
      optional: true,
      cell: (s) => <Text>{s.nasIdentifier}</Text>,
    },
    {
      id: "auditSessionId",
      header: "Audit session id",
      width: 240,
      sortable: true,
      optional: true,
      cell: (s) => <Mono>{s.auditSessionId}</Mono>,
    },
  ];
}

/** A device's address as a link to its page. */
export function DeviceLink({ mac }: { mac?: string }) {
  if (!mac) return <Mono>{undefined}</Mono>;
  return (
    <Link to="/devices/$mac" params={{ mac }} className="cl-mono">
      {mac}
    </Link>
  );
}

/** A user's identity as a link to the page, where the user is known. */
export function UserLink({ id, name }: { id?: string; name?: string }) {
  if (!name) return <Text>{undefined}</Text>;
  if (!id) return name;
  return (
    <Link to="/users/$id" params={{ id }}>
      {name}
    </Link>
  );
}

/** Opens a row of a list in its drawer. */
export function OpenLink({ id, label, mono = true }: { id: string; label: React.ReactNode; mono?: boolean }) {
  return (
    <Link
      to="."
      search={((now: Record<string, unknown>) => ({ ...now, open: id })) as never}
      resetScroll={false}
      className={mono ? "cl-mono" : undefined}
    >
      {label}
    </Link>
  );
}
