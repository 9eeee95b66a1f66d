import type {
  Conversation,
  Exporter,
  FlowBucket,
  FlowImport,
  FlowStatus,
  GroupedBy,
  SgtFinding,
  Traffic,
  TrafficCounts,
  TrafficGroup,
  TrafficGroups,
} from "../src/api/flows";
import type { Session } from "../src/api/types";
import type { Campus } from "./campus.ts";
import { type ListSpec, matching } from "./lists.ts";
import { problem } from "./problem.ts";
import { Random } from "./random.ts";

const HOUR = 3_600_000;
const SORTABLE = [
  "exporters",
  "conversations",
  "answered",
  "refused",
  "replyOnly",
  "requestBytes",
  "replyBytes",
  "bytes",
  "requestPackets",
  "replyPackets",
  "sampling",
  "firstAt",
  "lastAt",
  "id",
];
const KEYS = [
  "clientKind",
  "clientMac",
  "clientIp",
  "clientNetwork",
  "clientUserId",
  "clientUser",
  "clientSgt",
  "clientSgtName",
  "serverKind",
  "serverMac",
  "serverIp",
  "serverNetwork",
  "serverUserId",
  "serverUser",
  "serverSgt",
  "serverSgtName",
  "protocol",
  "service",
  "serviceLast",
  "exporter",
  "evidence",
  "marks",
  "anyAnswered",
];
export const FLOWS: ListSpec = {
  columns: new Set([...KEYS, ...SORTABLE]),
  text: [],
  key: "id",
  descending: false,
};
export const BUCKETS: ListSpec = { ...FLOWS, columns: new Set([...FLOWS.columns, "at"]) };
const NOT_FILTERS = ["from", "to", "top", "rank", "by"];

/** A server of the data centre, which ISE knows nothing of. */
export const FILE_SERVER = "00:50:56:00:00:20";
type Server = Partial<Conversation> & { serverKind: string; protocol: number; service: number };
const SERVERS: readonly Server[] = [
  { serverKind: "INTERNAL", serverIp: "10.200.0.53", protocol: 17, service: 53 },
  {
    serverKind: "INTERNAL",
    serverIp: "10.200.0.10",
    serverSgt: 30,
    serverSgtName: "Intranet",
    protocol: 6,
    service: 443,
  },
  {
    serverKind: "DEVICE",
    serverMac: FILE_SERVER,
    serverIp: "10.200.0.20",
    serverSgt: 31,
    serverSgtName: "File_Servers",
    protocol: 6,
    service: 445,
  },
  { serverKind: "EXTERNAL", serverNetwork: "internet", protocol: 6, service: 443 },
];

/** Flows of a made-up campus: what its devices ask of servers, of printers and of the world, and one that sweeps. */
export class FakeFlows {
  /** As Clarion says it; change it to see what pages say of other states. */
  status: FlowStatus;
  readonly exporters: Exporter[];
  readonly imports: FlowImport[];
  readonly findings: SgtFinding[];
  private readonly all: Conversation[] = [];
  private readonly random = new Random(11);

  constructor(campus: Campus, now: number) {
    const live = campus.sessions.filter((session) => session.live && session.mac && session.ip);
    const printers = live.filter((session) => session.sgtName === "Printers");
    for (const [index, session] of live.slice(0, 400).entries()) {
      for (const server of SERVERS) this.add(session, server, now);
      const printer = printers[index % Math.max(1, printers.length)];
      if (printer && session.user) this.add(session, asServer(printer, 9100), now);
    }
    const scanner = live.find((session) => session.sgtName === "Contractors");
    if (scanner)
      for (let last = 1; last <= 12; last++)
        this.add(
          scanner,
          { serverKind: "INTERNAL", serverIp: `10.9.0.${last}`, protocol: 6, service: 3389 },
          now,
          {
            answered: 0,
            refused: 1,
            conversations: 1,
            requestBytes: 60,
            replyBytes: 40,
            bytes: 100,
            marks: "SWEEP REFUSED",
            anyAnswered: false,
            firstAt: new Date(now - 12 * 60_000).toISOString(),
            lastAt: new Date(now - 11 * 60_000).toISOString(),
          },
        );
    this.exporters = [1, 2, 3, 4].map((building) => exporter(building, now));
    this.imports = [imported(1, "core-2026-11-03.csv.gz", now)];
    this.findings = [finding(now)];
    const newest = new Date(now - 12_000).toISOString();
    this.status = {
      state: "CURRENT",
      newestAt: newest,
      committedAt: newest,
      hoursUntil: new Date(now - HOUR).toISOString(),
      daysUntil: new Date(now - 24 * HOUR).toISOString(),
      waitingToBeMade: 0,
      resolvedShare: 0.9964,
      writers: [
        {
          name: "clarion-1",
          seenAt: newest,
          committedAt: newest,
          newestAt: newest,
          figures: {
            recordsReceived: 81_000,
            recordsDropped: 0,
            conversationsDropped: 0,
            conversationsStored: 40_000,
          },
        },
      ],
    };
  }

