import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type GroupedBy, groupsQuery } from "@/api/flows";
import { first } from "@/lib/search";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { FlowLink } from "@/ui/flows/FlowLink";
import { keptSearch } from "@/ui/flows/flowSearch";
import { FilterBar } from "@/ui/list/FilterBar";
import { NoRows } from "@/ui/list/NoRows";
import { PageHead } from "@/ui/PageHead";
import { PanelBones } from "@/ui/PanelBones";
import "@/ui/list/list.css";
import { AddFilter } from "./AddFilter";
import { FlowHead } from "./FlowHead";
import { FlowTabs } from "./FlowTabs";
import { GroupTable } from "./GroupTable";
import { filterLabel, useFlows } from "./useFlows";
import { WhyNoFlows } from "./WhyNoFlows";

const MOST = 100;
const BYS: readonly { id: GroupedBy; label: string }[] = [
  { id: "client", label: "Client" },
  { id: "server", label: "Server" },
  { id: "client-user", label: "Client user" },
  { id: "server-user", label: "Server user" },
  { id: "sgts", label: "Pair of security groups" },
  { id: "service", label: "Service" },
  { id: "exporter", label: "Exporter" },
];
export const RANKS = [
  { id: "bytes", label: "most bytes" },
  { id: "conversations", label: "most conversations" },
  { id: "answered", label: "most answered" },
  { id: "refused", label: "most refused" },
] as const;

/** Traffic summed up by what one chooses, the largest first; each group leads to its conversations. */
export function FlowGroupsPage() {
  const flows = useFlows();
  const { state, window } = flows;
  const by = BYS.find((one) => one.id === first(state.search.by)) ?? BYS[0];
  const rank = RANKS.find((one) => one.id === first(state.search.rank)) ?? RANKS[0];
  const { sort: _, ...params } = state.params;
  const query = useQuery({
    ...groupsQuery(by?.id ?? "client", { ...params, top: MOST, rank: rank.id }),
    placeholderData: keepPreviousData,
  });
  const groups = query.isPlaceholderData ? undefined : query.data;
  const narrowed = state.filter !== "" || state.chips.length > 0;
  return (
    <div className="cl-page">
      <FlowTabs />
      <PageHead title="Flows summed up" />
      <FlowHead flows={flows} />
      <FilterBar
        state={state}
        placeholder=""
        example="serverNetwork pr and not (protocol eq 6)"
        searchable={false}
        filters={<AddFilter state={state} />}
        chipName={(name) => filterLabel(name) ?? name}
        chipValue={(_, value) => value}
      />
      <div className="cl-window">
        <FormSelect
          aria-label="Sum up by"
          className="cl-window__choice"
          value={by?.id}
          onChange={(_, next) => state.set("by", next === BYS[0]?.id ? undefined : next)}
        >
          {BYS.map((one) => (
            <FormSelectOption key={one.id} value={one.id} label={`By ${one.label.toLowerCase()}`} />
          ))}
        </FormSelect>
        <FormSelect
          aria-label="Largest by"
          className="cl-window__choice"
          value={rank.id}
          onChange={(_, next) => state.set("rank", next === RANKS[0].id ? undefined : next)}
        >
          {RANKS.map((one) => (
            <FormSelectOption key={one.id} value={one.id} label={`With ${one.label}`} />
          ))}
        </FormSelect>
        <FlowLink to="/flows" search={keptSearch(state.search)}>
          The same as conversations
        </FlowLink>
      </div>
      <section className="cl-card">
        {query.isError && !groups ? (
          <ErrorNotice error={query.error} retry={() => void query.refetch()} />
        ) : null}
        {!groups && !query.isError ? <PanelBones /> : null}
        {groups && groups.items.length > 0 ? (
          <GroupTable
            by={by?.id ?? "client"}
            head={by?.label ?? ""}
            groups={groups}
            search={keptSearch(state.search)}
          />
        ) : null}
        {groups && groups.items.length === 0 ? (
          narrowed ? (
            <NoRows nouns={["conversation", "conversations"]} narrowed onClear={state.clear} />
          ) : (
            <WhyNoFlows window={window} state={state} />
          )
        ) : null}
      </section>
    </div>
  );
}
