import { Alert } from "@patternfly/react-core/dist/esm/components/Alert";
import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { describeError } from "@/api/problem";

/** A failure where the data would stand: what happened, the request's id for the log, and another try. */
export function ErrorNotice({ error, retry }: { error: unknown; retry?: () => void }) {
  const { title, detail, requestId } = describeError(error);
  return (
    <Alert
      variant="danger"
      isInline
      title={title}
      component="h2"
      actionLinks={
        retry ? (
          <Button variant="link" isInline onClick={retry}>
            Try again
          </Button>
        ) : undefined
      }
    >
      {detail ? <p>{detail}</p> : null}
      {requestId ? (
        <p className="cl-muted">
          Request <span className="cl-mono">{requestId}</span>, to be found in the server's log
        </p>
      ) : null}
    </Alert>
  );
}
