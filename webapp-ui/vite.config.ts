import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const api = process.env.CLARION_URL ?? "http://127.0.0.1:8000";

const COMPRESSED = /\.(js|css|svg|html)$/;

/** Leaves compressed files beside the originals, which the server sends; the manifest goes to target/, for the size check. */
function finish(): Plugin {
  return {
    name: "clarion-finish",
    apply: "build",
    closeBundle() {
      mkdirSync("target", { recursive: true });
      renameSync("dist/.vite/manifest.json", "target/manifest.json");
      rmSync("dist/.vite", { recursive: true });
      for (const file of readdirSync("dist", { recursive: true, encoding: "utf8" }).filter((name) =>
        COMPRESSED.test(name),
      ))
        writeFileSync(`dist/${file}.gz`, gzipSync(readFileSync(`dist/${file}`), { level: 9 }));
    },
  };
}

/** The product build; `npm run dev` serves it against a running Clarion (CLARION_URL). */
export default defineConfig({
  plugins: [react(), finish()],
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