  private add(session: Session, server: Server, now: number, more: Partial<Conversation> = {}) {
    const conversations = 1 + this.random.below(60);
    const answered = conversations - (this.random.next() < 0.2 ? 1 : 0);
    const requestBytes = 400 + this.random.below(90_000);
    const replyBytes = answered === 0 ? 0 : 900 + this.random.below(9_000_000);
    const last = now - this.random.below(20 * 60_000);
    this.all.push({
      id: `${this.all.length + 1}.7.${server.protocol}.${server.service}.${server.service}.${session.sgt ?? -1}.${server.serverSgt ?? -1}`,
      clientKind: "DEVICE",
      clientMac: session.mac,
      clientIp: session.ip,
      clientUserId: session.userId === undefined ? undefined : Number(session.userId),
      clientUser: session.user,
      clientSgt: session.sgt,
      clientSgtName: session.sgtName,
      serviceLast: server.service,
      exporter: `10.255.${1 + (this.all.length % 4)}.1`,
      exporters: 1 + (this.all.length % 2),
      conversations,
      answered,
      refused: 0,
      replyOnly: 0,
      requestBytes,
      replyBytes,
      bytes: requestBytes + replyBytes,
      requestPackets: Math.ceil(requestBytes / 200),
      replyPackets: Math.ceil(replyBytes / 900),
      sampling: 1,
      firstAt: new Date(last - 3 * HOUR).toISOString(),
      lastAt: new Date(last).toISOString(),
      evidence: server.protocol === 6 ? "TCP_FLAGS PORT_CLASS FAN_IN" : "PORT_CLASS FIRST_SEEN",
      marks: "",
      anyAnswered: answered > 0,
      ...server,
      ...more,
    });
  }

  /** The conversations of the window and the filters of a request, and what is left of the request for a page. */
  list(query: URLSearchParams): { rows: Conversation[]; query: URLSearchParams } {
    const rest = new URLSearchParams([...query].filter(([name]) => !NOT_FILTERS.includes(name)));
    for (const name of (rest.get("sort") ?? "").split(",").filter(Boolean))
      if (!SORTABLE.includes(name.replace(/^-/, "")))
        throw problem(400, "invalid-parameter", "Invalid parameter", `Cannot sort by ${name}.`);
    if (rest.has("q"))
      throw problem(
        400,
        "invalid-parameter",
        "Invalid parameter",
        "This list cannot be searched for a text.",
      );
    if (!rest.has("sort")) rest.set("sort", "-bytes");
    const { from, to } = window(query);
    const rows = this.all.filter((one) => Date.parse(one.lastAt) >= from && Date.parse(one.firstAt) < to);
    return { rows, query: rest };
  }

  /** Of these, the ones whose first packet is not before the instant that the request names. */
  fresh(query: URLSearchParams): { rows: Conversation[]; query: URLSearchParams } {
    const since = Date.parse(query.get("since") ?? "");
    if (Number.isNaN(since))
      throw problem(400, "invalid-parameter", "Invalid parameter", "since is missing or no instant.");
    const rest = new URLSearchParams(query);
    rest.delete("since");
    const all = this.list(rest);
    return { ...all, rows: all.rows.filter((one) => Date.parse(one.firstAt) >= since) };
  }

