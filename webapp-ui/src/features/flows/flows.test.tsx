import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "@/test/open";
import { FILE_SERVER } from "../../../fake/flows.ts";
import { FakeClarion } from "../../../fake/server.ts";

async function rows(name = "Flows") {
  const table = await screen.findByRole("table", { name });
  await within(table).findAllByRole("link");
  return within(table).getAllByRole("row").slice(1);
}

const drawer = (name: RegExp) => screen.findByRole("complementary", { name });

it("goes from a user to her traffic, to a server and to everyone who uses it in four clicks, each with a URL", async () => {
  const fake = new FakeClarion();
  const her = fake.flows
    .list(new URLSearchParams())
    .rows.find((one) => one.serverMac === FILE_SERVER && one.clientUser);
  const { user, url } = open(`/users?q=${encodeURIComponent(her?.clientUser ?? "")}`, fake);
  const [first] = await rows("Users");
  await user.click(within(first as HTMLElement).getByRole("link"));
  const urls = [url()];
  await user.click(await screen.findByRole("link", { name: "All conversations of this user" }));
  urls.push(url());
  const shown = (await rows()).find((row) => row.textContent?.includes(FILE_SERVER));
  await user.click(within(shown as HTMLElement).getByRole("link"));
  urls.push(url());
  await user.click(await screen.findByRole("link", { name: "Everyone who uses this server" }));
  urls.push(url());
  const everyone = await rows("Traffic by client");
  expect(everyone.length).toBeGreaterThan(50);
  expect(urls[1]).toBe(`/flows?user=${encodeURIComponent(her?.clientUser ?? "")}`);
  expect(urls[2]).toMatch(/&open=\d/);
  expect(urls[3]).toBe(`/flows/groups?serverDevice=${encodeURIComponent(FILE_SERVER)}&by=client`);
  expect(new Set(urls).size).toBe(4);
});

it.each([
  ["/flows", "Flows"],
  ["/flows/groups?by=client", "Traffic by client"],
])("shows at %s what a shared URL says", async (path, table) => {
  const fake = new FakeClarion();
  const query = new URLSearchParams({ filter: `serverMac eq "${FILE_SERVER}"` });
  const askers = fake.flows.groups("client", query).groups;
  open(`${path}${path.includes("?") ? "&" : "?"}serverDevice=${encodeURIComponent(FILE_SERVER)}`, fake);
  await rows(table);
  if (table === "Flows")
    expect(screen.getByText("conversations", { selector: ".cl-total" })).toHaveTextContent(
      `${askers} conversations`,
    );
  else expect(screen.getByRole("row", { name: new RegExp(`^All ${askers} `) })).toBeVisible();
});

