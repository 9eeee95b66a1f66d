import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { open } from "@/test/open";
import { FAULTS } from "../../../fake/faults.ts";
import { FakeClarion } from "../../../fake/server.ts";

const state = () => screen.findByRole("region", { name: "State" });

describe("the connection", () => {
  it("says its state, since when and why, by whom and with what", async () => {
    open("/connectors");
    expect(await within(await state()).findByText("Live")).toBeVisible();
    expect(within(await state()).getByText(/^Subscribed at ise-pxgrid-1/)).toBeVisible();
    const controllers = screen.getByRole("list", { name: "Controllers" });
    expect(within(controllers).getByText("stands by")).toBeVisible();
    expect(screen.getByText("enabled")).toBeVisible();
    expect(screen.getByText("clarion-pxgrid-0/1")).toBeVisible();
    expect(screen.getByText("clarion-pxgrid-1/1")).toBeVisible();
    expect(screen.getByRole("button", { name: "Copy the fingerprint" })).toBeVisible();
    const topics = screen.getByRole("table", { name: "Topics" });
    expect(within(topics).getByRole("rowheader", { name: "RADIUS failures" })).toBeVisible();
    expect(within(topics).getByText("Not offered by this ISE")).toBeVisible();
    expect(screen.queryByRole("region", { name: "What is wrong and what to do" })).toBeNull();
  });

  it.each(Object.keys(FAULTS))("tells a stranger what is wrong and what to do: %s", async (fault) => {
    const fake = new FakeClarion();
    fake.pxgrid.fault = fault;
    open("/connectors", fake);
    const wrong = await screen.findByRole("region", { name: "What is wrong and what to do" });
    expect(within(wrong).getAllByText("What to do:")[0]).toBeVisible();
  });

  it("follows the pushed status and counts down to the next attempt", async () => {
    const { fake } = open("/connectors");
    await within(await state()).findByText("Live");
    fake.pxgrid.fault = "refused";
    fake.emit("status", fake.status());
    expect(await within(await state()).findByText("Not connected")).toBeVisible();
    expect(within(await state()).getByText(/^(in \d+ s|now)$/)).toBeVisible();
    const wrong = screen.getByRole("region", { name: "What is wrong and what to do" });
    expect(within(wrong).getByText("CLARION-PXG-001")).toBeVisible();
    expect(within(wrong).getByText(/^Also: ise-pxgrid-2/)).toBeVisible();
    expect(screen.getByRole("list", { name: "How far the connection gets" })).toHaveTextContent(
      /Controllerstuck here/,
    );
  });

  it("shows the message queue where there is one, and nothing of it elsewhere", async () => {
    const fake = new FakeClarion();
    fake.pxgrid.queue = {
      on: true,
      progress: { offset: 41, term: 3, storedAt: fake.status().now, stored: 30, repeated: 0, refused: 1 },
      consuming: { state: "DATABASE_AWAY", lagMillis: 1_500, connections: 1, problem: "connection refused" },
    };
    open("/connectors", fake);
    const queue = await screen.findByRole("region", { name: "Message queue" });
    expect(within(queue).getByText("waiting at the broker: the database is away")).toBeVisible();
    expect(within(queue).getByText("connection refused")).toBeVisible();
    expect(within(queue).getByText("30 entries")).toBeVisible();
  });

  it("says nothing of a message queue that is off", async () => {
    open("/connectors");
    await within(await state()).findByText("Live");
    expect(screen.queryByRole("region", { name: "Message queue" })).toBeNull();
  });

  it("is honest about a connector that does not answer", async () => {
    const fake = new FakeClarion();
    fake.pxgrid.detail = {
      state: "UNKNOWN",
      staleSince: fake.status().now,
      why: "No process that holds the connection to ISE answers.",
      problem: {
        code: "CLARION-PXG-062",
        what: "No process that holds the connection to ISE answers.",
        action: "Start a process with clarion.role=pxgrid.",
        at: fake.status().now,
      },
      controllers: [],
      topics: [],
    };
    open("/connectors", fake);
    expect(await within(await state()).findByText("Unknown")).toBeVisible();
    expect(within(await state()).getByText(/^Data is as of/)).toBeVisible();
    expect(screen.getByText("Not known while the connector does not answer.")).toBeVisible();
    const wrong = screen.getByRole("region", { name: "What is wrong and what to do" });
    expect(within(wrong).getByText("CLARION-PXG-062")).toBeVisible();
  });

  it("asks before it stops, says what will happen, and leaves it when told so", async () => {
    const { user, fake } = open("/connectors");
    await user.click(await screen.findByRole("button", { name: "Stop" }));
    const question = screen.getByRole("region", { name: "Stop the connection to ISE?" });
    expect(question).toHaveTextContent(/marked as stale.*Nothing is deleted/);
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("region", { name: /^Stop/ })).toBeNull();
    expect(fake.connector.state).toBeUndefined();
    await user.click(screen.getByRole("button", { name: "Stop" }));
    await user.click(screen.getByRole("button", { name: "Stop the connection" }));
    expect(await within(await state()).findByText("Stopped")).toBeVisible();
    await user.click(await screen.findByRole("button", { name: "Start" }));
    expect(await within(await state()).findByText("Live")).toBeVisible();
  });

  it("tells those who may not why there is no button", async () => {
    const fake = new FakeClarion();
    fake.roles = ["viewer"];
    open("/connectors", fake);
    expect(await screen.findByText(/needs the role engineer/)).toBeVisible();
    expect(screen.queryByRole("button", { name: "Stop" })).toBeNull();
  });

  it("says why it cannot be reconciled now", async () => {
    const fake = new FakeClarion();
    fake.pxgrid.fault = "refused";
    open("/connectors", fake);
    const button = await screen.findByRole("button", { name: "Reconcile now" });
    expect(button).toHaveAccessibleDescription("Reconcile needs a live connection");
  });
});

