import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import { FAULTS } from "./faults.ts";
import { FakeClarion } from "./server.ts";

/** Who is signed in, by cookie, so that several browsers can be. */
const signedIn = new Set<string>();
const TICK_MILLIS = 1_000;
/** As Clarion sends it, so that a violation shows while working on the console. */
const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** Serves the fake under /api/v1 of Vite's own server; the built console also gets Clarion's security headers. */
export function fakeClarion(): Plugin {
  return {
    name: "clarion-fake",
    configureServer: (server) => {
      server.middlewares.use(start());
    },
    configurePreviewServer: (server) => {
      server.middlewares.use((_, response, next) => {
        response.setHeader("Content-Security-Policy", CSP);
        next();
      });
      server.middlewares.use(start());
    },
  };
}

function start(): Connect.NextHandleFunction {
  const fake = new FakeClarion({ devices: 2000, signedIn: false });
  setInterval(() => fake.tick(), TICK_MILLIS).unref();
  return (request, response, next) => {
    if (request.url?.startsWith("/__fake/") && steer(fake, request.url)) {
      response.end("ok");
    } else if (request.url?.startsWith("/api/")) {
      void answer(fake, request, response);
    } else next();
  };
}

/** Lets a browser test bring about what a healthy server does not do. */
function steer(fake: FakeClarion, url: string): boolean {
  const now = new Date().toISOString();
  if (url.startsWith("/__fake/fault/")) {
    fake.pxgrid.fault = url.slice("/__fake/fault/".length);
    fake.emit("status", fake.status());
    return fake.pxgrid.fault in FAULTS;
  }
  const states: Record<string, () => void> = {
    "/__fake/live": () => {
      fake.connector = {};
      fake.pxgrid.fault = undefined;
    },
    "/__fake/expire": () => {
      signedIn.clear();
    },
    "/__fake/waiting": () => {
      fake.connector = {
        state: "WAITING",
        since: now,
        staleSince: now,
        nextAttemptAt: new Date(Date.now() + 60_000).toISOString(),
        problem: {
          code: "CLARION-PXG-003",
          what: "ise-pxgrid-1.corp.example:8910 refused the connection",
          action: "Check that the pxGrid service runs on that node and that no firewall is in between.",
          at: now,
        },
      };
    },
  };
  const change = states[url];
  change?.();
  fake.emit("status", fake.status());
  return change !== undefined;
}

async function answer(fake: FakeClarion, request: IncomingMessage, response: ServerResponse) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const stop = new AbortController();
  const mine = /clarion_session=(\w+)/.exec(request.headers.cookie ?? "")?.[1] ?? "";
  fake.signedIn = signedIn.has(mine);
  response.on("close", () => stop.abort());
  const result = await fake.fetch(request.url ?? "/", {
    method: request.method,
    body: chunks.length > 0 ? Buffer.concat(chunks).toString() : undefined,
    signal: stop.signal,
  });
  if (request.url?.endsWith("/access/logout")) signedIn.delete(mine);
  if (request.url?.endsWith("/access/login") && result.ok) {
    const cookie = randomUUID().replaceAll("-", "");
    signedIn.add(cookie);
    response.setHeader("Set-Cookie", `clarion_session=${cookie}; HttpOnly; SameSite=Strict; Path=/`);
  }
  response.writeHead(result.status, Object.fromEntries(result.headers));
  response.flushHeaders();
  const reader = result.body?.getReader();
  try {
    for (;;) {
      const chunk = await reader?.read();
      if (!chunk || chunk.done) break;
      response.write(chunk.value);
    }
  } catch {
    // The browser went away.
  }
  response.end();
}
