import { useMutation } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { post } from "@/api/client";
import type { CheckReport, CheckRequest } from "@/api/connectors";
import { first, type Search } from "@/lib/search";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { NeedsRole } from "@/ui/NeedsRole";
import { PageHead } from "@/ui/PageHead";
import { CheckList } from "./CheckList";
import { ConnectorTabs } from "./ConnectorTabs";
import { type TestFields, TestForm } from "./TestForm";
import "./connectors.css";

/** Checks a way to ISE step by step, the stored one or another, without disturbing the live connection. */
export function TestPage() {
  return (
    <NeedsRole needs="engineer" what="Test the connection" above={<ConnectorTabs />}>
      <Test />
    </NeedsRole>
  );
}

function Test() {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const check = useMutation({
    mutationFn: (request: CheckRequest) => post<CheckReport>("/connectors/pxgrid/test", request),
  });
  const fields: TestFields = {
    controllers: first(search.controllers) ?? "",
    nodeName: first(search.nodeName) ?? "",
    certificateDirectory: first(search.certificateDirectory) ?? "",
  };
  function run(wanted: TestFields) {
    void navigate({ to: ".", search: emptyLeftOut(wanted) as never, replace: true, resetScroll: false });
    check.mutate(toRequest(wanted));
  }
  return (
    <div className="cl-page">
      <ConnectorTabs />
      <PageHead title="Test the connection">
        <p className="cl-muted">Runs beside the live connection and does not disturb it.</p>
      </PageHead>
      <div className="cl-test">
        <section className="cl-card">
          <h2 className="cl-card__title">What to test</h2>
          <TestForm fields={fields} isPending={check.isPending} onRun={run} />
        </section>
        <section className="cl-card" aria-busy={check.isPending}>
          <h2 className="cl-card__title">Result</h2>
          <p role="status" className="pf-v6-screen-reader">
            {check.isPending ? "The test runs" : ""}
          </p>
          {check.isPending ? <p className="cl-muted">The test runs; it takes up to a minute.</p> : null}
          {check.isIdle ? (
            <p className="cl-muted">
              Nine steps from the name of the controller to the first downloaded session. For a step that
              fails, it says what is wrong and what to do in ISE.
            </p>
          ) : null}
          {check.isError ? <ErrorNotice error={check.error} /> : null}
          {check.isSuccess ? <CheckList report={check.data} /> : null}
        </section>
      </div>
    </div>
  );
}

function emptyLeftOut(fields: TestFields): Search {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ""));
}

/** What is empty is left out: the server then takes what it is configured with. */
export function toRequest(fields: TestFields): CheckRequest {
  const controllers = fields.controllers.split(/[\s,;]+/).filter((one) => one !== "");
  return {
    controllers: controllers.length > 0 ? controllers : undefined,
    nodeName: fields.nodeName.trim() || undefined,
    certificateDirectory: fields.certificateDirectory.trim() || undefined,
  };
}
