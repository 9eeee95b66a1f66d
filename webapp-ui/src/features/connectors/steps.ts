import type { ConnectorDetail } from "@/api/connectors";

/** What must succeed, one after the other, until the picture is live. */
export const STEPS = [
  { id: "settings", name: "Settings", means: "controllers and certificate are configured" },
  { id: "controller", name: "Controller", means: "a pxGrid controller answers" },
  { id: "tls", name: "Trust", means: "both sides trust each other's certificate" },
  { id: "account", name: "Account", means: "ISE has approved the client" },
  { id: "services", name: "Services", means: "ISE says where its services are and allows them" },
  { id: "stream", name: "Stream", means: "the event stream is open and subscribed" },
  { id: "download", name: "Download", means: "everything that ISE knows is here" },
  { id: "live", name: "Live", means: "each event is stored as it comes" },
] as const;

export type StepId = (typeof STEPS)[number]["id"];
export type StepState = "done" | "now" | "failed" | "ahead";

const AT: Partial<Record<ConnectorDetail["state"], StepId>> = {
  DISABLED: "settings",
  ACTIVATING: "account",
  PENDING: "account",
  LOOKUP: "services",
  CONNECTING: "stream",
  SYNCING: "download",
};

/** From the number in a code such as CLARION-PXG-012 to the step that fails with it. */
const FAILS: readonly [from: number, to: number, step: StepId][] = [
  [1, 9, "controller"],
  [15, 17, "settings"],
  [10, 19, "tls"],
  [23, 23, "services"],
  [20, 26, "account"],
  [27, 31, "services"],
  [32, 39, "download"],
  [40, 49, "stream"],
  [60, 69, "download"],
  [80, 81, "tls"],
  [70, 89, "settings"],
];

export function failingStep(code: string | undefined): StepId | undefined {
  const number = Number(/^CLARION-PXG-(\d+)$/.exec(code ?? "")?.[1] ?? Number.NaN);
  return FAILS.find(([from, to]) => number >= from && number <= to)?.[2];
}

/** How far the connection gets; undefined when that cannot be said, as while it is stopped. */
export function progress(connector: ConnectorDetail): StepState[] | undefined {
  if (connector.state === "LIVE") return STEPS.map(() => "done");
  const failing =
    connector.state === "WAITING" ||
    connector.state === "DEGRADED" ||
    connector.state === "PENDING" ||
    connector.state === "DISABLED";
  const step = AT[connector.state] ?? failingStep(connector.problem?.code);
  const at = STEPS.findIndex(({ id }) => id === step);
  if (at < 0) return undefined;
  return STEPS.map((_, index) => (index < at ? "done" : index > at ? "ahead" : failing ? "failed" : "now"));
}
