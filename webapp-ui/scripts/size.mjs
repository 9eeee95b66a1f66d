// @ts-check
// Fails when what the browser must load before the first page is drawn passes its budget (JS and CSS, gzipped).
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const BUDGET_KB = 250;
const FIRST_PAGES = ["src/features/access/LoginPage.tsx", "src/features/overview/OverviewPage.tsx"];

/** @type {Record<string, { file: string, css?: string[], imports?: string[] }>} */
const manifest = JSON.parse(readFileSync("target/manifest.json", "utf8"));

/** @param {string} key @param {Set<string>} files */
function collect(key, files) {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`${key} is not in the manifest; build first`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  for (const css of chunk.css ?? []) files.add(css);
  for (const next of chunk.imports ?? []) collect(next, files);
}

let failed = false;
for (const first of FIRST_PAGES) {
  const files = new Set();
  collect("index.html", files);
  collect(first, files);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(`dist/${file}`)).length, 0);
  const kb = Math.round(bytes / 1024);
  console.log(`${first}: ${kb} KB gzipped in ${files.size} files, budget ${BUDGET_KB} KB`);
  failed ||= kb > BUDGET_KB;
}
const html = readFileSync("dist/index.html", "utf8");
if (/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?:\/\//.test(html)) {
  console.error("dist/index.html holds inline code or style, or points outside");
  failed = true;
}
process.exit(failed ? 1 : 0);
