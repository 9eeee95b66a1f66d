import { mergeConfig } from "vite";
import { fakeClarion } from "./fake/plugin.ts";
import base from "./vite.config.ts";

/** The console over the fake: `npm run dev:fake`, or the built console with `vite preview`. */
export default mergeConfig(base, { plugins: [fakeClarion()], server: { proxy: {} } });
