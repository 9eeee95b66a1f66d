import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from "@patternfly/react-core/dist/esm/components/EmptyState";
import ExchangeAltIcon from "@patternfly/react-icons/dist/esm/icons/exchange-alt-icon";
import InProgressIcon from "@patternfly/react-icons/dist/esm/icons/in-progress-icon";
import UnpluggedIcon from "@patternfly/react-icons/dist/esm/icons/unplugged-icon";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type FlowStatus, flowStatusQuery } from "@/api/flows";
import { localDateTime } from "@/lib/time";
import type { FlowWindow } from "@/ui/flows/flowWindow";
import type { ListState } from "@/ui/list/useListState";

interface Props {
  window: FlowWindow;
  state: ListState;
}

interface Reason {
  icon: typeof ExchangeAltIcon;
  title: string;
  body: ReactNode;
}

/** Why there is no flow, and what to do about it. */
export function WhyNoFlows({ window, state }: Props) {
  const { data: status } = useQuery(flowStatusQuery);
  const reason = why(status, window);
  const newest = status?.newestAt;
  const elsewhere = newest !== undefined && (newest < window.from || newest > window.to);
  return (
    <EmptyState variant="sm" icon={reason.icon} titleText={reason.title} headingLevel="h2">
      <EmptyStateBody>{reason.body}</EmptyStateBody>
      {elsewhere ? (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button
              variant="link"
              onClick={() => state.update((now) => ({ ...now, last: undefined, ...dayBefore(newest) }))}
            >
              Show the day before the newest flow
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      ) : null}
    </EmptyState>
  );
}

function dayBefore(newest: string) {
  const end = Date.parse(newest) + 1_000;
  return { from: new Date(end - 86_400_000).toISOString(), to: new Date(end).toISOString() };
}

function why(status: FlowStatus | undefined, window: FlowWindow): Reason {
  if (!status)
    return {
      icon: InProgressIcon,
      title: "No conversations",
      body: "Whether flows are taken is not known yet.",
    };
  if (status.state === "NONE")
    return {
      icon: UnpluggedIcon,
      title: "No collector has taken flows yet",
      body: (
        <>
          Start Clarion with the role <code>all</code> or <code>collector</code> and let your switches export
          NetFlow or IPFIX to it, or import a file with <code>./clarion import flows FILE</code>. The
          operating guide has the steps.
        </>
      ),
    };
  if (!status.newestAt)
    return {
      icon: UnpluggedIcon,
      title: status.state === "STALE" ? "The collector does not run" : "No exporter has sent flows yet",
      body:
        status.state === "STALE" ? (
          <>
            It has stored nothing, and has not been heard of for over a minute. Start it and look at its log.
          </>
        ) : (
          <>
            A collector runs and waits. On your switches, name its host and port as the destination of NetFlow
            or IPFIX, and let the firewalls between them pass that UDP port.
          </>
        ),
    };
  if (status.newestAt < window.from)
    return {
      icon: status.state === "STALE" ? UnpluggedIcon : ExchangeAltIcon,
      title: "No flows in this time",
      body: `The newest flow is of ${localDateTime(status.newestAt)}. ${
        status.state === "STALE"
          ? "No collector is running: start one to take more."
          : "A collector runs, so the exporters have stopped sending, or their packets do not arrive: look at their export statistics."
      }`,
    };
  return {
    icon: ExchangeAltIcon,
    title: "No flows in this time",
    body: `There are flows up to ${localDateTime(status.newestAt)}; choose another time.`,
  };
}
