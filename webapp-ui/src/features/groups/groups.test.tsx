import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "@/test/open";

it("lists security groups by number with what carries them", async () => {
  open("/groups");
  const table = await screen.findByRole("table", { name: "Security groups" });
  const first = await within(table).findByRole("row", { name: /^Employees 4 Present/ });
  expect(first).toBeVisible();
});

it("says of a deleted group that is still in use what to do, and leads to its sessions", async () => {
  const { user, url } = open("/groups?drift=true");
  await user.click(await screen.findByRole("link", { name: "Old_Lab" }));
  const drawer = await screen.findByRole("complementary", { name: "Old_Lab" });
  expect(within(drawer).getByText(/still name it: change those cells in ISE/)).toBeVisible();
  await user.click(within(drawer).getByRole("link", { name: /sessions$/ }));
  expect(url()).toBe("/sessions?live=true&sgtName=Old_Lab");
});
