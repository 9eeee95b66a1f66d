import { EmptyState, EmptyStateBody } from "@patternfly/react-core/dist/esm/components/EmptyState";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { meQuery, useHasRole } from "@/api/queries";
import type { Role } from "@/api/types";
import { PageHead } from "./PageHead";

interface Props {
  needs: Role;
  /** The page's title, and what is not shown. */
  what: string;
  above?: ReactNode;
  children: ReactNode;
}

/** A page for some roles only; the others are told which one it takes and who grants it. */
export function NeedsRole({ needs, what, above, children }: Props) {
  const allowed = useHasRole(needs);
  const { data: me } = useQuery(meQuery);
  if (allowed || !me) return children;
  return (
    <div className="cl-page">
      {above}
      <PageHead title={what} />
      <section className="cl-card">
        <EmptyState icon={LockIcon} titleText={`This needs the role ${needs}`} headingLevel="h2">
          <EmptyStateBody>
            You have {me.roles.join(", ") || "no role"}. An administrator can grant more, on the page Access.
          </EmptyStateBody>
        </EmptyState>
      </section>
    </div>
  );
}
