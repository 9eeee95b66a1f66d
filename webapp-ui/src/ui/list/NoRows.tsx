import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import {
  EmptyState,
  EmptyStateActions,
  EmptyStateBody,
  EmptyStateFooter,
} from "@patternfly/react-core/dist/esm/components/EmptyState";
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon";
import SearchIcon from "@patternfly/react-icons/dist/esm/icons/search-icon";
import type { ReactNode } from "react";
import { WhyEmpty } from "../WhyEmpty";

interface Props {
  nouns: readonly [string, string];
  narrowed: boolean;
  onClear: () => void;
  nothing?: { title: string; body: ReactNode };
}

/** An empty list: because of the filter, or because of what the connector says. */
export function NoRows({ nouns, narrowed, onClear, nothing }: Props) {
  if (!narrowed && nothing)
    return (
      <EmptyState variant="sm" icon={CheckCircleIcon} titleText={nothing.title} headingLevel="h2">
        <EmptyStateBody>{nothing.body}</EmptyStateBody>
      </EmptyState>
    );
  if (!narrowed) return <WhyEmpty nouns={nouns} />;
  return (
    <EmptyState variant="sm" icon={SearchIcon} titleText={`No ${nouns[1]} match`} headingLevel="h2">
      <EmptyStateBody>Nothing that Clarion knows fits all of these filters.</EmptyStateBody>
      <EmptyStateFooter>
        <EmptyStateActions>
          <Button variant="link" onClick={onClear}>
            Clear all filters
          </Button>
        </EmptyStateActions>
      </EmptyStateFooter>
    </EmptyState>
  );
}
