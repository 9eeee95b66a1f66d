import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import {
  CLUSTERS,
  type Cluster,
  DECISIONS,
  type Decision,
  decide,
  MEMBERS,
  type NewDecision,
  undo,
} from "@/api/segmentation";

/** Lets everything about clusters be read anew. */
export function useForgetSegmentation(): () => void {
  const queryClient = useQueryClient();
  return useCallback(() => {
    void queryClient.invalidateQueries({ queryKey: ["segmentation"] });
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [kind, path] }) =>
        (kind === "list" || kind === "facets" || kind === "row") &&
        typeof path === "string" &&
        [CLUSTERS, MEMBERS, DECISIONS].some((one) => path.startsWith(one)),
    });
  }, [queryClient]);
}

export interface Wanted {
  cluster: Pick<Cluster, "id" | "revision">;
  decision: NewDecision;
}

/** Makes a decision, and takes the last one back. */
export function useDecide() {
  const forget = useForgetSegmentation();
  const make = useMutation({
    mutationFn: ({ cluster, decision }: Wanted) => decide(cluster, decision),
    onSettled: forget,
  });
  const back = useMutation({
    mutationFn: (made: Decision) => undo(made.id),
    onSuccess: () => make.reset(),
    onSettled: forget,
  });
  return {
    decide: make.mutate,
    last: make.data,
    isPending: make.isPending || back.isPending,
    error: make.error ?? back.error,
    undo: () => {
      if (make.data) back.mutate(make.data);
    },
  };
}

export type Deciding = ReturnType<typeof useDecide>;
