// @ts-check
// Pictures of every page, light and dark (over the fake also of faults): `npm run screenshots` writes docs/images, `… -- DIR [WIDTHxHEIGHT]` elsewhere.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { BASE_URL, launch, newPage, signIn } from "./browser.mjs";

const target = process.argv[2] ?? fileURLToPath(new URL("../../docs/images", import.meta.url));
const [width = 1440, height = 900] = (process.argv[3] ?? "1440x900").split("x").map(Number);
mkdirSync(target, { recursive: true });

const browser = await launch();
try {
  for (const theme of /** @type {const} */ (["light", "dark"])) {
    const page = await newPage(browser, { theme, width, height });
    const shoot = async (/** @type {string} */ name) => {
      await page.waitForLoadState("load");
      await page.locator(".cl-bone").first().waitFor({ state: "detached" });
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(target, `${name}-${theme}.png`) });
    };
    await page.goto("/login");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await shoot("login");
    await signIn(page);
    await page.getByRole("heading", { name: "Overview" }).waitFor();
    await page.locator(".cl-chart canvas").waitFor();
    await shoot("overview");
    await page.goto("/sessions?live=true");
    await page.locator("tbody tr[data-row]").first().waitFor();
    await shoot("sessions");
    await page.locator("tbody tr[data-row]").nth(3).click();
    await page.getByRole("heading", { name: "When" }).waitFor();
    await shoot("session");
    await page.goto("/devices");
    await page.locator("tbody tr[data-row]").first().waitFor();
    await shoot("devices");
    await page.locator("tbody tr[data-row] a").first().click();
    await page.getByRole("link", { name: "Everything seen of this device" }).click();
    await page.getByRole("heading", { name: "Addresses" }).waitFor();
    await shoot("device");
    await page.goto("/users");
    await page.locator("tbody tr[data-row]").first().waitFor();
    await shoot("users");
    await page.locator("tbody tr[data-row] a").first().click();
    await page.getByRole("link", { name: "Everything seen of this user" }).click();
    await page.getByRole("heading", { name: "Now" }).waitFor();
    await shoot("user");
    await page.getByRole("combobox").fill("10.1");
    await page.getByRole("option").first().waitFor();
    await shoot("search-box");
    await page.getByRole("combobox").press("Enter");
    await page.getByRole("heading", { name: /^Search/ }).waitFor();
    await shoot("search");
    if (process.env.CLARION_FAKE) {
      await page.goto("/flows");
      await page.locator("tbody tr[data-row]").first().waitFor();
      await shoot("flows");
      await page.locator("tbody tr[data-row]").nth(2).click();
      await page.getByRole("table", { name: "Buckets" }).waitFor();
      await shoot("conversation");
      await page.goto("/flows/groups?by=service");
      await page.getByRole("table", { name: "Traffic by service" }).waitFor();
      await shoot("flows-summed-up");
      await page.goto("/flows/matrix?cell=4-31");
      await page.getByRole("complementary").getByRole("table").waitFor();
      await shoot("flows-matrix");
    }
    await page.goto("/connectors");
    await page.getByRole("region", { name: "State" }).waitFor();
    await shoot("connectors");
    await page.goto("/connectors/ledger");
    await page.getByRole("table", { name: "Ledger by topic" }).waitFor();
    await shoot("ledger");
    await page.goto("/connectors/test");
    await page.getByRole("button", { name: "Run the test" }).click();
    await page.getByText(/^(Everything works|It (works|fails).*)$/).waitFor({ timeout: 90_000 });
    await shoot("connector-test");
    if (process.env.CLARION_FAKE) {
      for (const fault of ["unknown-ca", "pending", "certificate-refused"]) {
        await fetch(`${BASE_URL}/__fake/fault/${fault}`);
        await page.goto("/connectors");
        await page.getByRole("region", { name: "What is wrong and what to do" }).waitFor();
        await shoot(`fault-${fault}`);
      }
      await fetch(`${BASE_URL}/__fake/live`);
    }
    await page.goto("/groups");
    await page.locator("tbody tr[data-row]").first().waitFor();
    await shoot("groups");
    await page.goto("/access/accounts");
    await page.locator("tbody tr[data-row] a").first().click();
    await page.getByRole("heading", { name: "Name and roles" }).waitFor();
    await shoot("access");
    await page.context().close();
  }
} finally {
  await browser.close();
}