  buckets(id: string, query: URLSearchParams): { rows: FlowBucket[]; query: URLSearchParams } {
    const { rows, query: rest } = this.list(query);
    if (!query.has("sort")) rest.set("sort", "-firstAt");
    const one = rows.find((row) => row.id === id);
    if (!one) throw problem(404, "not-found", "Not found", `There is no conversation '${id}'.`);
    const hours = Math.min(3, one.conversations);
    const buckets = Array.from({ length: hours }, (_, index): FlowBucket => {
      const at = Math.floor(Date.parse(one.lastAt) / HOUR) * HOUR - index * HOUR;
      const part = (whole: number) => Math.floor(whole / hours) + (index < whole % hours ? 1 : 0);
      return {
        ...one,
        id: `${at / 1000}.1.${one.id}`,
        at: new Date(at).toISOString(),
        firstAt: new Date(at + 1_000).toISOString(),
        conversations: part(one.conversations),
        answered: part(one.answered),
        requestBytes: part(one.requestBytes),
        replyBytes: part(one.replyBytes),
      };
    });
    return { rows: buckets, query: rest };
  }

  groups(by: GroupedBy, query: URLSearchParams, only?: (row: Conversation) => boolean): TrafficGroups {
    const { rows, query: rest } = this.list(query);
    const found = matching(rows, rest, FLOWS).filter(only ?? (() => true));
    const byKey = new Map<string, { key: Partial<TrafficGroup>; rows: Conversation[] }>();
    for (const row of found) {
      const key = keyOf(row, by);
      const text = JSON.stringify(key);
      const group = byKey.get(text) ?? { key, rows: [] };
      group.rows.push(row);
      byKey.set(text, group);
    }
    const rank = query.get("rank") ?? "bytes";
    const weight = ({ counts }: TrafficGroup) =>
      rank === "bytes" ? counts.requestBytes + counts.replyBytes : counts[rank as "answered"];
    const groups = [...byKey.values()]
      .map(({ key, rows }) => ({ ...key, counts: summed(rows) }) as TrafficGroup)
      .sort((a, b) => weight(b) - weight(a));
    const top = Number(query.get("top") ?? 20);
    const { from, to } = window(query);
    const others = groups.slice(top);
    return {
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
      resolution: "HOUR",
      groups: groups.length,
      items: groups.slice(0, top),
      rest: others.length > 0 ? { ...total(others), firstAt: undefined, lastAt: undefined } : undefined,
      all: summed(found),
    };
  }

  traffic(query: URLSearchParams, is: (row: Conversation, side: "client" | "server") => boolean): Traffic {
    const asClient = (row: Conversation) => is(row, "client");
    const asServer = (row: Conversation) => is(row, "server");
    const servers = this.groups("server", query, asClient);
    const clients = this.groups("client", query, asServer);
    return {
      from: servers.from,
      to: servers.to,
      asClient: servers.all,
      asServer: clients.all,
      servers,
      servicesUsed: this.groups("service", query, asClient),
      clients,
      servicesOffered: this.groups("service", query, asServer),
      points: [],
    };
  }
}

const TEXTS = ["id", "address", "collector", "versions", "errors"];
export const EXPORTERS: ListSpec = {
  columns: new Set([...TEXTS, ...Object.keys(exporter(1, 0))]),
  text: TEXTS,
  key: "id",
  descending: true,
};

/** The third one sends its templates too rarely. */
export const IMPORTED: ListSpec = {
  columns: new Set(["id", "name", "account", "state", "records", "faulty", "conversations", "createdAt"]),
  text: ["name", "account"],
  key: "id",
  descending: true,
};

export const FINDINGS: ListSpec = {
  columns: new Set([
    "id",
    "mac",
    "ip",
    "user",
    "exporter",
    "recordSgt",
    "sessionSgt",
    "conversations",
    "lastAt",
  ]),
  text: ["mac", "ip", "user", "exporter"],
  key: "id",
  descending: true,
};

/** A file of 5,000 lines of which two could not be read. */
export function imported(id: number, name: string, now: number): FlowImport {
  const at = new Date(now - HOUR).toISOString();
  return {
    id,
    name,
    account: "admin",
    state: "DONE",
    createdAt: at,
    endedAt: at,
    size: 400_000,
    bytesRead: 400_000,
    lines: 5_000,
    records: 4_997,
    faulty: 2,
    conversations: 2_510,
    buckets: 811,
    outOfTime: 0,
    firstAt: at,
    lastAt: at,
    errors: ["line 17: src_ip: '10.0.0.300' is no IP address", "line 4,711: too few columns"],
  };
}

