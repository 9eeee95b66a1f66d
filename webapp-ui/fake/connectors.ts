import type {
  CheckReport,
  CheckRequest,
  CheckStep,
  ConnectorDetail,
  Gap,
  LastReconcile,
  Ledger,
  Quarantined,
  Reconcile,
  TopicStatus,
} from "../src/api/connectors";
import type { Problem, Status } from "../src/api/types";
import { certificate, FAULTS, refusal } from "./faults.ts";
import type { ListSpec } from "./lists.ts";

const ONE = "ise-pxgrid-1.corp.example:8910";
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const TOPICS: readonly [topic: string, destination: string | undefined, perMinute: number][] = [
  ["sessions", "/topic/com.cisco.ise.session", 240],
  ["user-groups", "/topic/com.cisco.ise.session.group", 30],
  ["security-groups", "/topic/com.cisco.ise.config.trustsec.security.group", 0.1],
  ["security-group-acls", "/topic/com.cisco.ise.config.trustsec.security.group.acl", 0.1],
  ["egress-policies", "/topic/com.cisco.ise.config.trustsec.egress.policy", 0.1],
  ["policy-downloads", "/topic/com.cisco.ise.trustsec.policy.download", 2],
  ["sxp-bindings", "/topic/com.cisco.ise.sxp.binding", 40],
  ["radius-failures", "/topic/com.cisco.ise.radius.failure", 6],
  ["anc-status", "/topic/com.cisco.ise.config.anc.status", 0.1],
  ["profiles", "/topic/com.cisco.ise.config.profiler", 0.1],
  ["endpoints", undefined, 0],
];

const named = (...names: string[]) => new Set(names);

export const GAPS: ListSpec = {
  columns: named(
    "id",
    "topic",
    "cause",
    "from",
    "noticedAt",
    "lastSequence",
    "nextSequence",
    "detail",
    "closedAt",
    "how",
    "fetched",
    "repaired",
  ),
  text: ["topic", "cause", "detail"],
  key: "noticedAt",
  descending: true,
};
export const RECONCILES: ListSpec = {
  columns: named(
    "id",
    "topic",
    "reason",
    "startedAt",
    "completedAt",
    "seen",
    "missing",
    "different",
    "closed",
  ),
  text: ["topic", "reason"],
  key: "startedAt",
  descending: true,
};
export const QUARANTINE: ListSpec = {
  columns: named("id", "topic", "source", "receivedAt", "reason", "body"),
  text: ["topic", "reason", "body"],
  key: "id",
  descending: true,
};

/** The connection to ISE of the fake: well, or with one of the faults. */
export class FakeConnector {
  /** What `GET /connectors/queue` answers; off, as in most installations. */
  queue: Record<string, unknown> = { on: false };

  fault: string | undefined;
  /** What differs from a healthy connection, over the fault. */
  detail: Partial<ConnectorDetail> = {};
  /** The body of the last check that was asked for. */
  asked: CheckRequest | undefined;
  readonly gaps: Gap[];
  readonly reconciles: Reconcile[];
  readonly quarantine: Quarantined[];
  private readonly started: number;

  constructor(started: number) {
    this.started = started;
    this.gaps = gaps(started);
    this.reconciles = reconciles(started);
    this.quarantine = quarantine(started);
  }

  /** Its part of the status. */
  status() {
    const { reconcile: _, ...fault } = this.faulty();
    return {
      why: "Subscribed at ise-pxgrid-1.corp.example and complete: every event is stored as it comes.",
      controller: ONE,
      controllers: [
        { address: ONE, state: "IN_USE" as const },
        { address: "ise-pxgrid-2.corp.example:8910", state: "STANDBY" as const },
      ],
      account: {
        nodeName: "clarion",
        state: "ENABLED" as const,
        version: "2.0",
        kind: "CERTIFICATE" as const,
      },
      topics: this.topics(this.fault === "topic-refused" ? refusal(this.started) : undefined),
      certificate: certificate(this.started, 400),
      reconciling: false,
      ...fault,
    };
  }

