import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "@/test/open";
import { FakeClarion } from "../../../fake/server.ts";

const macOf = (fake: FakeClarion, troubled: boolean) =>
  fake.campus.devices().find(({ mac }) => (Number.parseInt(mac.slice(-1), 16) % 3 === 0) === troubled)?.mac;

it("says in the drawer why a device did not get in", async () => {
  const fake = new FakeClarion();
  open(`/devices?open=${macOf(fake, true)}`, fake);
  const table = await screen.findByRole("table", { name: "RADIUS failures" });
  expect(within(table).getAllByRole("row")).toHaveLength(6);
  expect(within(table).getAllByText(/Subject not found/)[0]).toBeVisible();
  expect(screen.getByText("The newest 5 of 7")).toBeVisible();
});

it("says where each failure happened on the page of the device, and when there was none", async () => {
  const fake = new FakeClarion();
  open(`/devices/${macOf(fake, true)}`, fake);
  const table = await screen.findByRole("table", { name: "RADIUS failures" });
  expect(within(table).getAllByRole("row")).toHaveLength(8);
  expect(within(table).getByRole("columnheader", { name: "ISE node" })).toBeVisible();
});

it("says how a device tried to get in and by which rule it was judged", async () => {
  const fake = new FakeClarion();
  open(`/devices?open=${macOf(fake, true)}`, fake);
  const table = await screen.findByRole("table", { name: "RADIUS failures" });
  expect(within(table).getAllByText(/^dot1x, EAP-TLS · AD1 · Wired › Default/)).toHaveLength(5);
});

it("says what Adaptive Network Control did to a device", async () => {
  const fake = new FakeClarion();
  open(`/devices?open=${macOf(fake, true)}`, fake);
  const table = await screen.findByRole("table", { name: "Adaptive Network Control" });
  expect(within(table).getAllByRole("row")).toHaveLength(4);
  expect(within(table).getByText("Policy taken off")).toBeVisible();
  expect(within(table).getByText("failed: no session")).toBeVisible();
});

it("says that there was no failure", async () => {
  const fake = new FakeClarion();
  open(`/devices?open=${macOf(fake, false)}`, fake);
  expect(await screen.findByText("ISE reported no failed authentication of this device.")).toBeVisible();
});

it("names the groups of a user", async () => {
  const fake = new FakeClarion();
  open(`/users?open=${fake.campus.users()[0]?.id}`, fake);
  const groups = await screen.findByRole("list", { name: "Groups" });
  expect(within(groups).getByText("corp.example/Groups/Staff")).toBeVisible();
});
