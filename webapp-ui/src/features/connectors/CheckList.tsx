import { useEffect, useRef } from "react";
import type { CheckReport, CheckStep } from "@/api/connectors";
import { words } from "@/lib/format";
import { duration, localTime } from "@/lib/time";
import { Mono, ToneIcon } from "@/ui/marks";
import { PeerChain } from "./PeerChain";

const STEPS: Record<CheckStep["step"], string> = {
  NAME_RESOLUTION: "Name",
  TCP: "Network",
  TLS: "Trust",
  ACCOUNT: "Account",
  LOOKUP: "Services",
  SECRET: "Secret",
  WEBSOCKET: "Stream",
  SUBSCRIPTION: "Subscription",
  BULK: "Download",
};

const OUTCOMES = {
  PASSED: { tone: "good", said: "passed" },
  FAILED: { tone: "bad", said: "failed" },
  WARNING: { tone: "warn", said: "passed with a warning" },
  SKIPPED: { tone: "idle", said: "not tried" },
} as const;

/** The steps of a test in the order in which they were made. */
export function CheckList({ report }: { report: CheckReport }) {
  return (
    <>
      <Verdict report={report} />
      <ol className="cl-checks">
        {report.steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step may be made for several targets, in this order
          <Step key={index} step={step} />
        ))}
      </ol>
    </>
  );
}

/** It takes the focus when it comes, so that the outcome is heard. */
function Verdict({ report }: { report: CheckReport }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const failed = report.steps.filter((step) => step.outcome === "FAILED");
  const trouble = failed[0] ?? report.steps.find((step) => step.outcome === "WARNING");
  const where = [...new Set(failed.map(name))].join(", ");
  const tone = report.outcome === "PASSED" ? "good" : report.outcome === "FAILED" ? "bad" : "warn";
  return (
    <div ref={box} tabIndex={-1} className={`cl-verdict cl-verdict--${tone}`}>
      <p>
        <ToneIcon tone={tone} />{" "}
        <strong>
          {report.outcome === "PASSED"
            ? "Everything works"
            : report.outcome === "WARNINGS"
              ? "It works, with warnings"
              : `It fails at: ${where}`}
        </strong>{" "}
        <span className="cl-muted">
          at {localTime(report.startedAt)}, in{" "}
          {duration(Date.parse(report.finishedAt) - Date.parse(report.startedAt))}
        </span>
      </p>
      {trouble ? (
        <>
          <p>{trouble.what}</p>
          {trouble.action ? (
            <p>
              <strong>What to do:</strong> {trouble.action}
            </p>
          ) : null}
        </>
      ) : null}
    </div>
  );
}

function Step({ step }: { step: CheckStep }) {
  const { tone, said } = OUTCOMES[step.outcome] ?? { tone: "idle", said: step.outcome };
  return (
    <li className="cl-check">
      <ToneIcon tone={tone} />
      <div className="cl-check__words">
        <h3>
          {name(step)} <span className="cl-muted">{said}</span>
        </h3>
        <p>{step.what}</p>
        {step.action ? (
          <p>
            <strong>What to do:</strong> {step.action}
          </p>
        ) : null}
        {step.chain && step.chain.length > 0 ? <PeerChain chain={step.chain} /> : null}
      </div>
      <div className="cl-check__where">
        {step.target ? <Mono>{step.target}</Mono> : null}
        {step.code ? <Mono>{step.code}</Mono> : null}
        {step.outcome === "SKIPPED" ? null : <span className="cl-time">{duration(step.millis)}</span>}
      </div>
    </li>
  );
}

function name(step: CheckStep): string {
  return STEPS[step.step] ?? words(step.step);
}
