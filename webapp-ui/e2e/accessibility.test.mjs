// @ts-check
// Every page, light and dark, wide and narrow, held to WCAG 2.2 AA by axe.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, describe, test } from "node:test";
import { BASE_URL, launch, newPage, signIn } from "./browser.mjs";

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
          // Colours are only right once what moves has begun to move, and come to rest.
          await page.evaluate(
            () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
          );
          await page.evaluate(() => Promise.allSettled(document.getAnimations().map((one) => one.finished)));
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
      clean("segmentation", async () => {
        await page.goto("/segmentation");
        await page.getByRole("heading", { name: "Segmentation" }).waitFor();
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
      const flowsKnown = () =>
        page
          .getByText(/^(Flows are (current|incomplete)|No collector is running|No flows are taken)$/)
          .waitFor();
      clean("flows", async () => {
        await page.goto("/flows");
        await flowsKnown();
        await page.locator(".cl-total").waitFor();
      });
      clean("flows in exact times, without any", async () => {
        await page.goto("/flows?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z");
        await page.locator(".pf-v6-c-empty-state").waitFor();
        await flowsKnown();
      });
      clean("flows summed up", async () => {
        await page.goto("/flows/groups?by=service");
        await flowsKnown();
      });
      clean("flows from group to group", async () => {
        await page.goto("/flows/matrix");
        await flowsKnown();
      });
      if (process.env.CLARION_FAKE) {
        clean("a pair of groups", async () => {
          await page.getByRole("link", { name: /^Employees to File_Servers/ }).click();
          await page.getByRole("complementary").getByRole("table").waitFor();
        });
        clean("the pairs as a table", async () => {
          await page.goto("/flows/matrix?view=table");
          await page.getByRole("table", { name: "Traffic by pair of security groups" }).waitFor();
        });
        clean("a conversation", async () => {
          await page.goto("/flows?mark=SWEEP");
          await first().click();
          await page.getByRole("table", { name: "Buckets" }).waitFor();
        });
      }
      clean("security groups", async () => {
        await page.goto("/groups");
        await first().getByRole("link").first().click();
        await page.getByRole("complementary").getByText("Policy cells").waitFor();
      });
      clean("the connection to ISE", async () => {
        await page.goto("/connectors");
        await page.getByRole("region", { name: "State" }).waitFor();
      });
      clean("the question before it stops", async () => {
        await page.getByRole("button", { name: "Stop", exact: true }).click();
        await page.getByRole("button", { name: "Leave it as it is" }).waitFor();
      });
      clean("the ledger", async () => {
        await page.goto("/connectors/ledger");
        await page.getByRole("table", { name: "Ledger by topic" }).waitFor();
      });
      clean("gaps", async () => {
        await page.goto("/connectors/gaps");
        await page.locator(".cl-total").waitFor();
      });
      clean("reconciles", async () => {
        await page.goto("/connectors/reconciles");
        await page.locator(".cl-total").waitFor();
      });
      clean("exporters", async () => {
        await page.goto("/connectors/exporters");
        await page.locator(".cl-total").waitFor();
      });
      clean("what was set aside", async () => {
        await page.goto("/connectors/quarantine");
        await page.locator(".cl-total").waitFor();
      });
      clean("the test and its result", async () => {
        await page.goto("/connectors/test");
        await page.getByRole("button", { name: "Run the test" }).click();
        await page.getByText(/^(Everything works|It (works|fails).*)$/).waitFor({ timeout: 90_000 });
        await page
          .getByText(/^ISE's certificate and its chain/)
          .first()
          .click();
      });
      clean("an account", async () => {
        await page.goto("/access/accounts");
        await first().getByRole("link").first().click();
        await page.getByRole("button", { name: "Disable the account" }).click();
      });
      clean("API tokens", async () => {
        await page.goto("/access/tokens?open=new");
        await page.getByLabel("What it is for").waitFor();
      });
      clean("the audit trail", async () => {
        await page.goto("/access/audit");
        await first().getByRole("link").first().click();
        await page.getByRole("complementary").waitFor();
      });
      if (process.env.CLARION_FAKE)
        for (const fault of [
          "unknown-ca",
          "pending",
          "topic-refused",
          "certificate-refused",
          "no-controller",
        ])
          clean(`the connection with the fault ${fault}`, async () => {
            await fetch(`${BASE_URL}/__fake/fault/${fault}`);
            await page.goto("/connectors");
            await page.getByRole("region", { name: "What is wrong and what to do" }).waitFor();
            await fetch(`${BASE_URL}/__fake/live`);
          });
      clean("not found", async () => {
        await page.goto("/nowhere");
        await page.getByRole("heading", { name: "There is no such page" }).waitFor();
      });
    });
  }
}
