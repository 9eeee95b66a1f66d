import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ledgerQuery } from "@/api/connectorQueries";
import type { Connector } from "@/api/types";
import { count, plural } from "@/lib/format";
import { localDate, relative, useNow } from "@/lib/time";
import { speak } from "@/ui/connectorWords";
import { Facts } from "@/ui/Facts";
import { headline } from "@/ui/ledgerWords";
import { Mono, ToneIcon } from "@/ui/marks";
import { Time } from "@/ui/Time";

const WARN_DAYS = 30;
const LEDGER_MILLIS = 15_000;
const DAY_MILLIS = 86_400_000;

/** The connection to ISE: how it is, what came over it, and what will end it. */
export function ConnectorCard({ connector }: { connector: Connector }) {
  const now = useNow();
  const spoken = speak(connector, now);
  const { data: ledger } = useQuery({ ...ledgerQuery, refetchInterval: LEDGER_MILLIS });
  const { counters: c, certificate, problem } = connector;
  return (
    <section className="cl-card">
      <header className="cl-card__head">
        <h2 className="cl-card__title">Connection to ISE</h2>
        <Link to="/connectors">Connectors</Link>
      </header>
      <p className="cl-connector">
        <ToneIcon tone={spoken.tone} /> <strong>{spoken.short}</strong>{" "}
        <span className="cl-muted">{spoken.more}</span>
      </p>
      {ledger ? (
        <p className="cl-connector">
          <Link to="/connectors/ledger">{headline(ledger, now)}</Link>
        </p>
      ) : null}
      {problem ? (
        <p className="cl-problem">
          {problem.action} <span className="cl-mono cl-muted">{problem.code}</span>
        </p>
      ) : null}
      <Facts
        facts={[
          { term: "In this state since", value: <Time at={connector.since} /> },
          { term: "pxGrid node", value: <Mono>{connector.node}</Mono> },
          { term: "Last heard", value: <Time at={connector.lastReceivedAt} as="ago" /> },
          {
            term: "Came as events",
            value: `${plural(c.events, "session report")} in ${plural(c.messages, "message")}`,
          },
          {
            term: "Stored",
            value: `${plural(c.applied, "change")}, from events and downloads together`,
          },
          {
            term: "Without news",
            value: `${plural(c.duplicates, "report")} known already, ${count(c.superseded)} outdated`,
          },
          certificate
            ? { term: "Certificate", value: <Certificate {...certificate} now={now} /> }
            : { term: "Certificate", value: <span className="cl-muted">none in use</span> },
        ]}
      />
    </section>
  );
}

function Certificate({ subject, notAfter, now }: { subject: string; notAfter: string; now: number }) {
  const left = Date.parse(notAfter) - now;
  const tone = left < 0 ? "bad" : left < WARN_DAYS * DAY_MILLIS ? "warn" : undefined;
  return (
    <span>
      <span className="cl-break">{subject}</span>
      <br />
      {tone ? <ToneIcon tone={tone} /> : null} {left < 0 ? "expired" : "valid until"} {localDate(notAfter)},{" "}
      {relative(notAfter, now)}
    </span>
  );
}
