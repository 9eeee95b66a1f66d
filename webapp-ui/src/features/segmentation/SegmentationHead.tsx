import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { Progress, ProgressSize } from "@patternfly/react-core/dist/esm/components/Progress";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { describeError } from "@/api/problem";
import { useHasRole } from "@/api/queries";
import { isRunning, segmentationStatusQuery, startRun } from "@/api/segmentation";
import { useNow } from "@/lib/time";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { ToneIcon } from "@/ui/marks";
import { sayStatus, stepWord } from "./segmentationWords";
import { useForgetSegmentation } from "./useDecide";
import "./segmentation.css";

/** How fresh the clusters are, what they rest on, and how far a run is. */
export function SegmentationHead() {
  const { data: status, error } = useQuery(segmentationStatusQuery);
  const now = useNow();
  const forget = useForgetSegmentation();
  const inForce = status?.inForce?.id;
  const before = useRef(inForce);
  useEffect(() => {
    if (before.current !== undefined && before.current !== inForce) forget();
    before.current = inForce;
  }, [inForce, forget]);
  const said = status
    ? sayStatus(status, now)
    : error
      ? {
          tone: "bad" as const,
          short: "How fresh clusters are is not known",
          more: describeError(error).title,
        }
      : { tone: "busy" as const, short: "Asking how fresh clusters are", more: "" };
  const latest = status?.latest;
  return (
    <div className="cl-segmenthead">
      <p>
        <ToneIcon tone={said.tone} /> <strong>{said.short}</strong>{" "}
        <span className="cl-muted">{said.more}</span>
      </p>
      {latest && isRunning(status) ? (
        <Progress
          value={latest.percent}
          title={`Run ${latest.id}: ${stepWord(latest.step)}`}
          size={ProgressSize.sm}
        />
      ) : null}
      {latest && latest.id !== inForce && (latest.state === "FAILED" || latest.state === "INTERRUPTED") ? (
        <p role="status">
          <ToneIcon tone="bad" /> <strong>Run {latest.id} brought no results.</strong> {latest.detail}
        </p>
      ) : null}
    </div>
  );
}

/** Groups all endpoints anew; only for who may. */
export function RunButton() {
  const queryClient = useQueryClient();
  const { data: status } = useQuery(segmentationStatusQuery);
  const allowed = useHasRole("engineer");
  const start = useMutation({
    mutationFn: startRun,
    onSettled: () => queryClient.invalidateQueries({ queryKey: segmentationStatusQuery.queryKey }),
  });
  if (!allowed) return null;
  return (
    <>
      <Button
        size="sm"
        variant="primary"
        isDisabled={start.isPending || isRunning(status)}
        onClick={() => start.mutate()}
      >
        {isRunning(status) ? "A run is under way" : "Group anew"}
      </Button>
      {start.isError ? <ErrorNotice error={start.error} /> : null}
    </>
  );
}
