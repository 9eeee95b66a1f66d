import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "@/test/open";
import { FakeClarion } from "../../fake/server.ts";

const bar = () => screen.findByRole("region", { name: "Status" });

it("says that the picture is stale, since when and why, as soon as the server says so", async () => {
  const { fake } = open("/access/password");
  expect(await within(await bar()).findByText(/lag 42 ms/)).toBeVisible();
  await waitFor(() => expect(screen.queryByText("updates by polling")).toBeNull());
  const now = new Date().toISOString();
  fake.connector = {
    state: "WAITING",
    staleSince: now,
    nextAttemptAt: new Date(Date.now() + 12_500).toISOString(),
    problem: {
      code: "CLARION-PXG-003",
      what: "ise-1:8910 refused the connection",
      action: "Check it.",
      at: now,
    },
  };
  fake.emit("status", fake.status());
  expect(
    await within(await bar()).findByText(/refused the connection · next attempt in 1\d s/),
  ).toBeVisible();
  expect(within(await bar()).getByRole("status")).toHaveTextContent(/^Stale since \d\d:\d\d:\d\d$/);
});

it("says when Clarion itself does not answer, and recovers by itself", async () => {
  const fake = new FakeClarion();
  fake.unreachable = true;
  open("/access/password", fake);
  expect(await within(await bar()).findByRole("status")).toHaveTextContent(/^No contact with Clarion since/);
  fake.unreachable = false;
  expect(await within(await bar()).findByText(/lag 42 ms/)).toBeVisible();
  expect(await screen.findByRole("button", { name: "Account: admin" })).toBeVisible();
});

it("finds devices, users and groups from anywhere and opens the chosen one by keyboard", async () => {
  const { user, fake, url } = open("/access/password");
  const device = fake.campus.devices()[0];
  await screen.findByRole("heading", { name: "Change password" });
  await user.keyboard("/");
  await user.keyboard(device?.mac.replaceAll(":", "-").toUpperCase() ?? "");
  await screen.findAllByRole("option", { name: new RegExp(device?.mac ?? "?") });
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(url()).toBe(`/devices/${device?.mac}`));
});

it("counts on the overview what came as events apart from what was stored", async () => {
  open("/");
  await screen.findByRole("heading", { name: "Connection to ISE" });
  expect(await screen.findByText(/session reports in 1,200 messages/)).toBeVisible();
  expect(screen.getByText(/changes, from events and downloads together/)).toBeVisible();
  expect(await screen.findByRole("link", { name: /live sessions, lag 42 ms, last reconcile/ })).toBeVisible();
});

it("names the setting when no controller is configured and nothing is known", async () => {
  const fake = new FakeClarion({ devices: 0 });
  fake.connector = { state: "DISABLED" };
  open("/", fake);
  expect(await screen.findByRole("heading", { name: "No controller is configured" })).toBeVisible();
});
