import { expect, it } from "vitest";
import type { Ledger, TopicLedger } from "@/api/connectors";
import { localTime } from "@/lib/time";
import { headline, totals } from "./ledgerWords";

const NOW = Date.parse("2026-03-04T12:00:00Z");
const AT = "2026-03-04T09:00:00Z";
const at = localTime(AT, NOW).replace(/:\d\d$/, "");

const RUN = { at: AT, trigger: "SCHEDULED", seconds: 7 };

function topic(values: Partial<TopicLedger>): TopicLedger {
  return {
    topic: "sessions",
    received: 10,
    live: 4,
    recovered: 1,
    bulk: 5,
    applied: 8,
    duplicates: 1,
    superseded: 0,
    quarantined: 1,
    openGaps: 0,
    gaps: 2,
    ...values,
  };
}

function ledger(...topics: TopicLedger[]): Ledger {
  return { asOf: AT, liveSessions: 12_418, lagMillis: 800, topics };
}

it("says how many, how late and how sure in one sentence", () => {
  const lastReconcile = { ...RUN, seen: 12_418, missing: 0, different: 0, closed: 0 };
  expect(headline(ledger(topic({ lastReconcile })), NOW)).toBe(
    `12,418 live sessions, lag 0.8 s, last reconcile ${at}: 0 missing`,
  );
});

it("says what a reconcile found beside what was missing", () => {
  const lastReconcile = { ...RUN, seen: 5, missing: 2, different: 1, closed: 3 };
  expect(headline(ledger(topic({ lastReconcile })), NOW)).toContain("2 missing, 1 different, 3 closed");
});

it("does not call the first download a reconcile", () => {
  const lastReconcile = { ...RUN, trigger: "FIRST_START", seen: 5, missing: 0, different: 0, closed: 0 };
  expect(headline(ledger(topic({ lastReconcile })), NOW)).toContain(`last full download ${at}: 0 missing`);
});

it("does not claim a reconcile that never was, nor a lag before the first event", () => {
  expect(headline({ ...ledger(topic({})), liveSessions: 1, lagMillis: undefined }, NOW)).toBe(
    "1 live session, not reconciled yet",
  );
  expect(headline({ ...ledger(), liveSessions: undefined }, NOW)).toMatch(/^live sessions not counted yet,/);
});

it("adds up over the topics", () => {
  expect(totals(ledger(topic({ openGaps: 1 }), topic({ topic: "profiles" })))).toEqual({
    received: 20,
    openGaps: 1,
    gaps: 4,
    quarantined: 2,
    recovered: 2,
  });
});
