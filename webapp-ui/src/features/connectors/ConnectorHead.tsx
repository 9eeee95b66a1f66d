import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { post } from "@/api/client";
import { connectorKey } from "@/api/connectorQueries";
import type { ConnectorDetail } from "@/api/connectors";
import { useHasRole } from "@/api/queries";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { PageHead } from "@/ui/PageHead";
import { StopQuestion } from "./StopQuestion";

type Order = "start" | "stop" | "reload" | "reconcile";

const DONE: Record<Order, string> = {
  start: "The connector is starting.",
  stop: "The connector is stopping.",
  reload: "Settings and certificates are read again and the connection is made anew.",
  reconcile: "A comparison with all that ISE knows has begun.",
};

const TITLE = "Connection to ISE";

/** The page's head with what an engineer can do with the connection; others are told what it takes. */
export function ConnectorHead({ connector }: { connector: ConnectorDetail }) {
  const allowed = useHasRole("engineer");
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const order = useMutation({
    mutationFn: (command: Order) => post<ConnectorDetail>(`/connectors/pxgrid/${command}`),
    onSuccess: (answer) => queryClient.setQueryData(connectorKey, answer),
    onSettled: () => {
      setAsking(false);
      void queryClient.invalidateQueries({ queryKey: ["status"] });
    },
  });
  if (!allowed)
    return (
      <PageHead title={TITLE}>
        <p className="cl-muted">Starting, stopping and testing it needs the role engineer.</p>
      </PageHead>
    );
  const { state } = connector;
  const live = state === "LIVE";
  const running = connector.reconcile.running;
  const waiting = order.isPending;
  return (
    <>
      <PageHead
        title={TITLE}
        actions={
          <>
            {state === "STOPPED" ? (
              <Button size="sm" isDisabled={waiting} onClick={() => order.mutate("start")}>
                Start
              </Button>
            ) : (
              <Button
                size="sm"
                variant="secondary"
                isDisabled={waiting || state === "DISABLED"}
                aria-expanded={asking}
                onClick={() => setAsking(!asking)}
              >
                Stop
              </Button>
            )}
            <Button size="sm" variant="secondary" isDisabled={waiting} onClick={() => order.mutate("reload")}>
              Reload
            </Button>
            <Button
              size="sm"
              variant="secondary"
              isAriaDisabled={waiting || !live || running}
              aria-describedby={live && !running ? undefined : "why-no-reconcile"}
              onClick={() => order.mutate("reconcile")}
            >
              Reconcile now
            </Button>
            <Link to="/connectors/test" className="pf-v6-c-button pf-m-secondary pf-m-small">
              Test
            </Link>
            {live && !running ? null : (
              <span id="why-no-reconcile" className="cl-muted">
                {running ? "A reconcile is running" : "Reconcile needs a live connection"}
              </span>
            )}
          </>
        }
      />
      <p role="status" className={order.isSuccess ? "cl-muted" : "pf-v6-screen-reader"}>
        {order.isSuccess ? DONE[order.variables] : null}
      </p>
      {asking ? (
        <StopQuestion
          isPending={waiting}
          onStop={() => order.mutate("stop")}
          onCancel={() => setAsking(false)}
        />
      ) : null}
      {order.isError ? <ErrorNotice error={order.error} /> : null}
    </>
  );
}
