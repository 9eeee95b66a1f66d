// @ts-check
// The console in a real browser, against the Clarion at CLARION_URL. It only reads, but for signing in and out.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { BASE_URL, launch, newPage, signIn } from "./browser.mjs";

const ARRIVAL_MILLIS = 90_000;

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {import("playwright-core").Page} */
let page;
/** What the browser complained about: scripts that failed, policy violations, requests to elsewhere. */
/** @type {string[]} */
const complaints = [];

before(async () => {
  browser = await launch();
  page = await newPage(browser);
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // The browser logs each refused request; the refusals here are meant.
    if (message.type() === "error" && !/status of 40[14]/.test(message.text()))
      complaints.push(message.text());
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(BASE_URL)) complaints.push(`request to ${request.url()}`);
  });
});

after(async () => {
  await browser?.close();
});

const rows = () => page.locator("tbody tr[data-row]");

async function totalShown() {
  const text = (await page.locator(".cl-total").textContent()) ?? "";
  return Number(text.replace(/\D/g, ""));
}

/** @param {() => Promise<boolean>} condition @param {string} what */
async function eventually(condition, what, millis = 15_000) {
  const end = Date.now() + millis;
  while (!(await condition())) {
    if (Date.now() > end) assert.fail(`not within ${millis} ms: ${what}`);
    await page.waitForTimeout(200);
  }
}

