import { useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Search } from "@/lib/search";
import { FLOW_FILTERS, flowParams } from "@/ui/flows/flowSearch";
import { useFlowWindow } from "@/ui/flows/flowWindow";
import { type ListReading, useListState } from "@/ui/list/useListState";

const QUIET: ReadonlySet<string> = new Set(["last", "from", "to", "by", "rank", "cell", "view", "new"]);

/** What a page of flows shows: filters and window of its URL, and how the API is asked for them. */
export function useFlows() {
  const search = useSearch({ strict: false }) as Search;
  const { window, renew } = useFlowWindow(search);
  const reading = useMemo<ListReading>(
    () => ({ quiet: QUIET, params: (now) => flowParams(now, window) }),
    [window],
  );
  const state = useListState(reading);
  return { state, reading, window, renew };
}

export type Flows = ReturnType<typeof useFlows>;

export const filterLabel = (name: string) => FLOW_FILTERS[name]?.label;
