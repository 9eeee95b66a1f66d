import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import DownloadIcon from "@patternfly/react-icons/dist/esm/icons/download-icon";
import FilterIcon from "@patternfly/react-icons/dist/esm/icons/filter-icon";
import { type ReactNode, useCallback, useMemo } from "react";
import { apiUrl } from "@/api/client";
import { count } from "@/lib/format";
import { useStored } from "@/lib/useStored";
import { ErrorNotice } from "../ErrorNotice";
import { PageHead } from "../PageHead";
import { ColumnChooser, shownColumns } from "./ColumnChooser";
import type { Column } from "./columns";
import { DataTable } from "./DataTable";
import { type Facet, FacetPanel } from "./FacetPanel";
import { FilterBar } from "./FilterBar";
import { ListFooter } from "./ListFooter";
import { NoRows } from "./NoRows";
import { type ListSource, useListRows } from "./useListRows";
import { type ListReading, nextSort, useListState } from "./useListState";
import "./list.css";

interface Props<T> {
  /** Stands before the head, such as links to the neighbouring pages. */
  above?: ReactNode;
  title: string;
  /** One row and several, in lower case. */
  nouns: readonly [string, string];
  source: ListSource<T>;
  columns: readonly Column<T>[];
  facets: readonly Facet[];
  /** False for lists whose facets the server does not count; these then need fixed options. */
  counted?: boolean;
  placeholder: string;
  example: string;
  /** Whether arrivals come first when the list has its own order. */
  newestFirst: boolean;
  /** Why an empty list is good or bad news; without it, what the connector says. */
  nothing?: { title: string; body: ReactNode };
  /** More to do, before the usual buttons. */
  actions?: ReactNode;
  /** Where the URL is not the query as it stands. */
  reading?: ListReading;
  /** Names of filters that are neither columns nor facets. */
  chipName?: (name: string) => string | undefined;
  /** Stands between the head and the filters. */
  below?: ReactNode;
  /** Stands below free text, or in its place. */
  filters?: ReactNode;
  /** False for lists that cannot be searched for a text. */
  searchable?: boolean;
  /** Stands in place of the table if there is nothing though nothing is filtered. */
  whyEmpty?: ReactNode;
  /** Stands in place of the table whatever the list says. */
  replaced?: ReactNode;
  drawer: (key: string, onClose: () => void) => ReactNode;
}

/** A page that lists one kind of thing: text and facets to narrow, a table, a drawer for one row, all in the URL. */
export function ResourceList<T>(props: Props<T>) {
  const { source, columns, facets, nouns } = props;
  const state = useListState(props.reading);
  const [stored, store] = useStored<string[]>(`clarion.columns${source.path}`, []);
  const [showFacets, setShowFacets] = useStored("clarion.facets", true);
  const shown = useMemo(
    () => shownColumns(columns, firstOf(state.search.cols), stored),
    [columns, state.search.cols, stored],
  );
  const list = useListRows(source, state.params, props.newestFirst && state.sort === undefined);
  const { open, set } = state;
  const close = useCallback(() => {
    const row = open;
    set("open", undefined);
    requestAnimationFrame(() => focusRow(row));
  }, [open, set]);
  const labels = new Map([
    ...columns.map((c) => [c.id, c.header] as const),
    ...facets.map((f) => [f.field, f.label] as const),
  ]);
  const sayings = new Map(facets.map((facet) => [facet.field, facet.say]));
  const narrowed = state.q !== "" || state.filter !== "" || state.chips.length > 0;

  return (
    <div className={`cl-list ${open ? "cl-list--open" : ""}`}>
      <div className="cl-list__main">
        {props.above}
        <PageHead
          title={props.title}
          aside={<Total total={list.total} exact={list.totalExact} nouns={nouns} />}
          actions={
            <>
              {props.actions}
              {list.arrived.count > 0 ? (
                <Button variant="primary" size="sm" className="cl-arrived" onClick={() => void list.reload()}>
                  +{count(list.arrived.count)}
                  {list.arrived.orMore ? " or more" : ""} new
                </Button>
              ) : null}
              <Button
                component="a"
                variant="secondary"
                size="sm"
                icon={<DownloadIcon />}
                href={apiUrl(source.path, { ...state.params, format: "csv" })}
                download={`${source.path.split("/").pop()}.csv`}
              >
                CSV
              </Button>
              <ColumnChooser
                columns={columns}
                shown={shown.map((column) => column.id)}
                onChange={(next) => {
                  store(next);
                  state.set("cols", next.join(","), true);
                }}
              />
            </>
          }
        />
        {props.below}
        <FilterBar
          state={state}
          filters={props.filters}
          searchable={props.searchable}
          placeholder={props.placeholder}
          example={props.example}
          chipName={(name) => props.chipName?.(name) ?? labels.get(name) ?? name}
          chipValue={(name, value) => sayings.get(name)?.(value) ?? value}
        >
          {facets.length === 0 ? null : (
            <Button
              variant="secondary"
              size="sm"
              icon={<FilterIcon />}
              aria-expanded={showFacets}
              onClick={() => setShowFacets(!showFacets)}
            >
              Filters
            </Button>
          )}
        </FilterBar>
        <div className="cl-list__body">
          {showFacets && facets.length > 0 ? (
            <FacetPanel path={source.path} facets={facets} state={state} counted={props.counted} />
          ) : null}
          <div className="cl-list__table">
            {props.replaced ? (
              props.replaced
            ) : list.query.isError && list.rows.length === 0 ? (
              <ErrorNotice error={list.query.error} retry={() => void list.query.refetch()} />
            ) : list.query.isSuccess && list.rows.length === 0 && !narrowed && props.whyEmpty ? (
              props.whyEmpty
            ) : list.query.isSuccess && list.rows.length === 0 ? (
              <NoRows nouns={nouns} narrowed={narrowed} onClear={state.clear} nothing={props.nothing} />
            ) : (
              <>
                <DataTable
                  label={props.title}
                  columns={shown}
                  rows={list.rows}
                  total={list.total ?? 0}
                  rowKey={source.rowKey}
                  isLoading={list.query.isPending}
                  sort={state.sort}
                  onSort={(column) => state.set("sort", nextSort(state.sort, column))}
                  selected={open}
                  onOpen={(key) => set("open", key, open !== undefined)}
                  onNearEnd={list.onNearEnd}
                  fresh={list.fresh}
                  inView={list.inView}
                />
                <ListFooter list={list} nouns={nouns} />
              </>
            )}
          </div>
        </div>
      </div>
      {open ? props.drawer(open, close) : null}
    </div>
  );
}

function Total({
  total,
  exact,
  nouns,
}: {
  total?: number;
  exact: boolean;
  nouns: readonly [string, string];
}) {
  if (total === undefined) return null;
  return (
    <p className="cl-total">
      {exact ? "" : "about "}
      <strong>{count(total)}</strong> {total === 1 ? nouns[0] : nouns[1]}
      {exact ? "" : " (estimated)"}
    </p>
  );
}

function firstOf(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

function focusRow(key: string | undefined) {
  if (!key) return;
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"] a`)?.focus();
}
