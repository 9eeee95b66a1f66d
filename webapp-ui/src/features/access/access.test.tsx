import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { open } from "@/test/open";
import { FakeClarion } from "../../../fake/server.ts";
import { changes } from "./Differences";

const drawer = (name: string | RegExp) => screen.findByRole("complementary", { name });

describe("accounts", () => {
  it("makes one with the roles chosen and shows it", async () => {
    const { user, fake, url } = open("/access/accounts");
    await user.click(await screen.findByRole("button", { name: "New account" }));
    expect(url()).toBe("/access/accounts?open=new");
    const form = within(await drawer("New account"));
    await user.type(form.getByLabelText(/^User name/), "dana");
    await user.type(form.getByLabelText(/^First password/), "short");
    await user.click(form.getByRole("checkbox", { name: "Viewer" }));
    await user.click(form.getByRole("checkbox", { name: "Engineer" }));
    await user.click(form.getByRole("button", { name: "Create the account" }));
    expect(await form.findByText("A password has at least 12 characters.")).toBeVisible();
    await user.type(form.getByLabelText(/^First password/), " but now long enough");
    await user.click(form.getByRole("button", { name: "Create the account" }));
    expect(await drawer("dana")).toBeVisible();
    expect(fake.access.accounts.at(-1)).toMatchObject({ username: "dana", roles: ["engineer"] });
    expect(await screen.findByRole("link", { name: "dana" })).toBeVisible();
  });

  it("changes roles, and reads the account again when somebody else was faster", async () => {
    const { user, fake } = open("/access/accounts?open=2");
    const panel = within(await drawer("noc"));
    await user.click(await panel.findByRole("checkbox", { name: "Approver" }));
    fake.access.change("2", { displayName: "NOC" }, '"r2-0"');
    await user.click(panel.getByRole("button", { name: "Save" }));
    expect(await panel.findByText(/changed since it was read/)).toBeVisible();
    await user.click(panel.getByRole("button", { name: "Try again" }));
    await waitFor(() => expect(panel.getByLabelText("Name")).toHaveValue("NOC"));
    await user.click(panel.getByRole("checkbox", { name: "Approver" }));
    await user.click(panel.getByRole("button", { name: "Save" }));
    await waitFor(() => expect(fake.access.account("2").roles).toEqual(["engineer", "approver"]));
  });

  it("asks before it disables, saying what that does, and resets a password", async () => {
    const { user, fake } = open("/access/accounts?open=2");
    const panel = within(await drawer("noc"));
    await user.click(await panel.findByRole("button", { name: "Disable the account" }));
    expect(panel.getByText(/revoke all of its API tokens/)).toHaveFocus();
    await user.click(panel.getByRole("button", { name: "Disable the account" }));
    await waitFor(() => expect(fake.access.account("2").disabled).toBe(true));
    await user.type(panel.getByLabelText("New password"), "a much longer one");
    await user.click(panel.getByRole("button", { name: "Reset the password" }));
    await waitFor(() => expect(fake.access.account("2").revision).toBe("r2-2"));
  });

  it("shows the server's words when the last administrator would go", async () => {
    const { user } = open("/access/accounts?open=1");
    const panel = within(await drawer("admin"));
    await user.click(await panel.findByRole("checkbox", { name: "Administrator" }));
    await user.click(panel.getByRole("checkbox", { name: "Viewer" }));
    await user.click(panel.getByRole("button", { name: "Save" }));
    expect(await panel.findByText(/last administrator/)).toBeVisible();
  });
});

describe("API tokens", () => {
  it("shows a new token once", async () => {
    const { user, fake } = open("/access/tokens");
    await user.click(await screen.findByRole("button", { name: "New token" }));
    const form = within(await drawer("New API token"));
    await user.type(form.getByLabelText(/^What it is for/), "Backup");
    await user.selectOptions(form.getByLabelText(/^May do at most/), "analyst");
    await user.click(form.getByRole("button", { name: "Create the token" }));
    const made = within(await drawer("The new token"));
    expect(made.getByText(/^clr_new1x/)).toBeVisible();
    expect(fake.access.tokens.at(-1)).toMatchObject({ name: "Backup", role: "analyst" });
    await user.click(made.getByRole("button", { name: "I have copied it" }));
    await waitFor(() => expect(screen.queryByText(/^clr_new1x/)).toBeNull());
  });

  it("revokes one for good, after asking", async () => {
    const { user, fake } = open("/access/tokens?open=10");
    const panel = within(await drawer("Grafana"));
    await user.click(panel.getByRole("button", { name: "Revoke the token" }));
    await user.click(panel.getByRole("button", { name: "Revoke the token" }));
    await waitFor(() => expect(fake.access.tokens[0]?.revokedAt).toBeDefined());
    expect(await panel.findByText("Revoked", { selector: "span" })).toBeVisible();
  });

  it("offers a viewer no more than a viewer may", async () => {
    const fake = new FakeClarion();
    fake.roles = ["viewer"];
    const { user } = open("/access", fake);
    await user.click(await screen.findByRole("button", { name: "New token" }));
    const choice = within(await screen.findByLabelText(/^May do at most/));
    expect(choice.getAllByRole("option").map((one) => one.textContent)).toEqual(["Viewer", "All that I may"]);
    expect(screen.queryByRole("link", { name: "Accounts" })).toBeNull();
  });
});

describe("the audit trail", () => {
  it("shows who did what and what it changed", async () => {
    const { user } = open("/access/audit?action=account.changed");
    const table = await screen.findByRole("table", { name: "Audit trail" });
    const row = await within(table).findByRole("row", { name: /account\.changed/ });
    await user.click(within(row).getByRole("link"));
    const panel = within(await drawer("account.changed"));
    const changed = await panel.findByRole("table", { name: "What changed" });
    expect(within(changed).getAllByRole("row")).toHaveLength(2);
    expect(changed).toHaveTextContent("analyst, approver");
  });

  it("is an administrator's", async () => {
    const fake = new FakeClarion();
    fake.roles = ["engineer"];
    open("/access/audit", fake);
    expect(await screen.findByRole("heading", { name: "This needs the role administrator" })).toBeVisible();
  });
});

it("leaves out of a change what stayed", () => {
  expect(changes({ a: 1, b: [1] }, { a: 2, b: [1], c: true })).toEqual(["a", "c"]);
  expect(changes(undefined, { a: 1 })).toEqual(["a"]);
});