describe("console", { concurrency: false }, () => {
  test("a wrong password is refused in the server's words", async () => {
    await page.goto("/sessions?live=true");
    await page.getByLabel("User name").fill("nobody-of-that-name");
    await page.getByLabel("Password").fill("not the password");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("heading", { name: /wrong/i }).waitFor();
  });

  test("signing in leads to the page that was asked for", async () => {
    await signIn(page, "/sessions?live=true");
    await page.getByRole("heading", { name: "Sessions", level: 1 }).waitFor();
    assert.equal(new URL(page.url()).search, "?live=true");
  });

  test("the status bar says that the stream is live", async () => {
    await page.getByLabel("Status").getByText("Live", { exact: true }).first().waitFor({ timeout: 60_000 });
    await page.getByText("updates by polling").waitFor({ state: "detached" });
  });

  test("sessions are listed and arrive", async () => {
    await page.goto("/sessions");
    await rows().first().waitFor({ timeout: 60_000 });
    const before = await totalShown();
    assert.ok(before > 0);
    const top = await rows().first().getAttribute("data-row");
    const arrived = page.getByRole("button", { name: /^\+\d+.* new$/ });
    await arrived.waitFor({ timeout: ARRIVAL_MILLIS });
    assert.equal(await rows().first().getAttribute("data-row"), top, "arrivals must not move the rows");
    await arrived.click();
    await eventually(
      async () => (await rows().first().getAttribute("data-row")) !== top,
      "newer rows on top",
    );
    assert.ok((await totalShown()) > before);
  });

  test("scrolling brings the next pages while few rows are drawn", async () => {
    await page.goto("/sessions");
    await rows().first().waitFor();
    const total = await totalShown();
    const table = page.getByRole("region", { name: "Sessions, scrollable" });
    if (total <= 100) return;
    await eventually(async () => {
      await table.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
      const indexes = await rows().evaluateAll((list) =>
        list.map((row) => Number(row.getAttribute("aria-rowindex"))),
      );
      return Math.max(...indexes) > 200 || Math.max(...indexes) >= total;
    }, "more than two pages");
    assert.ok((await rows().count()) < 100);
  });

  test("a facet and free text go into the URL and survive a reload", async () => {
    await page.goto("/sessions");
    await rows().first().waitFor();
    const all = await totalShown();
    await page.getByRole("group", { name: "Security group" }).getByRole("checkbox").first().click();
    await page.waitForURL(/sgtName=/);
    await eventually(async () => (await totalShown()) < all, "a shorter list");
    await page.getByLabel("Filter by text").fill("10.");
    await page.waitForURL(/q=10\./);
    const url = page.url();
    await page.reload();
    await rows().first().waitFor();
    assert.equal(page.url(), url);
    assert.equal(await page.getByLabel("Filter by text").inputValue(), "10.");
    await page.getByRole("button", { name: "Clear all" }).click();
    await eventually(async () => new URL(page.url()).search === "", "an empty search");
  });

  test("a column sorts both ways", async () => {
    await page.goto("/sessions");
    await rows().first().waitFor();
    await page.getByRole("button", { name: "IP address" }).click();
    await page.waitForURL(/sort=ip/);
    await page.locator('th[aria-sort="ascending"]').waitFor();
    await page.getByRole("button", { name: "IP address" }).click();
    await page.waitForURL(/sort=-ip/);
  });

  test("a bad expression is explained", async () => {
    await page.goto("/sessions?filter=nothing+eq+1");
    await page.getByRole("heading", { name: /filter/i }).waitFor();
    complaints.splice(0);
  });

  test("the list exports as CSV", async () => {
    await page.goto("/sessions?live=true");
    await rows().first().waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "CSV" }).click();
    const file = await (await download).path();
    const { readFile } = await import("node:fs/promises");
    const text = await readFile(file, "utf8");
    assert.match(text.split("\r\n")[0] ?? "", /\bmac\b/);
    assert.ok(text.split("\r\n").length > 2);
  });

  test("a row opens in the drawer, by mouse and by keyboard, and leads to device and user", async () => {
    await page.goto("/sessions?live=true&filter=user+pr");
    await rows().nth(1).click();
    const drawer = page.getByRole("complementary");
    await drawer.getByRole("heading", { name: "When" }).waitFor();
    assert.match(page.url(), /open=\d+/);
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    await rows().nth(2).getByRole("link").first().focus();
    await page.keyboard.press("Enter");
    await drawer.getByRole("heading", { name: "Who" }).waitFor();
    await drawer.locator('a[href^="/devices/"]').click();
    await page.getByRole("heading", { name: "Addresses" }).waitFor();
    await page.goBack();
    const user = drawer.locator('a[href^="/users/"]');
    await drawer.getByRole("heading", { name: "Who" }).waitFor();
    if ((await user.count()) > 0) {
      await user.click();
      await page.getByRole("heading", { name: /^Sessions/ }).waitFor();
    }
  });

  test("devices and users open from their lists", async () => {
    await page.goto("/devices");
    await rows().first().getByRole("link").first().click();
    await page.getByRole("link", { name: "Everything seen of this device" }).click();
    await page.getByRole("heading", { name: "Places" }).waitFor();
    await page.goto("/users");
    await rows().first().getByRole("link").first().click();
    await page.getByRole("link", { name: "Everything seen of this user" }).click();
    await page.getByRole("heading", { name: "Devices" }).waitFor();
  });

  test("the search finds a device by its MAC in another spelling", async () => {
    await page.goto("/devices");
    await rows().first().waitFor();
    const mac = (await rows().first().getAttribute("data-row")) ?? "";
    const bare = mac.replaceAll(":", "");
    const cisco = `${bare.slice(0, 4)}.${bare.slice(4, 8)}.${bare.slice(8)}`;
    await page.goto("/");
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type(cisco);
    await page.getByRole("option", { name: mac }).first().waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/devices/${mac}`);
  });

  test("the overview draws its chart and the same numbers as a table", async () => {
    await page.goto("/");
    await page.locator(".cl-chart canvas").waitFor();
    await page.getByRole("button", { name: "Show as table" }).click();
    await page.getByRole("columnheader", { name: "Started" }).waitFor();
    await page.getByRole("link", { name: /^Live sessions/ }).click();
    await page.waitForURL(/\/sessions\?live=true/);
  });

  test("security groups are listed and lead to their sessions", async () => {
    await page.goto("/groups");
    await rows().first().getByRole("link").first().click();
    await page
      .getByRole("complementary")
      .getByRole("link", { name: /sessions?$/ })
      .click();
    await page.waitForURL(/\/sessions\?live=true&sgtName=/);
  });

  test("the connection to ISE says how it is, topic by topic", async () => {
    await page.goto("/");
    await page.getByRole("link", { name: "Connectors", exact: true }).first().click();
    await page.waitForURL("**/connectors");
    const state = page.getByRole("region", { name: "State" });
    await state.getByText("Live", { exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole("list", { name: "Controllers" }).getByText("in use").waitFor();
    await page.getByRole("button", { name: "Copy the fingerprint" }).waitFor();
    const sessions = page.getByRole("table", { name: "Topics" }).getByRole("row", { name: /^Sessions/ });
    await sessions.getByText("Live").waitFor();
  });

  test("stopping asks first, and Escape leaves everything as it is", async () => {
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    const question = page.getByRole("region", { name: "Stop the connection to ISE?" });
    await question.waitFor();
    await page.keyboard.press("Escape");
    await question.waitFor({ state: "detached" });
    await page.getByRole("region", { name: "State" }).getByText("Live", { exact: true }).waitFor();
  });

  test("the test of the stored configuration passes beside the live connection", async () => {
    await page.getByRole("link", { name: "Test", exact: true }).first().click();
    await page.getByRole("button", { name: "Run the test" }).click();
    await page.getByText(/^(Everything works|It works, with warnings)$/).waitFor({ timeout: 90_000 });
    await page
      .getByText(/^ISE's certificate and its chain/)
      .first()
      .click();
    await page.getByRole("button", { name: "Copy the fingerprint" }).first().waitFor();
  });

  test("a controller that is none is told by the test, with what to do", async () => {
    await page.getByLabel("Controllers").fill(process.env.CLARION_FAKE ? "" : "127.0.0.1:1");
    if (process.env.CLARION_FAKE) await fetch(`${BASE_URL}/__fake/fault/refused`);
    await page.getByRole("button", { name: "Run the test" }).click();
    await page.getByText("It fails at: Network").waitFor({ timeout: 60_000 });
    await page.getByText("What to do:").first().waitFor();
    if (process.env.CLARION_FAKE) await fetch(`${BASE_URL}/__fake/live`);
  });

  test("the ledger says in one sentence how complete the picture is, and lists its reasons", async () => {
    await page.goto("/connectors/ledger");
    await page
      .getByText(/^[\d,]+ live sessions?, .*(last (reconcile|full download) .* missing|not reconciled yet)/)
      .waitFor();
    const sessions = page
      .getByRole("table", { name: "Ledger by topic" })
      .getByRole("row", { name: /^Sessions/ });
    await sessions.waitFor();
    for (const [tab, title] of [
      ["Gaps", "Gaps"],
      ["Reconciles", "Reconciles"],
      ["Set aside", "Set aside"],
    ]) {
      await page.getByRole("navigation", { name: "Connector" }).getByRole("link", { name: tab }).click();
      await page.getByRole("heading", { name: title, level: 1 }).waitFor();
      await page.locator(".cl-total").waitFor();
    }
  });

  test("an API token is made, shown once and revoked, and the audit trail tells", async () => {
    await page.goto("/access/tokens?open=new");
    const name = `e2e ${Date.now()}`;
    await page.getByLabel("What it is for").fill(name);
    await page.getByRole("button", { name: "Create the token" }).click();
    await page.getByRole("complementary", { name: "The new token" }).getByText(/^clr_/).waitFor();
    await page.getByRole("button", { name: "I have copied it" }).click();
    await page.getByRole("link", { name }).click();
    await page.getByRole("button", { name: "Revoke the token" }).click();
    await page.getByRole("group", { name: "Revoke the token" }).getByRole("button").first().click();
    await page.getByRole("complementary").getByText("Revoked").first().waitFor();
    if (process.env.CLARION_FAKE) return;
    await page.goto("/access/audit?action=token.revoked");
    await rows().first().getByRole("link").first().click();
    await page.getByRole("complementary", { name: "token.revoked" }).waitFor();
  });

  test("accounts are listed for the administrator", async () => {
    await page.goto("/access");
    await page.waitForURL("**/access/accounts");
    await rows().first().waitFor();
  });

  test("the theme is chosen and remembered", async () => {
    await page.goto("/");
    await page.getByRole("button", { name: /^Theme/ }).click();
    await page.getByRole("menuitem", { name: "Dark" }).click();
    await page.reload();
    await page.locator("html.pf-v6-theme-dark").waitFor();
    await page.getByRole("button", { name: /^Theme/ }).click();
    await page.getByRole("menuitem", { name: "As the system" }).click();
    await page.locator("html:not(.pf-v6-theme-dark)").waitFor();
  });

  test("an unknown page and an unknown device say so", async () => {
    await page.goto("/no/such/page");
    await page.getByRole("heading", { name: "There is no such page" }).waitFor();
    await page.goto("/devices/02:00:00:00:00:01");
    await page.getByText(/^Request/).waitFor();
  });

  test("signing out ends the session", async () => {
    await page.goto("/");
    await page.getByRole("button", { name: /^Account/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.goto("/devices");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    assert.match(page.url(), /next=/);
  });

  test("the browser had nothing to complain about", () => {
    assert.deepEqual(complaints, []);
  });
});
