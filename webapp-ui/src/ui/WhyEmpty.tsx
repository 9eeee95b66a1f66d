import { EmptyState, EmptyStateBody } from "@patternfly/react-core/dist/esm/components/EmptyState";
import InProgressIcon from "@patternfly/react-icons/dist/esm/icons/in-progress-icon";
import NetworkIcon from "@patternfly/react-icons/dist/esm/icons/network-icon";
import UnpluggedIcon from "@patternfly/react-icons/dist/esm/icons/unplugged-icon";
import UserCheckIcon from "@patternfly/react-icons/dist/esm/icons/user-check-icon";
import type { ReactNode } from "react";
import { useStatus } from "@/api/queries";
import type { Connector } from "@/api/types";

interface Reason {
  icon: typeof NetworkIcon;
  title: string;
  body: ReactNode;
}

/** Says why there is nothing yet, and what to do about it. */
export function WhyEmpty({ nouns }: { nouns: readonly [string, string] }) {
  const { data: status } = useStatus();
  const reason = why(status?.connector, nouns[1]);
  return (
    <EmptyState icon={reason.icon} titleText={reason.title} headingLevel="h2">
      <EmptyStateBody>{reason.body}</EmptyStateBody>
    </EmptyState>
  );
}

function why(connector: Connector | undefined, things: string): Reason {
  switch (connector?.state) {
    case undefined:
      return { icon: NetworkIcon, title: `No ${things} yet`, body: "What the connector does is not known." };
    case "DISABLED":
      return {
        icon: UnpluggedIcon,
        title: "No controller is configured",
        body: (
          <>
            Set <code>clarion.pxgrid.controllers</code> to the host names of the pxGrid controllers of your
            ISE, give Clarion a client certificate, and start it again. The operating guide has the steps.
          </>
        ),
      };
    case "PENDING":
      return {
        icon: UserCheckIcon,
        title: "ISE has not approved Clarion yet",
        body: (
          <>
            In ISE, open Administration › pxGrid Services › Client Management › Clients and approve the
            client. Clarion asks again by itself and goes on from there.
          </>
        ),
      };
    case "STOPPED":
      return {
        icon: UnpluggedIcon,
        title: "The connector is stopped",
        body: "An engineer can start it on the page Connectors.",
      };
    case "WAITING":
      return {
        icon: UnpluggedIcon,
        title: "ISE cannot be reached",
        body: (
          <>
            {connector.problem ? `${connector.problem.what}. ${connector.problem.action} ` : null}
            Clarion tries again by itself.
          </>
        ),
      };
    case "DEGRADED":
      return {
        icon: UnpluggedIcon,
        title: "ISE gives no sessions",
        body: (
          <>
            {connector.problem ? `${connector.problem.what} ${connector.problem.action} ` : null}
            Everything else that ISE tells is taken meanwhile.
          </>
        ),
      };
    case "STANDBY":
      return {
        icon: UnpluggedIcon,
        title: "No process holds the connection to ISE yet",
        body: "One of those that stand by takes over by itself within seconds.",
      };
    case "UNKNOWN":
      return {
        icon: UnpluggedIcon,
        title: "The connector does not answer",
        body: (
          <>
            {connector.problem ? `${connector.problem.what} ${connector.problem.action} ` : null}
            What is shown is what is stored.
          </>
        ),
      };
    case "LIVE":
      return {
        icon: NetworkIcon,
        title: `No ${things} yet`,
        body: "The connection to ISE is live and its download was empty. The first authentication will show here.",
      };
    default:
      return {
        icon: InProgressIcon,
        title: "Connecting to ISE",
        body: `The ${things} appear as soon as the first download is complete.`,
      };
  }
}
