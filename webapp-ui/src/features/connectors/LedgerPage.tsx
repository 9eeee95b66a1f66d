import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ledgerQuery } from "@/api/connectorQueries";
import type { Ledger } from "@/api/connectors";
import { count, plural } from "@/lib/format";
import { localTime, useNow } from "@/lib/time";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { headline, totals } from "@/ui/ledgerWords";
import { ToneIcon } from "@/ui/marks";
import { PageHead } from "@/ui/PageHead";
import { PanelBones } from "@/ui/PanelBones";
import { WhyEmpty } from "@/ui/WhyEmpty";
import { ConnectorTabs } from "./ConnectorTabs";
import { LedgerTable } from "./LedgerTable";
import "./connectors.css";

/** Whether anything is missing, and how that is known. */
export function LedgerPage() {
  const query = useQuery(ledgerQuery);
  const ledger = query.data;
  return (
    <div className="cl-page">
      <ConnectorTabs />
      <PageHead title="Completeness" />
      {query.isError && !ledger ? (
        <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      ) : null}
      {query.isPending ? (
        <section className="cl-card">
          <PanelBones />
        </section>
      ) : null}
      {ledger ? <Headline ledger={ledger} /> : null}
      {ledger && totals(ledger).received === 0 ? (
        <section className="cl-card">
          <WhyEmpty nouns={["message", "messages"]} />
        </section>
      ) : null}
      {ledger && totals(ledger).received > 0 ? <LedgerTable ledger={ledger} /> : null}
    </div>
  );
}

function Headline({ ledger }: { ledger: Ledger }) {
  const now = useNow();
  const { openGaps, gaps, quarantined } = totals(ledger);
  return (
    <section className="cl-card">
      <p className="cl-headline">{headline(ledger, now)}</p>
      <ul className="cl-claims">
        <li>
          <ToneIcon tone={openGaps > 0 ? "warn" : "good"} />{" "}
          {openGaps > 0 ? (
            <Link to="/connectors/gaps" search={{ filter: "not (closedAt pr)" } as never}>
              {plural(openGaps, "gap")} open: something may be missing
            </Link>
          ) : (
            "No gap is open"
          )}
          {gaps > openGaps ? (
            <>
              {" · "}
              <Link to="/connectors/gaps">{plural(gaps - openGaps, "gap")} closed</Link>
            </>
          ) : null}
        </li>
        <li>
          <ToneIcon tone={quarantined > 0 ? "warn" : "good"} />{" "}
          {quarantined > 0 ? (
            <Link to="/connectors/quarantine">
              {count(quarantined)} {quarantined === 1 ? "message was" : "messages were"} not understood and
              set aside
            </Link>
          ) : (
            "Every message was understood"
          )}
        </li>
        <li className="cl-muted">As of {localTime(ledger.asOf, now)}</li>
      </ul>
    </section>
  );
}