function finding(now: number): SgtFinding {
  const at = new Date(now - HOUR).toISOString();
  return {
    id: 1,
    mac: "00:1b:21:00:00:07",
    ip: "10.1.4.7",
    exporter: "10.255.1.1",
    recordSgt: 20,
    sessionSgt: 30,
    firstAt: at,
    lastAt: at,
    conversations: 41,
  };
}

function exporter(building: number, now: number): Exporter {
  const time = new Date(now - 4_000).toISOString();
  return {
    id: String(building),
    address: `10.255.${building}.1`,
    collector: "clarion-1 (4711)",
    known: true,
    accepted: true,
    versions: building % 2 === 0 ? "10" : "9",
    firstSeenAt: new Date(now - 24 * HOUR).toISOString(),
    lastSeenAt: time,
    domains: 1,
    templates: 6,
    packets: 812_000,
    refused: 0,
    records: 9_400_000,
    packetsPerSecond: 12,
    recordsPerSecond: 140,
    decodeErrors: 0,
    errors: "",
    waitingSets: 0,
    missingTemplate: building === 3 ? 7 : 0,
    sequenceMissing: 0,
    correctedRecords: 0,
    unknownSamplers: 0,
    clockOffsetMillis: 120,
    updatedAt: time,
  };
}

function window(query: URLSearchParams) {
  const to = Date.parse(query.get("to") ?? new Date().toISOString());
  return { from: Date.parse(query.get("from") ?? new Date(to - 24 * HOUR).toISOString()), to };
}

function asServer(session: Session, service: number): Server {
  return {
    serverKind: "DEVICE",
    serverMac: session.mac,
    serverIp: session.ip,
    serverUser: session.user,
    serverSgt: session.sgt,
    serverSgtName: session.sgtName,
    protocol: 6,
    service,
  };
}

function keyOf(row: Conversation, by: GroupedBy): Partial<TrafficGroup> {
  switch (by) {
    case "client":
      return { kind: row.clientKind, ...(row.clientMac ? { mac: row.clientMac } : { ip: row.clientIp }) };
    case "server":
      return {
        kind: row.serverKind,
        network: row.serverNetwork,
        ...(row.serverMac ? { mac: row.serverMac } : { ip: row.serverIp }),
      };
    case "client-user":
      return { userId: row.clientUserId, user: row.clientUser };
    case "server-user":
      return { userId: row.serverUserId, user: row.serverUser };
    case "service":
      return { protocol: row.protocol, service: row.service, serviceLast: row.serviceLast };
    case "exporter":
      return { exporter: row.exporter };
    default:
      return {
        clientSgt: row.clientSgt,
        clientSgtName: row.clientSgtName,
        serverSgt: row.serverSgt,
        serverSgtName: row.serverSgtName,
      };
  }
}

function summed(rows: readonly Conversation[]): TrafficCounts {
  return total(rows.map((row) => ({ counts: row })));
}

function total(groups: readonly { counts: TrafficCounts }[]): TrafficCounts {
  const sum = (
    name:
      | "conversations"
      | "answered"
      | "refused"
      | "replyOnly"
      | "requestBytes"
      | "replyBytes"
      | "requestPackets"
      | "replyPackets",
  ) => groups.reduce((all, { counts }) => all + counts[name], 0);
  const times = groups.flatMap(({ counts }) => (counts.lastAt ? [counts.lastAt] : [])).sort();
  return {
    conversations: sum("conversations"),
    answered: sum("answered"),
    refused: sum("refused"),
    replyOnly: sum("replyOnly"),
    requestBytes: sum("requestBytes"),
    replyBytes: sum("replyBytes"),
    requestPackets: sum("requestPackets"),
    replyPackets: sum("replyPackets"),
    firstAt: groups.flatMap(({ counts }) => (counts.firstAt ? [counts.firstAt] : [])).sort()[0],
    lastAt: times.at(-1),
  };
}
