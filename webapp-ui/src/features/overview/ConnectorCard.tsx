import type { Connector } from "@/api/types";
import { count } from "@/lib/format";
import { localDate, relative, useNow } from "@/lib/time";
import { speak } from "@/ui/connectorWords";
import { Facts } from "@/ui/Facts";
import { Mono, ToneIcon } from "@/ui/marks";
import { Time } from "@/ui/Time";
import { ConnectorControl } from "./ConnectorControl";

const WARN_DAYS = 30;
const DAY_MILLIS = 86_400_000;

/** The connection to ISE: how it is, what came over it, and what will end it. */
export function ConnectorCard({ connector }: { connector: Connector }) {
  const now = useNow();
  const spoken = speak(connector, now);
  const { counters: c, certificate, problem } = connector;
  return (
    <section className="cl-card">
      <header className="cl-card__head">
        <h2 className="cl-card__title">Connection to ISE</h2>
        <ConnectorControl state={connector.state} />
      </header>
      <p className="cl-connector">
        <ToneIcon tone={spoken.tone} /> <strong>{spoken.short}</strong>{" "}
        <span className="cl-muted">{spoken.more}</span>
      </p>
      {problem && connector.state !== "LIVE" ? (
        <p className="cl-problem">
          {problem.action} <span className="cl-mono cl-muted">{problem.code}</span>
        </p>
      ) : null}
      <Facts
        facts={[
          { term: "In this state since", value: <Time at={connector.since} /> },
          { term: "pxGrid node", value: <Mono>{connector.node}</Mono> },
          { term: "Last heard", value: <Time at={connector.lastReceivedAt} as="ago" /> },
          { term: "Messages", value: count(c.messages) },
          {
            term: "Session reports",
            value: `${count(c.events)}, ${count(c.applied)} applied, ${count(c.duplicates)} known, ${count(c.superseded)} outdated`,
          },
          { term: "Waiting", value: count(c.queued) },
          { term: "Reconnects", value: count(c.reconnects) },
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