  private faulty(): Partial<ConnectorDetail> {
    return { ...(this.fault ? FAULTS[this.fault]?.(this.started) : {}), ...this.detail };
  }

  whole({ reconciling, ...status }: Status["connector"]): ConnectorDetail {
    return {
      ...status,
      leader: { holder: "clarion-pxgrid-0/1", since: new Date(this.started).toISOString(), epoch: 3 },
      members: [this.member("clarion-pxgrid-0/1", true), this.member("clarion-pxgrid-1/1", false)],
      reconcile: {
        running: reconciling,
        schedule: "03:00",
        next: new Date(lastNight(this.started) + 24 * HOUR).toISOString(),
        last: this.last(),
      },
    };
  }

  private member(name: string, leads: boolean) {
    return { name, leads, startedAt: new Date(this.started).toISOString(), seenAt: new Date().toISOString() };
  }

  ledger(liveSessions: number, lagMillis: number | undefined): Ledger {
    return {
      asOf: new Date().toISOString(),
      liveSessions,
      lagMillis,
      topics: TOPICS.map(([topic, , rate]) => {
        const live = Math.round(rate * 510);
        const recovered = topic === "sessions" ? 412 : 0;
        const bulk = topic === "sessions" ? 25_114 : topic === "sxp-bindings" ? 9_020 : 0;
        const duplicates = Math.round((recovered + live) / 90);
        const quarantined = this.quarantine.filter((one) => one.topic === topic).length;
        const superseded = Math.round(bulk / 800);
        const received = live + recovered + bulk;
        return {
          topic,
          received,
          live,
          recovered,
          bulk,
          applied: received - duplicates - superseded - quarantined,
          duplicates,
          superseded,
          quarantined,
          lastReceivedAt: received > 0 ? new Date(this.started - MINUTE).toISOString() : undefined,
          openGaps: this.gaps.filter((gap) => gap.topic === topic && !gap.closedAt).length,
          gaps: this.gaps.filter((gap) => gap.topic === topic).length,
          lastReconcile: topic === "sessions" ? this.last() : undefined,
        };
      }),
    };
  }

  check(request: CheckRequest | undefined): CheckReport {
    this.asked = request;
    const target = request?.controllers?.[0] ?? ONE;
    const failing = this.fault === "unknown-ca" ? "TLS" : this.fault === "refused" ? "TCP" : undefined;
    const problem = this.faulty().problem;
    let failed = false;
    const steps = CHECKS.map(([step, what]): CheckStep => {
      const fails = step === failing;
      const skipped = failed;
      failed ||= fails;
      if (skipped)
        return {
          step,
          target,
          outcome: "SKIPPED",
          millis: 0,
          what: "Not tried, because a step before it failed",
        };
      return {
        step,
        target,
        outcome: fails ? "FAILED" : "PASSED",
        millis: 3 + step.length * 2,
        what: fails ? (problem?.what ?? what) : what,
        code: fails ? problem?.code : undefined,
        action: fails ? problem?.action : undefined,
        chain: step === "TLS" ? chain(this.started) : undefined,
      };
    });
    const now = new Date().toISOString();
    return { startedAt: now, finishedAt: now, outcome: failed ? "FAILED" : "PASSED", steps };
  }

  private last(): LastReconcile {
    return {
      at: new Date(lastNight(this.started) + 7200).toISOString(),
      trigger: "SCHEDULED",
      seen: 12_418,
      missing: 0,
      different: 0,
      closed: 0,
      seconds: 7.2,
    };
  }

  private topics(refused: Problem | undefined): TopicStatus[] {
    return TOPICS.map(([topic, destination, rate], index) => ({
      topic,
      destination,
      state: !destination ? "NOT_OFFERED" : refused && topic === "anc-status" ? "REFUSED" : "LIVE",
      problem: topic === "anc-status" ? refused : undefined,
      sequence: destination ? Math.round(rate * 510) + index : undefined,
      lastEventAt: rate > 1 ? new Date(this.started - index * 1700).toISOString() : undefined,
      since: new Date(this.started - 3 * HOUR).toISOString(),
    }));
  }
}

