import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { ToneIcon } from "@/ui/marks";
import { decisionWords } from "./segmentationWords";
import type { Deciding } from "./useDecide";

/** What was decided just now, and the way back; or why it was refused. */
export function Undo({ deciding }: { deciding: Deciding }) {
  return (
    <div role="status">
      {deciding.error ? <ErrorNotice error={deciding.error} /> : null}
      {deciding.last ? (
        <p className="cl-actions">
          <ToneIcon tone="good" /> Cluster {deciding.last.cluster}: {decisionWords(deciding.last)}.
          <Button
            size="sm"
            variant="link"
            isInline
            isDisabled={deciding.isPending}
            aria-keyshortcuts="u"
            onClick={deciding.undo}
          >
            Undo (u)
          </Button>
        </p>
      ) : null}
    </div>
  );
}
