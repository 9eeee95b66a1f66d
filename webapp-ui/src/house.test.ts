// The house rules of the console that a linter does not know.
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, ".");
/** From the outside in: a folder may import from those after it, features never from each other. */
const RINGS = ["app", "features", "ui", "charts", "api", "lib"];

const files = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|^test\/|\.d\.ts$|^main\.tsx$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(SRC, file), "utf8") }));

function imports(file: string, text: string): string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)]
    .map((match) => match[1] ?? "")
    .filter((path) => path.startsWith("@/") || path.startsWith("."))
    .map((path) => (path.startsWith("@/") ? path.slice(2) : relative(SRC, join(SRC, file, "..", path))));
}

const ring = (path: string) => RINGS.indexOf(path.split("/")[0] ?? "");
const feature = (path: string) => (path.startsWith("features/") ? path.split("/")[1] : undefined);

describe.each(files)("$file", ({ file, text }) => {
  it("imports inward only", () => {
    for (const target of imports(file, text)) {
      expect(ring(target), `${file} imports ${target}`).toBeGreaterThanOrEqual(ring(file));
      if (feature(file) && feature(target))
        expect(feature(target), `${file} imports ${target}`).toBe(feature(file));
    }
  });

  it("stays small and leaves the fake and the outside alone", () => {
    expect(text.split("\n").length).toBeLessThanOrEqual(300);
    expect(text).not.toMatch(/from ".*fake\//);
    expect(text).not.toMatch(/["'`]https?:\/\//);
    expect(text).not.toContain("dangerouslySetInnerHTML");
  });
});
