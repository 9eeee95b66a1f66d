import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { rowQuery } from "@/api/connectorQueries";
import { useHasRole } from "@/api/queries";
import { clusterQuery, MEMBERS, type Member } from "@/api/segmentation";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Facts } from "@/ui/Facts";
import { Mono, Text } from "@/ui/marks";
import { RowPanel } from "@/ui/RowPanel";
import { ClusterLink } from "./memberColumns";
import { causeWord } from "./segmentationWords";
import { Undo } from "./Undo";
import { type Deciding, useDecide } from "./useDecide";
import { useKeys } from "./useKeys";

/** Why an endpoint is where it is, what speaks against, and what can be decided about it. */
export function MemberDrawer({ mac, onClose }: { mac: string; onClose: () => void }) {
  const query = useQuery(rowQuery<Member>(MEMBERS, "mac", mac));
  const member = query.data;
  const deciding = useDecide();
  return (
    <RowPanel title={mac} subject={mac} query={query} onClose={onClose}>
      {member ? (
        <>
          <MemberDecisions key={mac} member={member} deciding={deciding} />
          <Facts
            facts={[
              { term: "Cluster", value: <ClusterLink id={member.cluster} name={member.clusterName} /> },
              { term: "Placed", value: causeWord(member.cause) },
              { term: "Confidence", value: `${member.confidence} %` },
              { term: "Or else", value: <Text>{member.nearestName}</Text> },
              { term: "Profile", value: <Text>{member.profile}</Text> },
              { term: "AD group", value: <Text>{member.group}</Text> },
              { term: "SGT now", value: <Text>{member.sgtName}</Text> },
              { term: "IP address", value: <Mono>{member.ip}</Mono> },
              { term: "User", value: <Text>{member.user}</Text> },
            ]}
          />
          <Reasons title="Worth a look because" reasons={member.reasons} none="Nothing asks for it." />
          <Reasons
            title="What speaks for its cluster"
            reasons={member.towards}
            none="Nothing that stands out."
          />
          <Reasons title="What speaks against" reasons={member.against} none="Nothing that stands out." />
          <p>
            <Link to="/devices/$mac" params={{ mac }}>
              All that is known of the device
            </Link>
          </p>
        </>
      ) : null}
    </RowPanel>
  );
}

function Reasons({ title, reasons, none }: { title: string; reasons: readonly string[]; none: string }) {
  return (
    <>
      <h3>{title}</h3>
      {reasons.length === 0 ? (
        <p className="cl-muted">{none}</p>
      ) : (
        <ul className="cl-traits">
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function MemberDecisions({ member, deciding }: { member: Member; deciding: Deciding }) {
  const allowed = useHasRole("engineer");
  const queryClient = useQueryClient();
  // The cluster is read first: a decision says which state of it was seen.
  const make = useMutation({
    mutationFn: async ({ id, kind }: { id: string; kind: "PIN" | "EXCLUDE" }) => {
      const { cluster } = await queryClient.fetchQuery({ ...clusterQuery(id), staleTime: 0 });
      deciding.decide({ cluster, decision: { kind, members: [member.mac] } });
    },
  });
  const { cluster, nearest } = member;
  const keep = cluster ? () => make.mutate({ id: cluster, kind: "PIN" }) : undefined;
  const move = nearest ? () => make.mutate({ id: nearest, kind: "PIN" }) : undefined;
  const exclude = cluster ? () => make.mutate({ id: cluster, kind: "EXCLUDE" }) : undefined;
  useKeys(allowed ? { k: keep, n: move, x: exclude, u: deciding.undo } : {});
  if (!allowed) return <p className="cl-muted">An engineer decides about members.</p>;
  const busy = make.isPending || deciding.isPending;
  return (
    <div className="cl-decisions">
      <div className="cl-actions">
        <Button size="sm" variant="primary" isDisabled={!keep || busy} aria-keyshortcuts="k" onClick={keep}>
          Keep here (k)
        </Button>
        <Button size="sm" variant="secondary" isDisabled={!move || busy} aria-keyshortcuts="n" onClick={move}>
          Move to {member.nearestName ?? "the next best"} (n)
        </Button>
        <Button
          size="sm"
          variant="secondary"
          isDisabled={!exclude || busy}
          aria-keyshortcuts="x"
          onClick={exclude}
        >
          Exclude (x)
        </Button>
      </div>
      {make.isError ? <ErrorNotice error={make.error} /> : null}
      <Undo deciding={deciding} />
    </div>
  );
}
