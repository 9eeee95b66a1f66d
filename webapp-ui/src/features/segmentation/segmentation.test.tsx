import { screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { open } from "@/test/open";
import { FakeClarion } from "../../../fake/server.ts";
import { sayStatus } from "./segmentationWords";

const table = (name: string) => screen.findByRole("table", { name });

it("lists clusters, says how fresh they are and what they rest on", async () => {
  open("/segmentation");
  const cameras = await within(await table("Segmentation")).findByRole("row", { name: /^Axis-Camera/ });
  expect(within(cameras).getByText("Proposed")).toBeVisible();
  expect(within(cameras).getByText("profile is Axis-Camera (100 %, others 0 %)")).toBeVisible();
  expect(screen.getByText("The clusters are current")).toBeVisible();
  expect(screen.getByText(/4,200 conversations of 7 d · 3 silent · 2 came since/)).toBeVisible();
});

it("says why there is nothing yet and what to do", async () => {
  const fake = new FakeClarion();
  fake.segmentation.runs.length = 0;
  open("/segmentation", fake);
  expect(await screen.findByRole("heading", { name: "No clusters yet" })).toBeVisible();
  expect(screen.getAllByText(/start a run, or wait for the one by the clock/)[0]).toBeVisible();
});

it("starts a run and shows how far it is", async () => {
  const { user } = open("/segmentation");
  await user.click(await screen.findByRole("button", { name: "Group anew" }));
  expect(await screen.findByRole("button", { name: "A run is under way" })).toBeDisabled();
  expect(await screen.findByRole("progressbar", { name: /Run 3: Grouping/ })).toHaveAttribute(
    "aria-valuenow",
    "30",
  );
});

it("says why a run brought nothing", async () => {
  const fake = new FakeClarion();
  fake.segmentation.run("FAILED", "There is nothing to group.");
  open("/segmentation", fake);
  expect(await screen.findByText("Run 3 brought no results.")).toBeVisible();
  expect(screen.getByText("There is nothing to group.")).toBeVisible();
});

it("accepts a cluster by a key and takes it back by another", async () => {
  const { fake, user } = open("/segmentation");
  await user.click(await within(await table("Segmentation")).findByRole("link", { name: "Axis-Camera" }));
  const panel = await screen.findByRole("complementary", { name: "Axis-Camera" });
  await within(panel).findByRole("button", { name: "Accept (a)" });
  await user.keyboard("a");
  expect(await within(panel).findByText(/accepted as “Axis-Camera”/)).toBeVisible();
  expect(await within(panel).findByRole("button", { name: "Accepted" })).toBeDisabled();
  await user.keyboard("u");
  expect(await within(panel).findByRole("button", { name: "Accept (a)" })).toBeEnabled();
  expect(fake.segmentation.decisions[0]?.undoneBy).toBe("admin");
});

it("renames and merges by forms that the keyboard opens", async () => {
  const { fake, user } = open("/segmentation");
  await user.click(await within(await table("Segmentation")).findByRole("link", { name: "Axis-Camera" }));
  const panel = await screen.findByRole("complementary", { name: "Axis-Camera" });
  await within(panel).findByRole("button", { name: "Rename (r)" });
  await user.keyboard("r");
  const name = within(panel).getByRole("textbox", { name: "Name" });
  await user.clear(name);
  await user.type(name, "Video{Enter}");
  expect(await within(panel).findByText(/renamed to “Video”/)).toBeVisible();
  await user.click(within(panel).getByRole("button", { name: "Merge (m)" }));
  await user.selectOptions(await within(panel).findByRole("combobox", { name: "Into" }), "HP-LaserJet");
  await user.click(within(panel).getByRole("button", { name: "Merge" }));
  await waitFor(() => expect(fake.segmentation.decisions.at(-1)?.kind).toBe("MERGE"));
  expect(fake.segmentation.clusters().some((cluster) => cluster.name === "Video")).toBe(false);
});

it("is refused what somebody else has changed, and says so", async () => {
  const { fake, user } = open("/segmentation");
  await user.click(await within(await table("Segmentation")).findByRole("link", { name: "Axis-Camera" }));
  const panel = await screen.findByRole("complementary", { name: "Axis-Camera" });
  const accept = await within(panel).findByRole("button", { name: "Accept (a)" });
  const cameras = fake.segmentation.clusters().find((cluster) => cluster.name === "Axis-Camera");
  fake.segmentation.decide(cameras?.id ?? "", { kind: "RENAME", name: "Eyes" }, `"${cameras?.revision}"`);
  await user.click(accept);
  expect(await within(panel).findByText("The resource has changed")).toBeVisible();
});

it("lets a viewer look and not decide", async () => {
  const fake = new FakeClarion();
  fake.roles = ["viewer"];
  const { user } = open("/segmentation", fake);
  await user.click(await within(await table("Segmentation")).findByRole("link", { name: "Axis-Camera" }));
  expect(await screen.findByText("An engineer decides about clusters.")).toBeVisible();
  expect(screen.queryByRole("button", { name: "Group anew" })).toBeNull();
});

it("shows who is in a cluster, why, with what traffic, and which SGT it should get", async () => {
  const fake = new FakeClarion();
  const cameras = fake.segmentation.clusters().find((cluster) => cluster.name === "Axis-Camera");
  open(`/segmentation/${cameras?.id}`, fake);
  expect(await screen.findByRole("heading", { level: 1, name: "Axis-Camera" })).toBeVisible();
  expect(within(await table("Who the members are")).getByRole("cell", { name: "Axis-Camera" })).toBeVisible();
  expect(within(await table("Members use")).getByText("HTTPS")).toBeVisible();
  expect(screen.getByText("Nobody was seen to use anything of a member.")).toBeVisible();
  const rule = await table("Conditions");
  expect(within(rule).getByText("EndPoints:EndPointPolicy EQUALS Axis-Camera")).toBeVisible();
  expect(screen.getByText(/Would wrongly get it/)).toBeVisible();
  expect(within(await table("Members")).getAllByRole("link", { name: /ac:cc:8e/ })[0]).toBeVisible();
});

it("reviews the doubtful with single keys", async () => {
  const { fake, user } = open("/segmentation/review");
  const doubtful = fake.segmentation.members.filter((member) => member.review);
  const [first] = doubtful;
  await user.click(await within(await table("Review")).findByRole("link", { name: first?.mac }));
  const panel = await screen.findByRole("complementary", { name: first?.mac });
  expect(within(panel).getByText("its confidence is 41 %, below 60 %")).toBeVisible();
  await user.keyboard("n");
  expect(await within(panel).findByText(/1 member pinned/)).toBeVisible();
  expect(fake.segmentation.members.filter((member) => member.review)).toHaveLength(doubtful.length - 1);
  await user.keyboard("u");
  await waitFor(() =>
    expect(fake.segmentation.members.filter((member) => member.review)).toHaveLength(doubtful.length),
  );
});

it("compares a run with the one before and says who moved, and why", async () => {
  const fake = new FakeClarion();
  const [member] = fake.segmentation.members;
  fake.segmentation.moves.push({
    mac: member?.mac ?? "",
    beforeName: "Printers",
    afterName: "Cameras",
    cause: "FOUND",
    confidence: 88,
    reason: "its profile was HP-LaserJet, and is Axis-Camera",
  });
  open("/segmentation/runs?open=2", fake);
  const panel = await screen.findByRole("complementary", { name: "Run 2" });
  expect(await within(panel).findByText(/299 endpoints stayed where they were, 1 moved/)).toBeVisible();
  expect(
    await within(panel).findByText(
      /from Printers to Cameras: its profile was HP-LaserJet, and is Axis-Camera/,
    ),
  ).toBeVisible();
});

it("undoes a former decision", async () => {
  const fake = new FakeClarion();
  const [cluster] = fake.segmentation.clusters();
  fake.segmentation.decide(cluster?.id ?? "", { kind: "ACCEPT" }, `"${cluster?.revision}"`);
  const { user } = open("/segmentation/decisions?open=1", fake);
  const panel = await screen.findByRole("complementary", { name: "Decision 1" });
  await user.click(await within(panel).findByRole("button", { name: "Undo" }));
  await waitFor(() => expect(fake.segmentation.decisions[0]?.undoneBy).toBe("admin"));
});

it("says what is old", () => {
  const run = new FakeClarion().segmentation.runs[1];
  const status = { state: "STALE", advice: "start a run", inForce: run, latest: run, unassigned: 0 };
  expect(sayStatus(status, Date.now())).toMatchObject({ tone: "warn", short: "The clusters are old" });
});

it("draws clusters as a picture with a table beside it, and finds endpoints on it", async () => {
  const { fake, user, url } = open("/segmentation/map");
  const picture = await screen.findByRole("img", { name: /clusters as circles/ });
  expect(picture.querySelectorAll(".cl-map__point")).toHaveLength(fake.segmentation.members.length);
  expect(within(await table("Clusters on the map")).getByRole("link", { name: "Axis-Camera" })).toBeVisible();
  const cameras = fake.segmentation.members.filter((member) => member.profile === "Axis-Camera");
  await user.type(screen.getByRole("searchbox", { name: "Find on the map" }), "axis");
  expect(await screen.findByText(new RegExp(`^${cameras.length} endpoints found`))).toBeVisible();
  expect(url()).toContain("find=axis");
  expect(picture.querySelectorAll(".cl-map__point--dim")).toHaveLength(
    fake.segmentation.members.length - cameras.length,
  );
});
