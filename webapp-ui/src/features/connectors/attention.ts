import type { ConnectorDetail } from "@/api/connectors";
import type { Problem } from "@/api/types";
import { localDateTime, relative } from "@/lib/time";
import type { Tone } from "@/ui/connectorWords";
import { topicName } from "@/ui/topicWords";

/** One thing that is wrong: what, what to do about it, and the code by which the guide and the log know it. */
export interface Attention {
  key: string;
  tone: Extract<Tone, "bad" | "warn">;
  what: string;
  /** The same trouble elsewhere, such as at another controller. */
  also: string[];
  action: string;
  code?: string;
  at?: string;
}

type Finding = Omit<Attention, "also">;

const CLIENTS = "Administration › pxGrid Services › Client Management › Clients";

/** All that is wrong with the connection now, the worst first. */
export function attention(connector: ConnectorDetail, now: number): Attention[] {
  const found: Finding[] = [
    ...ofState(connector),
    ...ofControllers(connector),
    ...ofTopics(connector),
    ...ofCertificate(connector, now),
  ];
  const told: Attention[] = [];
  for (const one of found) {
    const same = told.find(
      (other) => one.code !== undefined && other.code === one.code && other.action === one.action,
    );
    if (!same) told.push({ ...one, also: [] });
    else if (same.what !== one.what) same.also.push(one.what);
  }
  return told;
}

function ofState(connector: ConnectorDetail): Finding[] {
  const { state, problem, account } = connector;
  const nodeName = account?.nodeName ?? "Clarion's";
  if (problem) return [from("state", state === "PENDING" || state === "LIVE" ? "warn" : "bad", problem)];
  if (state === "DISABLED")
    return [
      {
        key: "state",
        tone: "warn",
        what: "No pxGrid controller is configured, so nothing comes from ISE",
        action:
          "Set clarion.pxgrid.controllers to the host names of ISE's pxGrid nodes, give Clarion a client certificate, and reload.",
      },
    ];
  if (state === "STOPPED")
    return [
      {
        key: "state",
        tone: "warn",
        what: "The connector was stopped by hand, so what is shown gets older",
        action:
          "Start it when the work it was stopped for is done. What is missed meanwhile is fetched then.",
      },
    ];
  if (state === "PENDING" || account?.state === "PENDING")
    return [
      {
        key: "state",
        tone: "warn",
        what: `ISE has not approved the pxGrid client ${nodeName} yet`,
        action: `In ISE, open ${CLIENTS} and approve it. Clarion asks again by itself.`,
      },
    ];
  if (account?.state === "DISABLED")
    return [
      {
        key: "state",
        tone: "bad",
        what: `ISE has disabled the pxGrid client ${nodeName}`,
        action: `In ISE, open ${CLIENTS} and enable it. Clarion asks again by itself.`,
      },
    ];
  return [];
}

function ofControllers({ controllers }: ConnectorDetail): Finding[] {
  return controllers.flatMap(({ address, problem }) =>
    problem ? [from(`controller ${address}`, "warn", problem)] : [],
  );
}

/** What this ISE does not offer is no trouble, and without a connection it is not the topic's. */
function ofTopics({ topics, state: overall }: ConnectorDetail): Finding[] {
  return topics.flatMap(({ topic, state, problem }) => {
    const key = `topic ${topic}`;
    if (overall === "DEGRADED" && topic === "sessions") return []; // said by the state
    if (state === "NOT_OFFERED" || state === "OFF") return [];
    if (problem) return [from(key, "warn", problem, `${topicName(topic)}: `)];
    if (state !== "REFUSED") return [];
    return [
      {
        key,
        tone: "warn" as const,
        what: `${topicName(topic)}: ISE refuses the subscription`,
        action: "In ISE's pxGrid policy, allow the client's group to subscribe to this topic.",
      },
    ];
  });
}

function ofCertificate({ certificate }: ConnectorDetail, now: number): Finding[] {
  if (!certificate) return [];
  const found: Finding[] = [];
  if (certificate.expiry !== "OK") {
    const expired = certificate.expiry === "EXPIRED" || Date.parse(certificate.notAfter) <= now;
    found.push({
      key: "expiry",
      tone: expired || certificate.expiry === "DUE_7" ? "bad" : "warn",
      what: `Clarion's client certificate ${expired ? "expired" : "expires"} ${relative(certificate.notAfter, now)}, on ${localDateTime(certificate.notAfter)}`,
      action: `Put a renewed certificate with its key in the place of the present one (${certificate.source}); it is taken up without a restart.`,
    });
  }
  if (certificate.problem)
    found.push(
      from(
        "refused file",
        "warn",
        certificate.problem,
        "A newer certificate was refused, the old one stays in use: ",
      ),
    );
  return found;
}

function from(key: string, tone: Attention["tone"], problem: Problem, before = ""): Finding {
  return {
    key,
    tone,
    what: before + problem.what,
    action: problem.action,
    code: problem.code,
    at: problem.at,
  };
}
