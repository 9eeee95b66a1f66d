import type { CheckRequest } from "../src/api/connectors";
import type { AccountPatch, Connector, Me, NewAccount, NewToken, Status } from "../src/api/types";
import { ACCOUNTS, AUDIT, FakeAccess, implied, TOKENS } from "./access.ts";
import { found, json, list } from "./answers.ts";
import { Campus } from "./campus.ts";
import { FakeConnector, GAPS, QUARANTINE, RECONCILES } from "./connectors.ts";
import { BadExpression } from "./expression.ts";
import { FakeFlows, imported } from "./flows.ts";
import { facets, type ListSpec, page } from "./lists.ts";
import { flowPages, segmentPages } from "./pages.ts";
import { problem, Refusal } from "./problem.ts";
import { FakeSegmentation } from "./segmentation.ts";
import { ANC, anc, FAILURES, failures, memberships, SECURITY_GROUPS, securityGroups } from "./topics.ts";

const columns = (...names: string[]) => new Set(names);
const SESSION_COLUMNS = [
  "id",
  "state",
  "live",
  "startedAt",
  "updatedAt",
  "endedAt",
  "endReason",
  "mac",
  "ip",
  "userName",
  "user",
  "userId",
  "nasIp",
  "nasPort",
  "nasPortType",
  "nasIdentifier",
  "ssid",
  "auditSessionId",
  "endpointProfile",
  "endpointOs",
  "sgt",
  "sgtName",
  "authMethod",
  "postureStatus",
];
const SESSIONS: ListSpec = {
  columns: columns(...SESSION_COLUMNS),
  text: ["mac", "ip", "user", "userName", "sgtName", "endpointProfile", "nasPort"],
  key: "id",
  descending: true,
};
const DEVICES: ListSpec = {
  columns: columns(
    "mac",
    "online",
    "liveSessions",
    "firstSeen",
    "lastSeen",
    "ip",
    "profile",
    "os",
    "nasIp",
    "nasPort",
    "ssid",
    "sgt",
    "sgtName",
    "user",
    "userId",
    "authMethod",
  ),
  text: ["mac", "ip", "user", "sgtName", "profile", "nasPort"],
  key: "mac",
  descending: false,
};
const USERS: ListSpec = {
  columns: columns(
    "id",
    "identity",
    "name",
    "realm",
    "kind",
    "online",
    "liveSessions",
    "devices",
    "firstSeen",
    "lastSeen",
  ),
  text: ["identity", "name"],
  key: "identity",
  descending: false,
};
const PASSWORD = "clarion-demo";
const ATTEMPTS = 5;

/** Clarion's REST contract over a made-up campus, for tests and for work on the console without a server. */
export class FakeClarion {
  readonly campus: Campus;
  signedIn: boolean;
  roles: Me["roles"] = ["administrator"];
  connector: Partial<Connector> = {};
  readonly pxgrid: FakeConnector;
  readonly access: FakeAccess;
  readonly flows: FakeFlows;
  readonly segmentation: FakeSegmentation;
  /** Makes every call fail as a dead network does. */
  unreachable = false;
  private failures = 0;
  private eventId = 0;
  private readonly streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  private readonly started = Date.now();

  constructor({ devices = 300, signedIn = true, seed = 7 } = {}) {
    this.campus = new Campus(devices, this.started, seed);
    this.signedIn = signedIn;
    this.pxgrid = new FakeConnector(this.started);
    this.access = new FakeAccess(this.started);
    this.flows = new FakeFlows(this.campus, this.started);
    this.segmentation = new FakeSegmentation(this.campus, this.started);
  }

