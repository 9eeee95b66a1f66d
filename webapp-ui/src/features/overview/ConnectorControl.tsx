import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "@/api/client";
import { describeError } from "@/api/problem";
import { useHasRole } from "@/api/queries";
import type { ConnectorState } from "@/api/types";

/** Start and stop, for those who may. */
export function ConnectorControl({ state }: { state: ConnectorState }) {
  const allowed = useHasRole("engineer");
  const queryClient = useQueryClient();
  const order = useMutation({
    mutationFn: (command: "start" | "stop" | "reload") => post(`/connectors/pxgrid/${command}`),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["status"] }),
  });
  if (!allowed || state === "DISABLED") return null;
  return (
    <div className="cl-card__tools">
      {order.isError ? <span role="alert">{describeError(order.error).title}</span> : null}
      {state === "STOPPED" ? (
        <Button
          size="sm"
          variant="secondary"
          isDisabled={order.isPending}
          onClick={() => order.mutate("start")}
        >
          Start
        </Button>
      ) : (
        <>
          <Button
            size="sm"
            variant="link"
            isDisabled={order.isPending}
            onClick={() => order.mutate("reload")}
          >
            Reconnect
          </Button>
          <Button size="sm" variant="link" isDisabled={order.isPending} onClick={() => order.mutate("stop")}>
            Stop
          </Button>
        </>
      )}
    </div>
  );
}
