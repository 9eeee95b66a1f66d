// @ts-check
// Every page, light and dark, wide and narrow, held to WCAG 2.2 AA by axe.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { launch, newPage, signIn } from "./browser.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  browser = await launch();
});
after(async () => {
  await browser?.close();
});

/** @param {import("playwright-core").Page} page */
async function violations(page) {
  await page.evaluate(axe);
  return page.evaluate(async (tags) => {
    // @ts-expect-error axe was put into the page just now
    const result = await window.axe.run(document, { runOnly: { type: "tag", values: tags } });
    return result.violations.map(
      (/** @type {any} */ violation) =>
        `${violation.id}: ${violation.help} (${violation.nodes
          .map((/** @type {any} */ n) => n.target.join(" "))
          .slice(0, 3)
          .join("; ")})`,
    );
  }, TAGS);
}

for (const theme of /** @type {const} */ (["light", "dark"])) {
  for (const [width, height] of [
    [1440, 900],
    [1024, 768],
  ]) {
    describe(`${theme} at ${width}`, { concurrency: false }, () => {
      /** @type {import("playwright-core").Page} */
      let page;
      const first = () => page.locator("tbody tr[data-row]").first();

      before(async () => {
        page = await newPage(browser, { theme, width, height });
      });
      after(async () => {
        await page?.context().close();
      });

      /** @param {string} name @param {() => Promise<unknown>} arrange */
      const clean = (name, arrange) =>
        test(name, async () => {
          await arrange();
          await page.locator(".cl-bone").first().waitFor({ state: "detached" });
          assert.deepEqual(await violations(page), []);
        });

      clean("login", async () => {
        await page.goto("/login");
        await page.getByRole("heading", { name: "Sign in" }).waitFor();
      });
      clean("overview", async () => {
        await signIn(page, "/");
        await page.locator(".cl-chart canvas").waitFor();
      });
      clean("overview with the chart as a table", async () => {
        await page.getByRole("button", { name: "Show as table" }).click();
      });
      clean("sessions", async () => {
        await page.goto("/sessions?live=true&filter=mac+pr");
        await first().waitFor();
      });
      clean("a session in the drawer", async () => {
        await first().click();
        await page.getByRole("heading", { name: "When" }).waitFor();
      });
      clean("no match", async () => {
        await page.goto("/sessions?q=nothing-has-this-text");
        await page.getByRole("heading", { name: "No sessions match" }).waitFor();
      });
      clean("devices", async () => {
        await page.goto("/devices");
        await first().waitFor();
      });
      clean("a device", async () => {
        await page.goto(`/devices/${await first().getAttribute("data-row")}`);
        await page.getByRole("heading", { name: "Places" }).waitFor();
      });
      clean("users", async () => {
        await page.goto("/users");
        await first().waitFor();
      });
      clean("a user", async () => {
        await page.goto(`/users/${await first().getAttribute("data-row")}`);
        await page.getByRole("heading", { name: "Devices" }).waitFor();
      });
      clean("the search box", async () => {
        await page.getByRole("combobox").fill("10");
        await page.getByRole("option").first().waitFor();
      });
      clean("the search page", async () => {
        await page.goto("/search?q=10");
        await page.getByRole("heading", { name: "Devices" }).waitFor();
      });
      clean("the account menu", async () => {
        await page.getByRole("button", { name: /^Account/ }).click();
        await page.getByRole("menuitem", { name: "Sign out" }).waitFor();
      });
      clean("the password page", async () => {
        await page.getByRole("menuitem", { name: "Change password" }).click();
        await page.getByLabel("New password").waitFor();
      });
      clean("not found", async () => {
        await page.goto("/nowhere");
        await page.getByRole("heading", { name: "There is no such page" }).waitFor();
      });
    });
  }
}
