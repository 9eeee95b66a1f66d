import { useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import type { Params } from "@/api/client";
import { type Conversation, conversationQuery } from "@/api/flows";
import { bytes, share } from "@/lib/bytes";
import { count, plural } from "@/lib/format";
import { first, type Search } from "@/lib/search";
import { Facts } from "@/ui/Facts";
import { FlowLink } from "@/ui/flows/FlowLink";
import { PartyWhole, SideSgt } from "@/ui/flows/flowParts";
import { evidenceWords, marksOf, serviceFilter } from "@/ui/flows/flowWords";
import { partyFilter, partyName, partyOf } from "@/ui/flows/party";
import { ServiceName } from "@/ui/flows/ServiceName";
import { Text } from "@/ui/marks";
import { RowPanel } from "@/ui/RowPanel";
import { Time } from "@/ui/Time";
import { Buckets } from "./Buckets";

interface Props {
  id: string;
  /** Those of the list: what is shown is counted as there. */
  params: Params;
  onClose: () => void;
}

/** One conversation: who, with what evidence, how much, and the buckets it is counted from. */
export function ConversationDrawer({ id, params: { sort: _, ...params }, onClose }: Props) {
  const query = useQuery(conversationQuery(id, params));
  const one = query.data;
  const title = one
    ? `${partyName(partyOf(one, "client"))} → ${partyName(partyOf(one, "server"))}`
    : "Conversation";
  return (
    <RowPanel title={title} subject={id} query={query} onClose={onClose}>
      {one ? (
        <>
          <Whole conversation={one} />
          {params.filter ? (
            <p className="cl-muted">Counted is what the filters of the list let through.</p>
          ) : null}
          <h3>Buckets</h3>
          <Buckets id={id} params={params} />
        </>
      ) : null}
    </RowPanel>
  );
}

function Whole({ conversation: c }: { conversation: Conversation }) {
  const search = useSearch({ strict: false }) as Search;
  const time: Search = { last: first(search.last), from: first(search.from), to: first(search.to) };
  const server = partyFilter(partyOf(c, "server"), "server");
  const client = partyFilter(partyOf(c, "client"), "client");
  const service = serviceFilter(c);
  return (
    <>
      <ul className="cl-next" aria-label="Go on to">
        <li>
          <FlowLink to="/flows/groups" search={{ ...time, ...server, by: "client" }}>
            Everyone who uses this server
          </FlowLink>
        </li>
        <li>
          <FlowLink to="/flows/groups" search={{ ...time, ...server, service, by: "client" }}>
            Everyone who uses this service of it
          </FlowLink>
        </li>
        <li>
          <FlowLink to="/flows" search={{ ...time, ...client }}>
            Everything that this client asked
          </FlowLink>
        </li>
      </ul>
      <h3>Who</h3>
      <Facts
        facts={[
          { term: "Client", value: <PartyWhole party={partyOf(c, "client")} /> },
          { term: "Client group", value: <SideSgt row={c} side="client" /> },
          { term: "Server", value: <PartyWhole party={partyOf(c, "server")} /> },
          { term: "Server group", value: <SideSgt row={c} side="server" /> },
          { term: "Service", value: <ServiceName of={c} /> },
        ]}
      />
      <h3>Why this side is the client</h3>
      <Sentences items={evidenceWords(c.evidence)} nothing="Nothing is recorded." label="Evidence" />
      {c.marks ? (
        <>
          <h3>What is odd</h3>
          <Sentences items={marksOf(c.marks).map((mark) => mark.long)} nothing="" label="Marks" />
        </>
      ) : null}
      <h3>How much</h3>
      <Facts
        facts={[
          {
            term: "Answered",
            value: `${count(c.answered)} of ${plural(c.conversations, "conversation")} (${share(c.answered, c.conversations)})`,
          },
          c.refused > 0 ? { term: "Refused", value: count(c.refused) } : undefined,
          c.replyOnly > 0 ? { term: "Only the reply seen", value: count(c.replyOnly) } : undefined,
          { term: "Asked", value: amount(c.requestBytes, c.requestPackets) },
          { term: "Replied", value: amount(c.replyBytes, c.replyPackets) },
          { term: "Sampling", value: c.sampling > 1 ? `1 packet in ${count(c.sampling)}` : "none" },
          { term: "First packet", value: <Time at={c.firstAt} as="full" /> },
          { term: "Last packet", value: <Time at={c.lastAt} as="full" /> },
          {
            term: c.exporters > 1 ? `One of ${count(c.exporters)} exporters` : "Exporter",
            value: <Text>{c.exporter}</Text>,
          },
        ]}
      />
    </>
  );
}

const amount = (octets: number, packets: number) => `${bytes(octets)} in ${plural(packets, "packet")}`;

function Sentences({ items, nothing, label }: { items: readonly string[]; nothing: string; label: string }) {
  if (items.length === 0) return <p className="cl-muted">{nothing}</p>;
  return (
    <ul className="cl-sentences" aria-label={label}>
      {items.map((item) => (
        <li key={item}>{item.charAt(0).toUpperCase() + item.slice(1)}</li>
      ))}
    </ul>
  );
}
