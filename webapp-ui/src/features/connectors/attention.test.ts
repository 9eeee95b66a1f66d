import { describe, expect, it } from "vitest";
import type { ConnectorDetail } from "@/api/connectors";
import { FakeConnector } from "../../../fake/connectors.ts";
import { FAULTS } from "../../../fake/faults.ts";
import { FakeClarion } from "../../../fake/server.ts";
import { attention } from "./attention";
import { failingStep, progress, STEPS } from "./steps";

const NOW = Date.parse("2026-03-04T12:00:00Z");

function connector(fault?: string): ConnectorDetail {
  const fake = new FakeConnector(NOW);
  fake.fault = fault;
  const status = new FakeClarion({ devices: 1 }).status().connector;
  return fake.whole({ ...status, ...fake.status() });
}

it("has nothing to say about a healthy connection", () => {
  expect(attention(connector(), NOW)).toEqual([]);
  expect(progress(connector())).toEqual(STEPS.map(() => "done"));
});

describe.each(Object.keys(FAULTS))("with the fault %s", (fault) => {
  it("says what is wrong and what to do, once", () => {
    const found = attention(connector(fault), NOW);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((one) => one.what)).size).toBe(found.length);
    for (const one of found) {
      expect(one.what).toMatch(/\w{3,} \w+/);
      expect(one.action.length).toBeGreaterThan(20);
    }
  });
});

it("tells the faults apart", () => {
  const said = Object.keys(FAULTS).map((fault) => attention(connector(fault), NOW)[0]?.what);
  expect(new Set(said).size).toBe(said.length);
});

it.each([
  ["unknown-host", "controller"],
  ["refused", "controller"],
  ["unknown-ca", "tls"],
  ["host-mismatch", "tls"],
  ["client-rejected", "tls"],
  ["pending", "account"],
  ["disabled", "account"],
  ["no-service", "services"],
  ["no-controller", "settings"],
])("shows that %s is stuck at %s", (fault, step) => {
  const states = progress(connector(fault));
  expect(STEPS[states?.indexOf("failed") ?? -1]?.id).toBe(step);
});

it("does not claim to know a step for a code it has never seen", () => {
  expect(failingStep("CLARION-PXG-099")).toBeUndefined();
  expect(failingStep(undefined)).toBeUndefined();
  expect(progress(connector("stopped"))).toBeUndefined();
});

it("warns of the certificate's end louder the nearer it is", () => {
  const due = (expiry: "DUE_30" | "DUE_14" | "DUE_7" | "EXPIRED", days: number) => {
    const healthy = connector();
    const certificate = healthy.certificate && {
      ...healthy.certificate,
      expiry,
      notAfter: new Date(NOW + days * 86_400_000).toISOString(),
    };
    return attention({ ...healthy, certificate }, NOW)[0];
  };
  expect(due("DUE_30", 29)).toMatchObject({ tone: "warn", what: expect.stringContaining("expires in 29 d") });
  expect(due("DUE_14", 13)).toMatchObject({ tone: "warn" });
  expect(due("DUE_7", 6)).toMatchObject({ tone: "bad" });
  expect(due("EXPIRED", -1)).toMatchObject({ tone: "bad", what: expect.stringContaining("expired 1 d ago") });
});

it.each([
  ["CLARION-PXG-016", "settings"],
  ["CLARION-PXG-019", "tls"],
  ["CLARION-PXG-023", "services"],
  ["CLARION-PXG-025", "account"],
  ["CLARION-PXG-030", "services"],
  ["CLARION-PXG-032", "download"],
  ["CLARION-PXG-044", "stream"],
  ["CLARION-PXG-070", "settings"],
  ["CLARION-PXG-080", "tls"],
  ["CLARION-PXG-086", "settings"],
])("knows that %s is a fault at %s", (code, step) => {
  expect(failingStep(code)).toBe(step);
});