describe("the test", () => {
  it("checks the stored configuration when nothing is given, and shows ISE's certificates", async () => {
    const { user, fake } = open("/connectors/test");
    await user.click(await screen.findByRole("button", { name: "Run the test" }));
    expect(await screen.findByText("Everything works")).toBeVisible();
    expect(fake.pxgrid.asked).toEqual({});
    expect(screen.getAllByRole("heading", { level: 3 })).toHaveLength(9);
    await user.click(screen.getByText(/^ISE's certificate and its chain/));
    expect(screen.getAllByRole("button", { name: "Copy the fingerprint" })).toHaveLength(2);
  });

  it("checks what is given, keeps it in the URL, and names the step that fails with what to do", async () => {
    const fake = new FakeClarion();
    fake.pxgrid.fault = "unknown-ca";
    const { user, url } = open("/connectors/test", fake);
    await user.type(await screen.findByLabelText("Controllers"), "ise-9, ise-10:9910");
    await user.type(screen.getByLabelText("Client name"), "clarion-2");
    await user.click(screen.getByRole("button", { name: "Run the test" }));
    expect(await screen.findByText("It fails at: Trust")).toBeVisible();
    expect(screen.getAllByText(/Export the CA that signed/)[0]).toBeVisible();
    expect(screen.getAllByText("not tried").length).toBe(6);
    expect(fake.pxgrid.asked).toEqual({ controllers: ["ise-9", "ise-10:9910"], nodeName: "clarion-2" });
    await waitFor(() => expect(url()).toContain("nodeName=clarion-2"));
  });

  it("says which role it needs", async () => {
    const fake = new FakeClarion();
    fake.roles = ["analyst"];
    open("/connectors/test", fake);
    expect(await screen.findByRole("heading", { name: "This needs the role engineer" })).toBeVisible();
  });
});
