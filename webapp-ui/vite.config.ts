import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const api = process.env.CLARION_URL ?? "http://127.0.0.1:8000";

/**
 * Where Clarion's API is, for a console that is served from elsewhere (`VITE_API_URL=https://clarion.corp.example npm run
 * build`). Without it the console calls the origin it came from.
 */
const apiElsewhere = elsewhere(process.env.VITE_API_URL);

function elsewhere(text: string | undefined): URL | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.search || url.hash)
    throw new Error(
      `VITE_API_URL is "${text}"; give it as https://HOST, https://HOST:PORT or https://HOST/PATH`,
    );
  return url;
}

/**
 * Who serves a console from elsewhere sets the headers, and may forget to: the page brings its policy along. It is the one
 * that Clarion sends (clarion.web.console.SecurityHeadersFilter) and the API's origin; a page cannot forbid its framing
 * itself, so that still needs a header.
 */
function policy(api: URL): Plugin {
  const content = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${api.origin}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
  ].join("; ");
  return {
    name: "clarion-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content },
        injectTo: "head-prepend",
      },
    ],
  };
}

const COMPRESSED = /\.(js|css|svg|html)$/;

/** Leaves compressed files beside the originals, which the server sends; the manifest goes to target/, for the size check. */
function finish(): Plugin {
  let dist = "dist";
  return {
    name: "clarion-finish",
    apply: "build",
    configResolved(config) {
      dist = config.build.outDir;
    },
    closeBundle() {
      mkdirSync("target", { recursive: true });
      rmSync("target/built", { force: true }); // build-if-stale.sh writes it, of the console for the WAR only
      renameSync(`${dist}/.vite/manifest.json`, "target/manifest.json");
      rmSync(`${dist}/.vite`, { recursive: true });
      for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" }).filter((name) =>
        COMPRESSED.test(name),
      ))
        writeFileSync(`${dist}/${file}.gz`, gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }));
    },
  };
}

/** The product build; `npm run dev` serves it against a running Clarion (CLARION_URL). */
export default defineConfig({
  plugins: [react(), ...(apiElsewhere ? [policy(apiElsewhere)] : []), finish()],
  resolve: { alias: { "@": fileURLToPath(new URL("./src", import.meta.url)) } },
  server: {
    host: "127.0.0.1",
    port: 5173,
    proxy: Object.fromEntries(
      ["/api", "/health", "/metrics", "/openapi"].map((path) => [path, { target: api }]),
    ),
  },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    manifest: true,
    reportCompressedSize: false,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
});
