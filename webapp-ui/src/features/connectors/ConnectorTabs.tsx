import { Tabs } from "@/ui/PageTabs";

const PAGES = [
  { to: "/connectors", label: "Connection" },
  { to: "/connectors/ledger", label: "Completeness" },
  { to: "/connectors/gaps", label: "Gaps" },
  { to: "/connectors/reconciles", label: "Reconciles" },
  { to: "/connectors/quarantine", label: "Set aside" },
  { to: "/connectors/exporters", label: "Exporters" },
  { to: "/connectors/test", label: "Test" },
] as const;

/** The pages about the connection to ISE. */
export function ConnectorTabs() {
  return <Tabs label="Connector" pages={PAGES} />;
}
