// @ts-check
// Serves dist over the fake on a free port and runs a command against it: node scripts/with-fake.mjs COMMAND…
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { preview } from "vite";

const root = fileURLToPath(new URL("..", import.meta.url));
const server = await preview({
  root,
  configFile: `${root}/vite.fake.config.ts`,
  preview: { host: "127.0.0.1", port: 4000 + (process.pid % 1000), strictPort: false },
  logLevel: "warn",
});
const url = server.resolvedUrls?.local[0] ?? "";
const [command = "", ...args] = process.argv.slice(2);
const child = spawn(command, args, {
  cwd: root,
  stdio: "inherit",
  env: {
    ...process.env,
    CLARION_URL: url,
    CLARION_USERNAME: "admin",
    CLARION_PASSWORD: "clarion-demo",
    CLARION_FAKE: "1",
  },
});
child.on("exit", (code) => {
  void server.close().finally(() => process.exit(code ?? 1));
});
