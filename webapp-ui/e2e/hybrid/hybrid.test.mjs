// @ts-check
// The console from another origin than the API (CLARION_API), in a real browser. CLARION_URL is an origin that Clarion
// lets in, CLARION_CROSS_SITE one that it lets in but that is of another site, CLARION_STRANGER one that it does not know.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { launch, newPage, PASSWORD, signIn, USERNAME } from "../browser.mjs";

const API = process.env.CLARION_API ?? "";
const CROSS_SITE = process.env.CLARION_CROSS_SITE ?? "";
const STRANGER = process.env.CLARION_STRANGER ?? "";

/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  browser = await launch();
});

after(async () => {
  await browser?.close();
});

/** @param {import("playwright-core").Page} page @param {string} origin */
async function tryToSignIn(page, origin) {
  await page.goto(`${origin}/`);
  await page.getByLabel("User name").fill(USERNAME);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
}

describe("console from elsewhere", { concurrency: false }, () => {
  test("signs in, lists, follows the events and changes something", async () => {
    const page = await newPage(browser);
    /** @type {string[]} */
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(String(error)));
    page.on("console", (message) => {
      // The browser logs the 401 of the first question, whether somebody is signed in.
      if (message.type() === "error" && !/status of 401/.test(message.text()))
        complaints.push(message.text());
    });
    /** @type {string[]} */
    const calls = [];
    page.on("request", (request) => {
      if (request.url().includes("/api/")) calls.push(request.url());
    });
    const events = page.waitForResponse((response) => response.url() === `${API}/api/v1/events`);

    await signIn(page, "/sessions?live=true");
    await page.locator("tbody tr[data-row]").first().waitFor();
    assert.equal((await events).status(), 200, "the stream of events is open");
    assert.ok(calls.length > 0 && calls.every((url) => url.startsWith(`${API}/api/v1/`)), calls.join("\n"));

    const cookies = await page.context().cookies(API);
    const session = cookies.find((cookie) => cookie.name === "clarion_session");
    assert.equal(session?.sameSite, "Strict");
    assert.equal(session?.httpOnly, true);

    await page.goto("/access/tokens");
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.reload();
    await page.getByRole("combobox", { name: /^Search/ }).waitFor();
    await page.getByRole("button", { name: new RegExp(USERNAME, "i") }).click();
    const out = page.waitForResponse((response) => response.url() === `${API}/api/v1/access/logout`);
    await page.getByRole("menuitem", { name: /sign out/i }).click();
    assert.equal((await out).status(), 204, "a change with the CSRF token");
    await page.getByLabel("User name").waitFor();
    assert.deepEqual(complaints, []);
    await page.context().close();
  });

  test("downloads a list as CSV with the session", async () => {
    const page = await newPage(browser);
    await signIn(page, "/sessions");
    await page.locator("tbody tr[data-row]").first().waitFor();
    const download = page.waitForEvent("download");
    await page.locator('a[href*="format=csv"]').click();
    assert.equal((await download).suggestedFilename(), "sessions.csv");
    await page.context().close();
  });

  test("of another site gets no session, and says why", async () => {
    const page = await newPage(browser);
    await tryToSignIn(page, CROSS_SITE);
    await page.getByText(/of another site than this API/).waitFor();
    assert.deepEqual(await page.context().cookies(API), []);
    await page.context().close();
  });

  test("of an origin that nobody let in reads nothing and changes nothing", async () => {
    const page = await newPage(browser);
    await signIn(page, "/");
    await page.goto(`${STRANGER}/`);
    await page.getByRole("heading").first().waitFor();
    const outcome = await page.evaluate(async (api) => {
      /** @param {string} path @param {RequestInit} init */
      const call = async (path, init) => {
        try {
          const response = await fetch(api + path, { credentials: "include", ...init });
          return `${response.type} ${response.status}`;
        } catch {
          return "refused by the browser";
        }
      };
      return {
        read: await call("/api/v1/sessions", {}),
        simple: await call("/api/v1/access/logout", { method: "POST", mode: "no-cors" }),
        change: await call("/api/v1/access/logout", { method: "POST", headers: { "X-CSRF-Token": "guess" } }),
      };
    }, API);
    assert.deepEqual(outcome, {
      read: "refused by the browser",
      simple: "refused by the browser", // by Cross-Origin-Resource-Policy; and Clarion has not listened
      change: "refused by the browser",
    });
    await page.goto("/sessions");
    await page.locator("tbody tr[data-row]").first().waitFor();
    await page.context().close();
  });
});
