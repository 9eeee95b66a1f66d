import { CONVERSATIONS, type Conversation } from "@/api/flows";
import { words } from "@/lib/format";
import { EVIDENCES, evidenceShort, MARK_NAMES, markShort } from "@/ui/flows/flowWords";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { AddFilter } from "./AddFilter";
import { ConversationDrawer } from "./ConversationDrawer";
import { conversationColumns } from "./conversationColumns";
import { FlowHead } from "./FlowHead";
import { FlowTabs } from "./FlowTabs";
import { filterLabel, useFlows } from "./useFlows";
import { WhyNoFlows } from "./WhyNoFlows";

const source = {
  path: CONVERSATIONS,
  keyColumn: "id",
  rowKey: (conversation: Conversation) => conversation.id,
  eventsNameRows: false,
  still: true,
};

const KINDS = ["DEVICE", "INTERNAL", "EXTERNAL", "GROUP"];
const KIND_SHORT: Readonly<Record<string, string>> = {
  DEVICE: "Device or user",
  INTERNAL: "Internal, not known",
  EXTERNAL: "External",
  GROUP: "Multicast or broadcast",
};

export const flowFacets: readonly Facet[] = [
  {
    field: "answered",
    label: "Answered",
    options: ["true", "false"],
    say: (v) => (v === "true" ? "Some answered" : "Not answered"),
  },
  { field: "mark", label: "Marks", options: MARK_NAMES, say: markShort },
  { field: "clientKind", label: "Client is", options: KINDS, say: (kind) => KIND_SHORT[kind] ?? words(kind) },
  { field: "serverKind", label: "Server is", options: KINDS, say: (kind) => KIND_SHORT[kind] ?? words(kind) },
  {
    field: "evidence",
    label: "Sides told apart by",
    options: EVIDENCES,
    say: evidenceShort,
  },
];

/** Who asked what of whom. */
export function FlowsPage() {
  const flows = useFlows();
  const { state, window, reading } = flows;
  return (
    <ResourceList
      above={<FlowTabs />}
      below={<FlowHead flows={flows} />}
      title="Flows"
      nouns={["conversation", "conversations"]}
      source={source}
      columns={conversationColumns}
      facets={flowFacets}
      counted={false}
      placeholder=""
      searchable={false}
      filters={<AddFilter state={state} />}
      chipName={filterLabel}
      reading={reading}
      example="serverNetwork pr and not (protocol eq 6)"
      newestFirst={false}
      whyEmpty={<WhyNoFlows window={window} state={state} />}
      drawer={(id, close) => <ConversationDrawer id={id} params={state.params} onClose={close} />}
    />
  );
}