it("says of a conversation who, why this side is the client, how much, and from which buckets", async () => {
  const { user } = open(`/flows?serverDevice=${encodeURIComponent(FILE_SERVER)}`);
  const [first] = await rows();
  await user.click(within(first as HTMLElement).getByRole("link"));
  const panel = await drawer(new RegExp(FILE_SERVER));
  const evidence = within(panel).getByRole("list", { name: "Evidence" });
  expect(within(evidence).getByText("The TCP handshake shows who opened the connection")).toBeVisible();
  expect(within(panel).getByText(/^\d+ of \d+ conversations? \(/)).toBeVisible();
  const buckets = await within(panel).findByRole("table", { name: "Buckets" });
  expect(within(buckets).getAllByRole("row").length).toBeGreaterThan(1);
  expect(within(panel).getByRole("link", { name: FILE_SERVER })).toHaveAttribute(
    "href",
    `/devices/${FILE_SERVER}`,
  );
});

it("puts filters and the window into the URL and into the CSV's address, and asks the API in its language", async () => {
  const { user, url } = open("/flows");
  await rows();
  await user.selectOptions(screen.getByLabelText("Time"), "Last 7 days");
  await user.selectOptions(screen.getByLabelText("Filter by"), "Service");
  await user.type(screen.getByLabelText("Value"), "tcp/9100{Enter}");
  expect(url()).toBe("/flows?last=7d&service=tcp%2F9100");
  await user.click(await screen.findByRole("checkbox", { name: "Not answered" }));
  expect(url()).toBe("/flows?last=7d&service=tcp%2F9100&answered=false");
  const csv = new URL(screen.getByRole("link", { name: "CSV" }).getAttribute("href") ?? "", "http://x");
  expect(csv.searchParams.get("filter")).toBe(
    "(protocol eq 6 and service le 9100 and serviceLast ge 9100) and anyAnswered eq false",
  );
  const [from, to] = [csv.searchParams.get("from"), csv.searchParams.get("to")];
  expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(7 * 86_400_000);
  expect(csv.searchParams.has("last")).toBe(false);
});

it("says what is wrong with a filter before it asks", async () => {
  const { user, url } = open("/flows");
  await rows();
  await user.selectOptions(screen.getByLabelText("Filter by"), "Device");
  await user.type(screen.getByLabelText("Value"), "00:1b{Enter}");
  expect(screen.getByRole("alert")).toHaveTextContent("A MAC address has 12 hexadecimal digits");
  expect(url()).toBe("/flows");
});

it("keeps the window when filters are cleared", async () => {
  const { user, url } = open("/flows?last=7d&user=nobody");
  await user.click(await screen.findByRole("button", { name: "Clear all filters" }));
  expect(url()).toBe("/flows?last=7d");
});

it("sorts by what is counted", async () => {
  const { user, url } = open("/flows");
  await rows();
  await user.click(screen.getByRole("button", { name: "Last packet" }));
  expect(url()).toBe("/flows?sort=lastAt");
  expect(screen.queryByRole("button", { name: "Client group" })).toBeNull();
  await rows();
});

it("pins a window that ends now to times that can be shared", async () => {
  const { user, url } = open("/flows");
  await rows();
  await user.selectOptions(screen.getByLabelText("Time"), "Exact times");
  const pinned = new URL(url(), "http://x").searchParams;
  const [from, to] = [pinned.get("from"), pinned.get("to")];
  expect(Date.parse(to ?? "") - Date.parse(from ?? "")).toBe(86_400_000);
  expect(screen.getByLabelText("From")).toBeVisible();
});

it("leads from a group to its conversations, with the filters that were there", async () => {
  const { user, url } = open("/flows/groups?by=sgts&clientSgt=Employees&last=6h");
  const [first] = await rows("Traffic by pair of security groups");
  await user.click(within(first as HTMLElement).getByRole("link"));
  expect(url()).toMatch(/^\/flows\?clientSgt=4&last=6h&serverSgt=(\d+|none)$/);
  expect((await rows()).length).toBeGreaterThan(0);
});

it("says how fresh and complete flows are, and what was lost", async () => {
  const fake = new FakeClarion();
  const { status } = fake.flows;
  const [writer] = status.writers;
  if (!writer) throw new Error("nobody writes");
  fake.flows.status = {
    ...status,
    state: "DEGRADED",
    writers: [{ ...writer, figures: { recordsDropped: 1200, conversationsDropped: 3 } }],
  };
  open("/flows", fake);
  expect(await screen.findByText("Flows are incomplete")).toBeVisible();
  expect(screen.getByText(/1,200 records dropped because the queue was full/)).toBeVisible();
});

const empty = { writers: [], newestAt: undefined, resolvedShare: undefined };
it.each([
  ["no collector", { ...empty, state: "NONE" }, "No collector has taken flows yet"],
  ["no exporter", { ...empty, state: "CURRENT" }, "No exporter has sent flows yet"],
  ["a dead collector", { ...empty, state: "STALE" }, "The collector does not run"],
])("says why there is nothing: %s", async (_, status, title) => {
  const fake = new FakeClarion();
  fake.flows.status = { ...fake.flows.status, ...status };
  open("/flows?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z", fake);
  expect(await screen.findByRole("heading", { name: title })).toBeVisible();
});

it("says that there is nothing in this time, and shows where there is something", async () => {
  const { user } = open("/flows?from=2020-01-01T00:00:00Z&to=2020-01-02T00:00:00Z");
  expect(await screen.findByRole("heading", { name: "No flows in this time" })).toBeVisible();
  await user.click(await screen.findByRole("button", { name: "Show the day before the newest flow" }));
  await waitFor(async () => expect((await rows()).length).toBeGreaterThan(0));
});

it("shows the traffic of a device in its drawer, each entry a link", async () => {
  const fake = new FakeClarion();
  const printer = fake.flows.list(new URLSearchParams()).rows.find((one) => one.service === 9100);
  const { user, url } = open(`/devices?open=${printer?.serverMac}`, fake);
  const offered = await screen.findByRole("table", { name: "Services that it offered" });
  await user.click(within(offered).getByRole("link", { name: /Print/ }));
  expect(url()).toBe(
    `/flows?serverDevice=${encodeURIComponent(printer?.serverMac ?? "")}&service=${encodeURIComponent("tcp/9100")}`,
  );
  expect((await rows()).length).toBeGreaterThan(0);
});
