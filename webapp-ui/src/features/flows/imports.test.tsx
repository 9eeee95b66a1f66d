import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "@/test/open";
import { FakeClarion } from "../../../fake/server.ts";

it("names the lines of a file that were left out, and why, under a URL", async () => {
  const { user, url } = open("/flows/imports");
  const table = await screen.findByRole("table", { name: "Files of flows" });
  await user.click(await within(table).findByRole("link", { name: "core-2026-11-03.csv.gz" }));
  expect(url()).toBe("/flows/imports?open=1");
  const panel = await screen.findByRole("complementary", { name: "core-2026-11-03.csv.gz" });
  const errors = await within(panel).findByRole("list", { name: "Lines that were left out" });
  expect(within(errors).getByText("line 17: src_ip: '10.0.0.300' is no IP address")).toBeVisible();
});

it("sends a file, says so, and lists it", async () => {
  const fake = new FakeClarion();
  const { user } = open("/flows/imports", fake);
  const table = await screen.findByRole("table", { name: "Files of flows" });
  await screen.findByRole("button", { name: "Send a file" });
  await user.upload(
    screen.getByLabelText(/CSV, NDJSON or nfdump/),
    new File(["src_ip,dst_ip\n"], "monday.csv", { type: "text/csv" }),
  );
  expect(await screen.findByText("monday.csv was taken; the list says how far it is.")).toBeVisible();
  expect(await within(table).findByRole("link", { name: "monday.csv" })).toBeVisible();
});

it("lists whose traffic carries another group than their session, with a way to that traffic", async () => {
  open("/flows/findings");
  const table = await screen.findByRole("table", { name: "Groups in doubt" });
  expect(await within(table).findByRole("link", { name: "Conversations" })).toHaveAttribute(
    "href",
    "/flows?device=00%3A1b%3A21%3A00%3A00%3A07",
  );
});