  /** Takes the place of the browser's fetch. */
  readonly fetch = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    if (this.unreachable) throw new TypeError("Failed to fetch");
    const url = new URL(String(input instanceof Request ? input.url : input), "http://clarion.test");
    try {
      const body: unknown = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
      return this.answer(
        init?.method ?? "GET",
        url.pathname.replace("/api/v1", ""),
        url.searchParams,
        body,
        new Headers(init?.headers),
        init?.signal,
      );
    } catch (error) {
      if (error instanceof BadExpression)
        return problem(400, "invalid-filter", "Invalid filter", error.message).response();
      if (error instanceof Refusal) return error.response();
      throw error;
    }
  };

  /** Lets a moment pass and tells those who listen. */
  tick(now = Date.now()) {
    const { opened, changed, closed } = this.campus.tick(now);
    this.emit("sessions", {
      opened: opened.length,
      changed: changed.length,
      closed: closed.length,
      ids: [...opened, ...changed, ...closed],
      at: new Date(now).toISOString(),
    });
    this.emit("status", this.status());
  }

  emit(type: string, data: unknown) {
    const text = `id: ${++this.eventId}\nevent: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const stream of this.streams) stream.enqueue(new TextEncoder().encode(text));
  }

  status(): Status {
    const now = Date.now();
    const { sessions } = this.campus;
    const devices = this.campus.devices();
    const newest = sessions.at(-1)?.startedAt;
    return {
      version: "0.1.0",
      role: "all",
      now: new Date(now).toISOString(),
      database: { state: "UP" },
      connector: {
        state: "LIVE",
        since: new Date(this.started).toISOString(),
        node: "ise-pxgrid-1.corp.example:8910",
        lastEventAt: newest,
        lastReceivedAt: new Date(now - 700).toISOString(),
        lagMillis: 42,
        counters: {
          messages: 1200,
          events: sessions.length * 3,
          applied: sessions.length * 2,
          duplicates: 31,
          superseded: 4,
          quarantined: 0,
          reconnects: 1,
          queued: 0,
        },
        ...this.pxgrid.status(),
        ...this.connector,
      },
      data: {
        liveSessions: sessions.filter((session) => session.live).length,
        sessions: sessions.length,
        devices: devices.length,
        onlineDevices: devices.filter((device) => device.online).length,
        users: this.campus.users().length,
        quarantined: 0,
        asOf: newest,
      },
    };
  }

  private answer(
    method: string,
    path: string,
    query: URLSearchParams,
    body: unknown,
    headers: Headers,
    signal?: AbortSignal | null,
  ): Response {
    if (path === "/access/login" && method === "POST")
      return this.login(body as { username: string; password: string });
    if (!this.signedIn)
      throw problem(401, "unauthenticated", "Sign in first", "Sign in or send a bearer token.");
    if (path === "/access/logout" && method === "POST") {
      this.signedIn = false;
      return new Response(null, { status: 204 });
    }
    if (path === "/access/me") return json(this.me());
    if (path === "/access/password" && method === "POST")
      return this.changePassword(body as { current: string });
    if (path.startsWith("/access/") || path === "/audit")
      return this.accessPages(method, path, query, body, headers.get("If-Match"));
    if (path === "/connectors/queue") return json(this.pxgrid.queue);
    if (path.startsWith("/connectors/pxgrid"))
      return this.connectors(method, path.slice("/connectors/pxgrid".length), query, body);
    if (path === "/flows/imports" && method === "POST") {
      const taken = imported(this.flows.imports.length + 1, query.get("name") ?? "flows", Date.now());
      this.flows.imports.push(taken);
      return json(taken);
    }
    if (path.startsWith("/flows/")) return flowPages(this.flows, path.slice("/flows".length), query);
    if (path.startsWith("/segmentation/")) {
      if (method !== "GET") this.need("engineer");
      const below = path.slice("/segmentation".length);
      return segmentPages(this.segmentation, method, below, query, body, headers.get("If-Match"));
    }
    if (path === "/events") return this.events(signal);
    if (path === "/status") return json(this.status());
    if (path === "/search") return json(this.search(query.get("q") ?? ""));
    if (path === "/devices/facets") return json(facets(this.campus.devices(), query, DEVICES));
    if (path === "/users/facets") return json(facets(this.campus.users(), query, USERS));
    if (path === "/sessions/facets") return json(facets(this.campus.sessions, query, SESSIONS));
    if (path === "/sessions/activity") return json(this.activity(Number(query.get("minutes") ?? 60)));
    return this.lists(path, query);
  }

  private lists(path: string, query: URLSearchParams): Response {
    const [, kind, rawKey, sub] = path.split("/");
    const key = rawKey === undefined ? undefined : decodeURIComponent(rawKey);
    const { sessions } = this.campus;
    if (kind === "sessions") {
      if (!key) return list(sessions, query, SESSIONS, SESSION_COLUMNS);
      return json(
        found(
          sessions.find((session) => session.id === key),
          `session ${key}`,
        ),
      );
    }
    if (kind === "groups") return list(securityGroups(sessions, this.started), query, SECURITY_GROUPS);
    if (kind === "devices") {
      const devices = this.campus.devices();
      if (!key) return list(devices, query, DEVICES);
      const bare = key.toLowerCase().replace(/[^0-9a-f]/g, "");
      if (sub === "traffic")
        return json(
          this.flows.traffic(
            query,
            (row, side) => (side === "client" ? row.clientMac : row.serverMac)?.replaceAll(":", "") === bare,
          ),
        );
      const device = found(
        devices.find((one) => one.mac.replaceAll(":", "") === bare),
        `device ${key}`,
      );
      if (sub === "anc") return list(anc(device.mac, sessions), query, ANC);
      if (sub === "failures") return list(failures(device.mac, sessions), query, FAILURES);
      if (sub === "sessions")
        return list(
          sessions.filter((one) => one.mac === device.mac),
          query,
          SESSIONS,
        );
      return json({ ...device, ...this.campus.sightings(device.mac) });
    }
    if (kind === "users") {
      const users = this.campus.users();
      if (!key) return list(users, query, USERS);
      const user = found(
        users.find((one) => one.id === key || one.identity === key),
        `user ${key}`,
      );
      const theirs = sessions.filter((one) => one.user === user.identity);
      if (sub === "sessions") return list(theirs, query, SESSIONS);
      if (sub === "traffic")
        return json(
          this.flows.traffic(
            query,
            (row, side) => (side === "client" ? row.clientUser : row.serverUser) === user.identity,
          ),
        );
      const macs = new Set(theirs.map((one) => one.mac));
      if (sub === "devices")
        return list(
          this.campus.devices().filter((one) => macs.has(one.mac)),
          query,
          DEVICES,
        );
      return json({ ...user, groups: memberships(user.identity) });
    }
    throw problem(404, "not-found", "Not found", `There is nothing at ${path}.`);
  }

  private me(): Me {
    return { username: "admin", roles: implied(this.roles), via: "session", csrfToken: "fake-csrf" };
  }

  private login({ username, password }: { username: string; password: string }): Response {
    if (this.failures >= ATTEMPTS)
      throw problem(429, "too-many-attempts", "Too many attempts", "Signing in is blocked for a while.", {
        "Retry-After": "900",
      });
    if (username !== "admin" || password !== PASSWORD) {
      this.failures++;
      throw problem(401, "invalid-credentials", "Wrong user name or password", "Check both and try again.");
    }
    this.failures = 0;
    this.signedIn = true;
    return json({ ...this.me(), expiresAt: new Date(Date.now() + 8 * 3_600_000).toISOString() });
  }

  private changePassword({ current }: { current: string }): Response {
    if (current !== PASSWORD)
      throw problem(
        400,
        "invalid-password",
        "The current password is wrong",
        "Type the password you signed in with.",
      );
    return new Response(null, { status: 204 });
  }

  private connectors(method: string, path: string, query: URLSearchParams, body: unknown): Response {
    const { connector, data } = this.status();
    if (method === "GET") {
      if (path === "") return json(this.pxgrid.whole(connector));
      if (path === "/ledger") return json(this.pxgrid.ledger(data.liveSessions ?? 0, connector.lagMillis));
      if (path === "/gaps") return list(this.pxgrid.gaps, query, GAPS);
      if (path === "/reconciles") return list(this.pxgrid.reconciles, query, RECONCILES);
      if (path === "/quarantine") {
        this.need("analyst");
        return list(this.pxgrid.quarantine, query, QUARANTINE);
      }
      throw problem(404, "not-found", "Not found", `There is nothing at ${path}.`);
    }
    this.need("engineer");
    if (path === "/test") return json(this.pxgrid.check(body as CheckRequest | undefined));
    return this.order(path.slice(1));
  }

  private accessPages(
    method: string,
    path: string,
    query: URLSearchParams,
    body: unknown,
    ifMatch: string | null,
  ): Response {
    const [, , kind, id] = path.split("/");
    if (kind === "tokens") {
      if (method === "GET") return list(this.access.tokens, query, TOKENS);
      if (method === "POST") return json(this.access.createToken(body as NewToken), 201);
      this.access.revoke(id ?? "");
      return new Response(null, { status: 204 });
    }
    this.need("administrator");
    if (path === "/audit") return list(this.access.audit, query, AUDIT);
    if (method === "POST") return json(this.access.createAccount(body as NewAccount), 201);
    if (method === "PATCH") return json(this.access.change(id ?? "", body as AccountPatch, ifMatch));
    if (id === undefined) return list(this.access.accounts, query, ACCOUNTS);
    return json(this.access.account(id));
  }

  private need(role: Me["roles"][number]) {
    if (!implied(this.roles).includes(role))
      throw problem(403, "forbidden", "Not allowed", `This needs the role ${role}.`);
  }

  private order(command: string): Response {
    if (command === "stop" || command === "start" || command === "reload")
      this.connector = { ...this.connector, state: command === "stop" ? "STOPPED" : "LIVE" };
    this.emit("status", this.status());
    return json(this.pxgrid.whole(this.status().connector), 202);
  }

  private events(signal?: AbortSignal | null): Response {
    let mine: ReadableStreamDefaultController<Uint8Array>;
    const leave = () => {
      this.streams.delete(mine);
    };
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        mine = controller;
        this.streams.add(controller);
        controller.enqueue(new TextEncoder().encode(": hello\n\n"));
        signal?.addEventListener("abort", () => {
          leave();
          try {
            controller.error(new DOMException("aborted", "AbortError"));
          } catch {
            // It was closed before.
          }
        });
      },
      cancel: leave,
    });
    return new Response(stream, {
      headers: { "Content-Type": "text/event-stream", "Cache-Control": "no-store" },
    });
  }

  private search(q: string) {
    const query = new URLSearchParams({ q, limit: "5" });
    const text = q.toLowerCase();
    return {
      devices: page(this.campus.devices(), query, DEVICES).items,
      users: page(this.campus.users(), query, USERS).items,
      sessions: page(this.campus.sessions, query, SESSIONS).items,
      groups: Object.entries(this.campus.groups)
        .filter(([name]) => name.toLowerCase().includes(text))
        .map(([name, sgt]) => ({
          name,
          sgt,
          liveSessions: this.campus.sessions.filter((one) => one.live && one.sgtName === name).length,
        })),
    };
  }

  private activity(minutes: number) {
    const to = Math.floor(Date.now() / 60_000) * 60_000 + 60_000;
    const from = to - minutes * 60_000;
    const buckets = Array.from({ length: minutes }, (_, index) => ({
      at: new Date(from + index * 60_000).toISOString(),
      started: 0,
      ended: 0,
    }));
    const bucket = (iso: string) => buckets[Math.floor((Date.parse(iso) - from) / 60_000)];
    for (const session of this.campus.sessions) {
      const start = bucket(session.startedAt);
      if (start) start.started++;
      const end = session.endedAt ? bucket(session.endedAt) : undefined;
      if (end) end.ended++;
    }
    return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), bucketSeconds: 60, buckets };
  }
}
