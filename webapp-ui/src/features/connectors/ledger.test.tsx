import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { open } from "@/test/open";
import { FakeClarion } from "../../../fake/server.ts";
import { readable } from "./readable";

async function rows(name: string) {
  const table = await screen.findByRole("table", { name });
  await waitFor(() => expect(table.querySelectorAll("tr[data-row]").length).toBeGreaterThan(0));
  return [...table.querySelectorAll<HTMLElement>("tr[data-row]")];
}

it("says in one sentence how complete the picture is, and how each topic's records came and what became of them", async () => {
  open("/connectors/ledger");
  expect(
    await screen.findByText(/^[\d,]+ live sessions, lag 42 ms, last reconcile .*\d\d:\d\d: 0 missing$/),
  ).toBeVisible();
  expect(screen.getByRole("link", { name: "1 gap open: something may be missing" })).toBeVisible();
  const table = screen.getByRole("table", { name: "Ledger by topic" });
  const sessions = within(table).getByRole("row", { name: /^Sessions / });
  expect(within(sessions).getByText("25,114")).toBeVisible();
  expect(within(sessions).getByRole("link", { name: "3 set aside, Sessions" })).toBeVisible();
});

it("leads from a topic's gaps to their list, each with its cause and how it was closed", async () => {
  const { user, url } = open("/connectors/ledger");
  await user.click(await screen.findByRole("link", { name: "1 of 6 gaps open, Sessions" }));
  const [first] = await rows("Gaps");
  expect(url()).toBe("/connectors/gaps?topic=sessions");
  expect(first).toHaveTextContent(/Connection lost or stopped.*open/);
  await user.click(within(first as HTMLElement).getByRole("link"));
  const drawer = await screen.findByRole("complementary", { name: "Gap" });
  expect(await within(drawer).findByText(/closed the event stream/)).toBeVisible();
  expect(url()).toContain("open=");
});

it("sorts and filters gaps on the server, with all of it in the URL", async () => {
  const { user, url } = open("/connectors/gaps");
  await rows("Gaps");
  await user.click(screen.getByRole("button", { name: "Fetched" }));
  expect(url()).toBe("/connectors/gaps?sort=fetched");
  await user.click(screen.getByRole("checkbox", { name: "ISE's numbering jumped" }));
  expect(url()).toContain("cause=SEQUENCE_JUMP");
  await waitFor(async () => expect(await rows("Gaps")).toHaveLength(3));
});

it("says that an empty list of gaps is good news", async () => {
  const fake = new FakeClarion();
  fake.pxgrid.gaps.length = 0;
  open("/connectors/gaps", fake);
  expect(await screen.findByRole("heading", { name: "There was no gap" })).toBeVisible();
});

it.each([
  ["/connectors/gaps", "Gaps", "gaps"],
  ["/connectors/reconciles", "Reconciles", "reconciles"],
  ["/connectors/quarantine", "Set aside", "quarantine"],
] as const)("counts in %s what has come since", async (path, table, kind) => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    const fake = new FakeClarion();
    open(path, fake);
    await rows(table);
    expect(screen.queryByRole("button", { name: "+1 new" })).toBeNull();
    const [newest] = fake.pxgrid[kind];
    fake.pxgrid[kind].unshift({ ...newest, id: "987654" } as never);
    await vi.advanceTimersByTimeAsync(6_000);
    expect(await screen.findByRole("button", { name: "+1 new" })).toBeVisible();
  } finally {
    vi.useRealTimers();
  }
});

it("shows the first gap where there was none", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  try {
    const fake = new FakeClarion();
    const all = fake.pxgrid.gaps.splice(0);
    open("/connectors/gaps", fake);
    expect(await screen.findByRole("heading", { name: "There was no gap" })).toBeVisible();
    fake.pxgrid.gaps.push(...all);
    await vi.advanceTimersByTimeAsync(6_000);
    expect((await rows("Gaps")).length).toBeGreaterThan(0);
  } finally {
    vi.useRealTimers();
  }
});

it("lists reconciles with what they found", async () => {
  open("/connectors/reconciles");
  const all = await rows("Reconciles");
  expect(all[0]).toHaveTextContent("Equal to ISE");
  expect(all[4]).toHaveTextContent("3 repaired");
});

it("shows a message that was set aside with its reason and its body", async () => {
  const { user } = open("/connectors/quarantine");
  const [first] = await rows("Set aside");
  await user.click(within(first as HTMLElement).getByRole("link"));
  const drawer = await screen.findByRole("complementary", { name: "Message set aside" });
  expect(await within(drawer).findByText("sessions[0].timestamp: no time, but 17")).toBeVisible();
  expect(within(drawer).getByRole("region", { name: "What came" })).toHaveTextContent('"timestamp": 17');
});

it("says who may read what was set aside", async () => {
  const fake = new FakeClarion();
  fake.roles = ["viewer"];
  open("/connectors/quarantine", fake);
  expect(await screen.findByRole("heading", { name: "This needs the role analyst" })).toBeVisible();
});

it("leaves to the letter what is no whole JSON", () => {
  expect(readable('{"a":[1')).toBe('{"a":[1');
  expect(readable('{"a":[1]}')).toContain("\n");
});
