import { EmptyState, EmptyStateBody } from "@patternfly/react-core/dist/esm/components/EmptyState";
import PathMissingIcon from "@patternfly/react-icons/dist/esm/icons/path-missing-icon";
import { Link, useLocation } from "@tanstack/react-router";
import { PageHead } from "@/ui/PageHead";

export function NotFound() {
  const { pathname } = useLocation();
  return (
    <div className="cl-page">
      <PageHead title="Page not found" />
      <EmptyState icon={PathMissingIcon} titleText="There is no such page" headingLevel="h2">
        <EmptyStateBody>
          Clarion has nothing at <span className="cl-mono">{pathname}</span>.{" "}
          <Link to="/">Go to the overview</Link>.
        </EmptyStateBody>
      </EmptyState>
    </div>
  );
}
