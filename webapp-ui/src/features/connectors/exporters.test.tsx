import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "@/test/open";
import { FakeClarion } from "../../../fake/server.ts";
import { versionNames } from "./exporterWords";

it("lists exporters with their rates, and says what is wrong with one and what to do", async () => {
  const { user, url } = open("/connectors/exporters");
  const table = await screen.findByRole("table", { name: "Exporters" });
  const link = await within(table).findByRole("link", { name: "10.255.3.1" });
  await user.click(link);
  expect(url()).toMatch(/^\/connectors\/exporters\?open=\d+$/);
  const panel = await screen.findByRole("complementary", { name: "10.255.3.1" });
  const troubles = await within(panel).findByRole("list", { name: "Trouble" });
  expect(within(troubles).getByText("7 sets without template.")).toBeVisible();
  expect(within(troubles).getByText(/send its templates more often/)).toBeVisible();
});

it("says what to do when nobody exports", async () => {
  const fake = new FakeClarion();
  fake.flows.exporters.length = 0;
  open("/connectors/exporters", fake);
  expect(await screen.findByRole("heading", { name: "No exporter has sent flows yet" })).toBeVisible();
});

it("names versions as engineers do", () => {
  expect(versionNames("5, 9, 10")).toBe("NetFlow v5, NetFlow v9, IPFIX");
});
