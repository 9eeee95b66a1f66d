import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "@/test/open";

async function rows() {
  const table = await screen.findByRole("table", { name: "Sessions" });
  await within(table).findAllByRole("link");
  return within(table).getAllByRole("row").slice(1);
}

it("lists the newest sessions first and draws only those in view", async () => {
  const { fake } = open("/sessions");
  const newest = fake.campus.sessions.at(-1);
  const shown = await rows();
  expect(shown[0]).toHaveTextContent(newest?.mac ?? "?");
  expect(shown.length).toBeLessThan(60);
  expect(screen.getByText(/The first 100 of/)).toBeVisible();
});

it("puts a facet into the URL and narrows the list", async () => {
  const { user, url, fake } = open("/sessions");
  await rows();
  await user.click(await screen.findByRole("checkbox", { name: "Printers" }));
  expect(url()).toBe("/sessions?sgtName=Printers");
  const printers = fake.campus.sessions.filter((session) => session.sgtName === "Printers").length;
  await waitFor(() =>
    expect(screen.getByText("sessions", { selector: ".cl-total" })).toHaveTextContent(`${printers} sessions`),
  );
  await user.click(screen.getByRole("button", { name: "Remove Security group Printers" }));
  expect(url()).toBe("/sessions");
});

it("offers other values of a facet after one is chosen", async () => {
  const { user, url } = open("/sessions?sgtName=Printers");
  await user.click(await screen.findByRole("checkbox", { name: "Cameras" }));
  expect(url()).toBe("/sessions?sgtName=Printers&sgtName=Cameras");
});

it("sorts by a column up, down and back to the list's own order", async () => {
  const { user, url } = open("/sessions");
  await rows();
  const sort = () => user.click(screen.getByRole("button", { name: "IP address" }));
  await sort();
  expect(url()).toBe("/sessions?sort=ip");
  await waitFor(() =>
    expect(screen.getByRole("columnheader", { name: "IP address" })).toHaveAttribute(
      "aria-sort",
      "ascending",
    ),
  );
  await sort();
  expect(url()).toBe("/sessions?sort=-ip");
  await sort();
  expect(url()).toBe("/sessions");
});

it("opens a session beside the list, moves the focus there and gives it back", async () => {
  const { user, url, fake } = open("/sessions");
  const session = fake.campus.sessions.at(-1);
  const [row] = await rows();
  await user.click(within(row as HTMLElement).getByRole("link"));
  expect(url()).toBe(`/sessions?open=${session?.id}`);
  const drawer = await screen.findByRole("complementary", { name: session?.mac });
  expect(await within(drawer).findByText(session?.auditSessionId ?? "?")).toBeVisible();
  expect(within(drawer).getByRole("heading", { level: 2 })).toHaveFocus();
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("complementary")).toBeNull());
  await waitFor(() => expect(within(row as HTMLElement).getByRole("link")).toHaveFocus());
});

it("counts arrivals instead of moving the rows, and brings them when asked", async () => {
  const { user, fake } = open("/sessions");
  const [first] = await rows();
  const before = first?.textContent;
  await screen.findByText(/^Database up/);
  await waitFor(() => expect(screen.queryByText("updates by polling")).toBeNull());
  const known = fake.campus.sessions.length;
  while (fake.campus.sessions.length < known + 3) fake.tick();
  const arrived = await screen.findByRole("button", { name: /^\+\d+ new$/ }, { timeout: 8000 });
  expect((await rows())[0]?.textContent).toBe(before);
  await user.click(arrived);
  await waitFor(async () =>
    expect((await rows())[0]).toHaveTextContent(fake.campus.sessions.at(-1)?.mac ?? "?"),
  );
  expect(screen.queryByRole("button", { name: /new$/ })).toBeNull();
});

it("shows what the server says about a bad expression", async () => {
  const { user } = open("/sessions");
  await rows();
  await user.click(screen.getByRole("button", { name: "Expression" }));
  await user.type(screen.getByLabelText("Filter expression"), "nothing eq 1{Enter}");
  expect(await screen.findByText("There is no column nothing.")).toBeVisible();
});

it("names the cause when nothing matches and when nothing is there", async () => {
  const { user } = open("/sessions?q=zzzzzz");
  expect(await screen.findByRole("heading", { name: "No sessions match" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Clear all filters" }));
  expect((await rows()).length).toBeGreaterThan(0);
});

it("exports what is filtered", async () => {
  open("/sessions?sgtName=Printers&sort=-ip&open=1");
  await rows();
  expect(screen.getByRole("link", { name: "CSV" })).toHaveAttribute(
    "href",
    "/api/v1/sessions?sgtName=Printers&sort=-ip&format=csv",
  );
});
