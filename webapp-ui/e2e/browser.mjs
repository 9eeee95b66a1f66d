// @ts-check
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export const BASE_URL = (process.env.CLARION_URL ?? "http://127.0.0.1:8000").replace(/\/$/, "");
export const USERNAME = process.env.CLARION_USERNAME ?? "admin";
export const PASSWORD = process.env.CLARION_PASSWORD ?? "";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The machine's own Chromium, or the one that CHROMIUM names; it makes no calls of its own. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));
  if (!executablePath) throw new Error("No Chromium found: install it or name it in CHROMIUM");
  const args = process.getuid?.() === 0 ? [...QUIET, "--no-sandbox"] : QUIET;
  return chromium.launch({ executablePath, args, headless: true });
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {{ theme?: "light" | "dark", width?: number, height?: number }} [look]
 */
export async function newPage(browser, { theme = "light", width = 1440, height = 900 } = {}) {
  const context = await browser.newContext({
    baseURL: BASE_URL,
    colorScheme: theme,
    viewport: { width, height },
    reducedMotion: "reduce",
    locale: "en-GB",
    ignoreHTTPSErrors: false,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** @param {import("playwright-core").Page} page */
export async function signIn(page, path = "/") {
  await page.goto(path);
  await page.getByLabel("User name").fill(USERNAME);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("combobox", { name: /^Search/ }).waitFor();
}
