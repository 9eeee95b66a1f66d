import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "@/test/open";

it("lists what began of late and was not there before, under a URL", async () => {
  const { user, url } = open("/flows/new");
  const table = await screen.findByRole("table", { name: "New flows" });
  await within(table).findAllByRole("link");
  expect(within(table).getAllByRole("row").length).toBeGreaterThan(13);
  await user.selectOptions(
    screen.getByLabelText("New is what was seen"),
    "In the last hour, and not in the day before",
  );
  expect(url()).toBe("/flows/new?new=1h");
  await waitFor(() => expect(within(table).getAllByRole("row")).toHaveLength(13)); // the sweep, and the head
  expect(within(table).getAllByText(/10\.9\.0\.\d+/)).toHaveLength(12);
});

it("opens a new conversation with its buckets", async () => {
  const { user, url } = open("/flows/new?new=1h");
  const table = await screen.findByRole("table", { name: "New flows" });
  const [first] = await within(table).findAllByRole("link");
  await user.click(first as HTMLElement);
  expect(url()).toMatch(/^\/flows\/new\?new=1h&open=\d/);
  const panel = await screen.findByRole("complementary", { name: /10\.9\.0/ });
  expect(await within(panel).findByRole("table", { name: "Buckets" })).toBeVisible();
});