const CHECKS: readonly [CheckStep["step"], string][] = [
  ["NAME_RESOLUTION", "The name resolves to 10.10.0.21"],
  ["TCP", "The port is open"],
  ["TLS", "TLS 1.3; the chain ends at a CA that Clarion trusts, and the name is in the certificate"],
  ["ACCOUNT", "The client clarion is enabled"],
  ["LOOKUP", "com.cisco.ise.session is offered by ise-pxgrid-1.corp.example"],
  ["SECRET", "The secret for ise-pxgrid-1.corp.example was given"],
  ["WEBSOCKET", "The event stream opened"],
  ["SUBSCRIPTION", "Subscribed to /topic/com.cisco.ise.session"],
  ["BULK", "The download begins with a well-formed session"],
];

/** The latest 03:00 UTC. */
function lastNight(now: number): number {
  return Math.floor((now - 3 * HOUR) / (24 * HOUR)) * 24 * HOUR + 3 * HOUR;
}

function chain(now: number) {
  const node = { ...certificate(now, 200), subject: "CN=ise-pxgrid-1.corp.example,O=Corp" };
  return [
    { ...node, names: ["ise-pxgrid-1.corp.example"] },
    { ...node, subject: node.issuer, issuer: "CN=Certificate Services Root CA - ise-1", names: [] },
  ];
}

function gaps(now: number): Gap[] {
  const at = (minutes: number) => new Date(now - minutes * MINUTE).toISOString();
  return Array.from({ length: 9 }, (_, index) => {
    const minutes = 30 + index * 700;
    const jump = index % 3 === 1;
    return {
      id: `5b0c7d52-0000-4000-8000-00000000000${index}`,
      topic: jump ? "sxp-bindings" : "sessions",
      cause: jump ? "SEQUENCE_JUMP" : index === 8 ? "FIRST_START" : "DISCONNECTED",
      from: at(minutes + 2),
      noticedAt: at(minutes),
      lastSequence: 4000 + index,
      nextSequence: 4000 + index + (jump ? 12 : 1),
      detail: jump
        ? `Message ${4000 + index + 12} came after ${4000 + index}: 11 messages were lost on the way`
        : "ise-pxgrid-1.corp.example closed the event stream (1006)",
      closedAt: index === 0 ? undefined : at(minutes - 1),
      how: index === 0 ? undefined : jump ? "FULL_DOWNLOAD" : "RECOVERY",
      fetched: index === 0 ? undefined : 211 - index,
      repaired: index === 0 ? undefined : 17,
    };
  });
}

function reconciles(now: number): Reconcile[] {
  return Array.from({ length: 12 }, (_, index) => ({
    id: String(index + 1),
    topic: index % 4 === 3 ? "sxp-bindings" : "sessions",
    reason: index === 11 ? "FIRST_START" : "SCHEDULED",
    startedAt: new Date(lastNight(now) - 24 * index * HOUR).toISOString(),
    completedAt: new Date(lastNight(now) - 24 * index * HOUR + 7200).toISOString(),
    seen: 12_418 - index,
    missing: index === 4 ? 2 : 0,
    different: 0,
    closed: index === 4 ? 1 : 0,
  }));
}

function quarantine(now: number): Quarantined[] {
  return Array.from({ length: 4 }, (_, index) => ({
    id: String(900 + index),
    topic: index === 3 ? "radius-failures" : "sessions",
    source: ONE,
    receivedAt: new Date(now - (5 - index) * HOUR).toISOString(),
    reason:
      index === 1
        ? "The message is no JSON: it ends within a text"
        : "sessions[0].timestamp: no time, but 17",
    body:
      index === 1
        ? '{"sequence":118,"sessions":[{"userName":"ali'
        : `{"sequence":${120 + index},"sessions":[{"timestamp":17,"state":"STARTED","userName":"alice@corp"}]}`,
  }));
}
