import { mkdirSync, renameSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const api = process.env.CLARION_URL ?? "http://127.0.0.1:8000";

/** The manifest is for the size check, not for the server: it goes to target/. */
function stowManifest(): Plugin {
  return {
    name: "clarion-stow-manifest",
    apply: "build",
    closeBundle() {
      mkdirSync("target", { recursive: true });
      renameSync("dist/.vite/manifest.json", "target/manifest.json");
      rmSync("dist/.vite", { recursive: true });
    },
  };
}

/** The product build; `npm run dev` serves it against a running Clarion (CLARION_URL). */
export default defineConfig({
  plugins: [react(), stowManifest()],
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
  },
});
