import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import { afterEach, vi } from "vitest";

// happy-dom lays nothing out: give the virtualiser a window to fill, and the shell a wide one.
function measure(name: "clientWidth" | "clientHeight", pixels: number) {
  let owner: object | null = document.createElement("div");
  while (owner && !Object.hasOwn(owner, name)) owner = Object.getPrototypeOf(owner);
  Object.defineProperty(owner ?? Element.prototype, name, { configurable: true, get: () => pixels });
}
measure("clientWidth", 1440);
measure("clientHeight", 600);

// Pages are loaded on demand, which takes a while the first time.
configure({ asyncUtilTimeout: 10_000 });

// uPlot needs a canvas; what it draws is looked at in the browser tests.
vi.mock("@/charts/TimeChart", () => ({
  TimeChart: ({ label }: { label: string }) => label,
}));

afterEach(() => {
  cleanup();
  localStorage.clear();
  vi.unstubAllGlobals();
});
