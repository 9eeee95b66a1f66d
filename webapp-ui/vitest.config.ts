import { mergeConfig } from "vite";
import { defineConfig } from "vitest/config";
import base from "./vite.config.ts";

export default mergeConfig(
  base,
  defineConfig({
    test: {
      environment: "happy-dom",
      environmentOptions: { happyDOM: { width: 1440, height: 900 } },
      setupFiles: ["./src/test/setup.ts"],
      include: ["src/**/*.test.{ts,tsx}", "fake/**/*.test.ts"],
      server: { deps: { inline: [/@patternfly/] } },
      css: false,
      testTimeout: 40_000,
      maxWorkers: 2,
    },
  }),
);
