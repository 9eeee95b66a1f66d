import { useHasRole } from "@/api/queries";
import { Tabs } from "@/ui/PageTabs";

const OWN = [
  { to: "/access/tokens", label: "API tokens" },
  { to: "/access/password", label: "Password" },
];
const ALL = [
  { to: "/access/accounts", label: "Accounts" },
  ...OWN,
  { to: "/access/audit", label: "Audit trail" },
];

/** The pages about who may do what; accounts and the audit trail are an administrator's. */
export function AccessTabs() {
  const administrator = useHasRole("administrator");
  return <Tabs label="Access" pages={administrator ? ALL : OWN} />;
}
