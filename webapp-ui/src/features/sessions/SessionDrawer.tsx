import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "@/api/queries";
import type { Session } from "@/api/types";
import { authMethod, plain, words } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Facts } from "@/ui/Facts";
import { Mono, SessionState, Sgt, Text } from "@/ui/marks";
import { PanelBones } from "@/ui/PanelBones";
import { SidePanel } from "@/ui/SidePanel";
import { DeviceLink, UserLink } from "@/ui/sessionColumns";
import { Lasted, Time } from "@/ui/Time";

export function SessionDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(sessionQuery(id));
  const session = query.data;
  return (
    <SidePanel
      title={session?.mac ?? session?.userName ?? `Session ${id}`}
      subject={id}
      mono={session?.mac !== undefined}
      onClose={onClose}
    >
      {query.isPending ? <PanelBones /> : null}
      {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {session ? <SessionFacts session={session} /> : null}
    </SidePanel>
  );
}

function SessionFacts({ session: s }: { session: Session }) {
  const attributes = Object.entries(s.attributes ?? {}).sort(([a], [b]) => a.localeCompare(b));
  return (
    <>
      <p className="cl-panel__lead">
        <SessionState state={s.state} live={s.live} />
        <span className="cl-muted">
          {s.live ? "for " : "lasted "}
          <Lasted from={s.startedAt} to={s.endedAt} />
        </span>
      </p>
      <h3>Who</h3>
      <Facts
        facts={[
          { term: "Device", value: <DeviceLink mac={s.mac} /> },
          { term: "User", value: <UserLink id={s.userId} name={s.user ?? s.userName} /> },
          s.user && s.userName && s.userName !== s.user
            ? { term: "User as sent", value: s.userName }
            : undefined,
          { term: "Security group", value: <Sgt name={s.sgtName} number={s.sgt} /> },
          { term: "Profile", value: <Text>{s.endpointProfile}</Text> },
          { term: "Operating system", value: <Text>{s.endpointOs}</Text> },
        ]}
      />
      <h3>Where</h3>
      <Facts
        facts={[
          {
            term: s.ipAddresses.length > 1 ? "IP addresses" : "IP address",
            value: <Addresses session={s} />,
          },
          { term: "Switch", value: <Mono>{s.nasIp}</Mono> },
          { term: "Switch name", value: <Text>{s.nasIdentifier}</Text> },
          { term: "Port", value: <Text>{s.nasPort}</Text> },
          { term: "Port type", value: <Text>{s.nasPortType}</Text> },
          s.ssid ? { term: "SSID", value: s.ssid } : undefined,
          { term: "Called station", value: <Mono>{s.calledStationId}</Mono> },
          { term: "Calling station", value: <Mono>{s.callingStationId}</Mono> },
        ]}
      />
      <h3>How</h3>
      <Facts
        facts={[
          { term: "Method", value: <Text>{s.authMethod && authMethod(s.authMethod)}</Text> },
          { term: "Authorization", value: <Text>{s.authorizationProfiles.join(", ")}</Text> },
          { term: "Posture", value: <Text>{s.postureStatus && words(s.postureStatus)}</Text> },
          { term: "Audit session id", value: <Mono>{s.auditSessionId}</Mono> },
        ]}
      />
      <h3>When</h3>
      <Facts
        facts={[
          { term: "Started", value: <Time at={s.startedAt} as="full" /> },
          { term: "Last report", value: <Time at={s.updatedAt} as="full" /> },
          s.endedAt ? { term: "Ended", value: <Time at={s.endedAt} as="full" /> } : undefined,
          s.endReason ? { term: "Ended because", value: ended(s.endReason) } : undefined,
        ]}
      />
      {attributes.length > 0 ? (
        <>
          <h3>Other attributes from ISE</h3>
          <Facts facts={attributes.map(([term, value]) => ({ term, value: <Mono>{plain(value)}</Mono> }))} />
        </>
      ) : null}
    </>
  );
}

function Addresses({ session }: { session: Session }) {
  if (session.ipAddresses.length === 0) return <Mono>{session.ip}</Mono>;
  return session.ipAddresses.map((ip) => (
    <div key={ip}>
      <Mono>{ip}</Mono>
    </div>
  ));
}

const REASONS: Record<string, string> = {
  DISCONNECTED: "ISE reported the disconnect",
  UNSEEN: "it was missing from a full download, so its end was not seen",
};

function ended(reason: string): string {
  return REASONS[reason] ?? words(reason);
}
