import type { Conversation } from "@/api/flows";
import { bytes } from "@/lib/bytes";
import { count } from "@/lib/format";
import { Answered, Marks, PartyCell, SideSgt } from "@/ui/flows/flowParts";
import { ServiceName } from "@/ui/flows/ServiceName";
import type { Column } from "@/ui/list/columns";
import { Text } from "@/ui/marks";
import { OpenLink } from "@/ui/sessionColumns";
import { Time } from "@/ui/Time";

/** Sorted is by what is counted; who took part is for the filters. */
function number(
  id: string,
  header: string,
  value: (row: Conversation) => string,
  more?: Partial<Column<Conversation>>,
): Column<Conversation> {
  return { id, header, width: 100, align: "end", sortable: true, cell: value, ...more };
}

export const conversationColumns: readonly Column<Conversation>[] = [
  {
    id: "client",
    header: "Client",
    width: 190,
    cell: (c) => <OpenLink id={c.id} label={<PartyCell row={c} side="client" />} mono={false} />,
  },
  { id: "clientSgt", header: "Client group", width: 140, cell: (c) => <SideSgt row={c} side="client" /> },
  { id: "server", header: "Server", width: 165, cell: (c) => <PartyCell row={c} side="server" /> },
  { id: "serverSgt", header: "Server group", width: 140, cell: (c) => <SideSgt row={c} side="server" /> },
  { id: "service", header: "Service", width: 140, cell: (c) => <ServiceName of={c} /> },
  number("conversations", "Conversations", (c) => count(c.conversations), { width: 125 }),
  { id: "share", header: "Answered", width: 90, align: "end", cell: (c) => <Answered row={c} /> },
  number("bytes", "Bytes", (c) => bytes(c.bytes), { width: 85 }),
  {
    id: "lastAt",
    header: "Last packet",
    width: 120,
    sortable: true,
    cell: (c) => <Time at={c.lastAt} />,
  },
  { id: "marks", header: "Marks", width: 130, cell: (c) => <Marks marks={c.marks} /> },
  {
    id: "firstAt",
    header: "First packet",
    width: 120,
    sortable: true,
    optional: true,
    cell: (c) => <Time at={c.firstAt} />,
  },
  number("answered", "Answered, number", (c) => count(c.answered), { optional: true, width: 130 }),
  number("refused", "Refused", (c) => count(c.refused), { optional: true }),
  number("replyOnly", "Reply only", (c) => count(c.replyOnly), { optional: true }),
  number("requestBytes", "Bytes asked", (c) => bytes(c.requestBytes), { optional: true }),
  number("replyBytes", "Bytes replied", (c) => bytes(c.replyBytes), { optional: true }),
  number("requestPackets", "Packets asked", (c) => count(c.requestPackets), { optional: true }),
  number("replyPackets", "Packets replied", (c) => count(c.replyPackets), { optional: true }),
  number("exporters", "Exporters", (c) => count(c.exporters), { optional: true }),
  number("sampling", "Sampling", (c) => (c.sampling > 1 ? `1 in ${count(c.sampling)}` : "none"), {
    optional: true,
  }),
  {
    id: "exporter",
    header: "An exporter",
    width: 140,
    optional: true,
    cell: (c) => <Text>{c.exporter}</Text>,
  },
];
