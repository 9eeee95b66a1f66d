import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox";
import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { Params } from "@/api/client";
import { facetsQuery } from "@/api/queries";
import type { FacetValue } from "@/api/types";
import { count } from "@/lib/format";
import { values } from "@/lib/search";
import type { ListState } from "./useListState";

/** A choice of values in the side bar; `options` gives the values a fixed order. */
export interface Facet {
  field: string;
  label: string;
  options?: readonly string[];
  say?: (value: string) => string;
}

const FEW = 6;
const NONE: readonly Facet[] = [];

interface Props {
  path: string;
  facets: readonly Facet[];
  state: ListState;
  /** False where the server does not count: the options are then offered without numbers. */
  counted?: boolean;
}

export function FacetPanel({ path, facets, state, counted = true }: Props) {
  const counts = useFacetCounts(path, counted ? facets : NONE, state.params);
  return (
    <nav className="cl-facets" aria-label="Filters">
      {facets.map((facet) => (
        <FacetGroup
          key={facet.field}
          facet={facet}
          found={counted ? counts.get(facet.field) : facet.options?.map((value) => ({ value, count: 0 }))}
          counted={counted}
          chosen={values(state.search[facet.field])}
          onToggle={(value) => state.toggle(facet.field, value)}
        />
      ))}
    </nav>
  );
}

/** A facet's own choice does not narrow its counts, so that a second value can be added to the first. */
function useFacetCounts(path: string, facets: readonly Facet[], params: Params): Map<string, FacetValue[]> {
  const { sort: _, ...filters } = params;
  const free = facets.filter((facet) => filters[facet.field] === undefined);
  const bound = facets.filter((facet) => filters[facet.field] !== undefined);
  const groups = [free, ...bound.map((facet) => [facet])].filter((group) => group.length > 0);
  const answers = useQueries({
    queries: groups.map((group) =>
      facetsQuery(
        path,
        group.map((facet) => facet.field),
        without(filters, group),
      ),
    ),
  });
  const served = new Map(answers.flatMap((answer) => Object.entries(answer.data?.facets ?? {})));
  return new Map(
    facets.flatMap((facet) => {
      const values = served.get(facet.field);
      return values ? [[facet.field, inOrder(values, facet.options)] as const] : [];
    }),
  );
}

/** The given order, with zero for what was not found; without one, as served: the most frequent first. */
function inOrder(values: FacetValue[], options: readonly string[] | undefined): FacetValue[] {
  return options?.map((value) => values.find((one) => one.value === value) ?? { value, count: 0 }) ?? values;
}

function without(params: Params, facets: readonly Facet[]): Params {
  const names = new Set(facets.map((facet) => facet.field));
  return Object.fromEntries(Object.entries(params).filter(([name]) => !names.has(name)));
}

interface GroupProps {
  facet: Facet;
  found: FacetValue[] | undefined;
  counted: boolean;
  chosen: readonly string[];
  onToggle: (value: string) => void;
}

function FacetGroup({ facet, found, counted, chosen, onToggle }: GroupProps) {
  const [all, setAll] = useState(false);
  const known = new Set(found?.map((one) => one.value));
  const missing = chosen.filter((value) => !known.has(value)).map((value) => ({ value, count: 0 }));
  const list = [...(found ?? []), ...(found ? missing : [])];
  const shown = all ? list : list.filter((one, index) => index < FEW || chosen.includes(one.value));
  const say = facet.say ?? ((value: string) => value);
  let more: ReactNode = null;
  if (list.length > FEW)
    more = (
      <button type="button" className="cl-link" aria-expanded={all} onClick={() => setAll(!all)}>
        {all ? "Show fewer" : `Show all ${list.length}`}
      </button>
    );
  return (
    <fieldset className="cl-facet">
      <legend>{facet.label}</legend>
      {found === undefined ? <span className="cl-bone" /> : null}
      {found?.length === 0 && missing.length === 0 ? <span className="cl-muted">No values</span> : null}
      {shown.map((one) => (
        <div key={one.value} className="cl-facet__row">
          <Checkbox
            id={`facet-${facet.field}-${one.value}`}
            label={<span title={say(one.value)}>{say(one.value)}</span>}
            isChecked={chosen.includes(one.value)}
            onChange={() => onToggle(one.value)}
          />
          {counted ? <span className="cl-facet__count">{count(one.count)}</span> : null}
        </div>
      ))}
      {more}
      {all && list.length >= 20 && !facet.options ? <p className="cl-muted">The 20 most frequent</p> : null}
    </fieldset>
  );
}
