import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect";
import { useQuery } from "@tanstack/react-query";
import { groupsQuery, type TrafficGroups } from "@/api/flows";
import { count } from "@/lib/format";
import { first } from "@/lib/search";
import { ErrorNotice } from "@/ui/ErrorNotice";
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
import { MatrixGrid } from "./MatrixGrid";
import { cellKey, type Measure, matrixOf } from "./matrix";
import { PairDrawer } from "./PairDrawer";
import { filterLabel, useFlows } from "./useFlows";
import { WhyNoFlows } from "./WhyNoFlows";

/** The API gives no more pairs at once. */
const MOST_PAIRS = 1_000;
const MOST_GROUPS = 30;

/** Traffic from security group to security group, as a picture and as a table of the same data. */
export function MatrixPage() {
  const flows = useFlows();
  const { state, window } = flows;
  const { sort: _, ...params } = state.params;
  const measure: Measure = first(state.search.rank) === "conversations" ? "conversations" : "bytes";
  const asTable = first(state.search.view) === "table";
  const query = useQuery(groupsQuery("sgts", { ...params, top: MOST_PAIRS, rank: measure }));
  const pairs = query.data;
  const cell = first(state.search.cell);
  const narrowed = state.filter !== "" || state.chips.length > 0;
  const search = keptSearch(state.search);
  return (
    <div className={`cl-list ${cell ? "cl-list--open" : ""}`}>
      <div className="cl-page cl-matrixpage">
        <FlowTabs />
        <PageHead
          title="Group to group"
          actions={
            <Button
              variant="secondary"
              size="sm"
              onClick={() => state.set("view", asTable ? undefined : "table")}
            >
              {asTable ? "Show as picture" : "Show as table"}
            </Button>
          }
        />
        <FlowHead flows={flows} />
        <FilterBar
          state={state}
          placeholder=""
          example="not (serverKind eq &quot;EXTERNAL&quot;)"
          searchable={false}
          filters={<AddFilter state={state} />}
          chipName={(name) => filterLabel(name) ?? name}
          chipValue={(_, value) => value}
        >
          <FormSelect
            aria-label="Measured in"
            className="cl-window__choice"
            value={measure}
            onChange={(_, next) => state.set("rank", next === "bytes" ? undefined : next)}
          >
            <FormSelectOption value="bytes" label="Bytes" />
            <FormSelectOption value="conversations" label="Conversations" />
          </FormSelect>
        </FilterBar>
        <section className="cl-card">
          {query.isPending ? <PanelBones /> : null}
          {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
          {pairs && pairs.items.length > 0 && asTable ? (
            <GroupTable by="sgts" head="Pair of security groups" groups={pairs} search={search} />
          ) : null}
          {pairs && pairs.items.length > 0 && !asTable ? (
            <Picture pairs={pairs} measure={measure} open={cell} />
          ) : null}
          {pairs?.items.length === 0 ? (
            narrowed ? (
              <NoRows nouns={["conversation", "conversations"]} narrowed onClear={state.clear} />
            ) : (
              <WhyNoFlows window={window} state={state} />
            )
          ) : null}
        </section>
      </div>
      {cell ? (
        <PairDrawer
          cell={cell}
          pair={pairs?.items.find((one) => cellKey(one.clientSgt, one.serverSgt) === cell)}
          search={search}
          window={window}
          onClose={() => state.set("cell", undefined)}
        />
      ) : null}
    </div>
  );
}

function Picture({ pairs, measure, open }: { pairs: TrafficGroups; measure: Measure; open?: string }) {
  const matrix = matrixOf(pairs, measure, MOST_GROUPS);
  const said = [
    matrix.all > matrix.groups.length
      ? `The ${count(matrix.groups.length)} groups with most traffic of ${count(matrix.all)} are drawn; the table has all pairs.`
      : "",
    pairs.groups > pairs.items.length
      ? `The ${count(pairs.items.length)} largest pairs of ${count(pairs.groups)} are counted.`
      : "",
    "The stronger a cell's colour, the more traffic: each shade is about ten times the one before.",
  ];
  return (
    <>
      <MatrixGrid matrix={matrix} measure={measure} open={open} />
      <p className="cl-muted">{said.filter(Boolean).join(" ")}</p>
    </>
  );
}
