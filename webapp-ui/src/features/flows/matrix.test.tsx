import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { TrafficGroups } from "@/api/flows";
import { open } from "@/test/open";
import { FakeClarion } from "../../../fake/server.ts";
import { matrixOf } from "./matrix";

const counts = (conversations: number) => ({
  conversations,
  answered: 0,
  refused: 0,
  replyOnly: 0,
  requestBytes: 0,
  replyBytes: 0,
  requestPackets: 0,
  replyPackets: 0,
});
const pairs = {
  groups: 3,
  items: [
    {
      clientSgt: 4,
      clientSgtName: "Employees",
      serverSgt: 14,
      serverSgtName: "Printers",
      counts: counts(1000),
    },
    { clientSgt: 4, clientSgtName: "Employees", counts: counts(99) },
    { clientSgt: 21, serverSgt: 14, serverSgtName: "Printers", counts: counts(1) },
  ],
} as TrafficGroups;

it("shades by magnitude and puts traffic without a group last", () => {
  const matrix = matrixOf(pairs, "conversations", 10);
  expect(matrix.groups.map((group) => group.name)).toEqual(["Employees", "Printers", "SGT 21", "No group"]);
  expect(pairs.items.map(matrix.level)).toEqual([5, 4, 2]);
});

it("draws the groups with most traffic and knows how many there are", () => {
  const matrix = matrixOf(pairs, "conversations", 2);
  expect(matrix.groups.map((group) => group.name)).toEqual(["Employees", "Printers"]);
  expect(matrix.all).toBe(4);
});

it("is walked with the arrows, and a cell opens what is asked between two groups", async () => {
  const fake = new FakeClarion();
  const { user, url } = open("/flows/matrix", fake);
  const grid = await screen.findByRole("table", { name: "Traffic from group to group" });
  const cell = within(grid).getByRole("link", {
    name: /^Employees to File_Servers: .* conversations answered$/,
  });
  cell.focus();
  await user.keyboard("{ArrowDown}");
  expect(document.activeElement).not.toBe(cell);
  await user.keyboard("{ArrowUp}");
  expect(document.activeElement).toBe(cell);
  await user.keyboard("{Enter}");
  expect(url()).toBe("/flows/matrix?cell=4-31");
  const panel = await screen.findByRole("complementary", { name: "Employees → File_Servers" });
  await user.click(await within(panel).findByRole("link", { name: /SMB/ }));
  expect(url()).toBe("/flows?clientSgt=4&serverSgt=31&service=tcp%2F445");
});

it("has the same data as a table", async () => {
  const fake = new FakeClarion();
  const all = fake.flows.groups("sgts", new URLSearchParams({ top: "1000" }));
  const { user, url } = open("/flows/matrix", fake);
  const grid = await screen.findByRole("table", { name: "Traffic from group to group" });
  expect(within(grid).getAllByRole("link")).toHaveLength(all.groups);
  await user.click(screen.getByRole("button", { name: "Show as table" }));
  expect(url()).toBe("/flows/matrix?view=table");
  const table = await screen.findByRole("table", { name: "Traffic by pair of security groups" });
  expect(within(table).getAllByRole("link")).toHaveLength(all.groups);
});
