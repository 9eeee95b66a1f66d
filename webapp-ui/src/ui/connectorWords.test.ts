import { expect, it } from "vitest";
import type { Connector } from "@/api/types";
import { localTime } from "@/lib/time";
import { speak } from "./connectorWords";

const NOW = Date.parse("2026-03-04T12:00:00Z");
function said(connector: Partial<Connector>): string {
  const { short, more } = speak(
    {
      state: "LIVE",
      since: "2026-03-04T11:00:00Z",
      ...connector,
    },
    NOW,
  );
  return `${short}: ${more}`;
}

it("says lag and age while it is live", () => {
  expect(said({ lagMillis: 800, lastEventAt: "2026-03-04T11:59:58Z" })).toBe(
    "Live: lag 0.8 s, last event 2 s ago",
  );
});

it("says since when, why and when it tries again", () => {
  const staleSince = "2026-03-04T11:58:12Z";
  const text = said({
    state: "WAITING",
    staleSince,
    nextAttemptAt: "2026-03-04T12:00:12Z",
    problem: { code: "X", what: "controller refused the connection", action: "…", at: staleSince },
  });
  expect(text).toBe(
    `Stale since ${localTime(staleSince, NOW)}: controller refused the connection · next attempt in 12 s`,
  );
});

it("names the administrator's step when ISE has not approved", () => {
  expect(said({ state: "PENDING" })).toMatch(/^Waiting for approval: an ISE administrator must approve/);
});

it("names the setting when there is no controller", () => {
  expect(said({ state: "DISABLED" })).toContain("clarion.pxgrid.controllers");
});

it("tells a connection without sessions from none", () => {
  const problem = {
    code: "CLARION-PXG-047",
    what: "ISE refuses it",
    action: "…",
    at: "2026-03-04T11:00:00Z",
  };
  expect(said({ state: "DEGRADED", problem })).toBe(
    "No sessions: connected, but ISE gives no sessions: ISE refuses it",
  );
});

it("stays stale while it is on the way up again", () => {
  expect(said({ state: "SYNCING", staleSince: "2026-03-04T11:58:12Z" })).toMatch(
    /^Stale since .*downloading/,
  );
});
