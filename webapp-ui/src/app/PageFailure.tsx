import { type ErrorComponentProps, useRouter } from "@tanstack/react-router";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { PageHead } from "@/ui/PageHead";

/** Stands in for a page that failed to load or to draw; the rest of the console goes on. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <div className="cl-page">
      <PageHead title="This page failed" />
      <ErrorNotice
        error={error}
        retry={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}
