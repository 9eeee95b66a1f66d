import { screen, waitFor } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "@/test/open";
import { FakeClarion } from "../../../fake/server.ts";
import { ownPath } from "./LoginPage";

async function signIn(user: ReturnType<typeof open>["user"], password: string) {
  await user.clear(await screen.findByLabelText("User name"));
  await user.type(screen.getByLabelText("User name"), "admin");
  await user.clear(screen.getByLabelText("Password"));
  await user.type(screen.getByLabelText("Password"), password);
  await user.click(screen.getByRole("button", { name: "Sign in" }));
}

it("brings a stranger to the login and afterwards to the page that was asked for", async () => {
  const { user, url } = open("/devices?online=true", new FakeClarion({ signedIn: false }));
  await signIn(user, "clarion-demo");
  expect(await screen.findByRole("heading", { name: "Devices", level: 1 })).toBeVisible();
  expect(url()).toBe("/devices?online=true");
});

it("shows the server's words when the password is wrong, and how long to wait after too many", async () => {
  const { user } = open("/", new FakeClarion({ signedIn: false }));
  await signIn(user, "wrong");
  expect(await screen.findByText("Check both and try again.")).toBeVisible();
  for (let attempt = 0; attempt < 5; attempt++) await signIn(user, "wrong");
  expect(await screen.findByText(/Try again in 15 min/)).toBeVisible();
});

it("goes to the login when the session ends, and says so", async () => {
  const { fake, user, url } = open("/sessions?live=true");
  await screen.findByRole("table", { name: "Sessions" });
  fake.signedIn = false;
  await user.click(screen.getByRole("link", { name: "Users" }));
  expect(await screen.findByText(/Your session has ended/)).toBeVisible();
  await waitFor(() => expect(url()).toContain("next="));
});

it.each([
  [undefined, "/"],
  ["/users?q=a", "/users?q=a"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["https://evil.example", "/"],
  ["/login?next=/login", "/"],
])("goes from the login at %s to %s", (next, path) => {
  expect(ownPath(next)).toBe(path);
});
