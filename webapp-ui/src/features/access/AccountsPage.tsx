import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { ACCOUNTS, ROLES, roleName } from "@/api/access";
import type { Account } from "@/api/types";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { useListState } from "@/ui/list/useListState";
import { Mark, Text } from "@/ui/marks";
import { NeedsRole } from "@/ui/NeedsRole";
import { OpenLink } from "@/ui/sessionColumns";
import { Nothing, Time } from "@/ui/Time";
import { AccessTabs } from "./AccessTabs";
import { AccountDrawer } from "./AccountDrawer";
import { NewAccountDrawer } from "./NewAccountDrawer";
import "./access.css";

const NEW = "new";

const source = {
  path: ACCOUNTS,
  keyColumn: "id",
  rowKey: (account: Account) => account.id,
  eventsNameRows: false,
  still: true,
};

const columns: readonly Column<Account>[] = [
  {
    id: "username",
    header: "User name",
    width: 200,
    sortable: true,
    cell: (a) => <OpenLink id={a.id} label={a.username} mono={false} />,
  },
  {
    id: "displayName",
    header: "Name",
    width: 200,
    sortable: true,
    cell: (a) => <Text>{a.displayName}</Text>,
  },
  { id: "roles", header: "Roles", width: 220, cell: (a) => a.roles.map(roleName).join(", ") },
  {
    id: "disabled",
    header: "State",
    width: 110,
    sortable: true,
    cell: (a) => <Mark on={!a.disabled}>{a.disabled ? "Disabled" : "Enabled"}</Mark>,
  },
  {
    id: "lastLoginAt",
    header: "Last sign-in",
    width: 140,
    sortable: true,
    cell: (a) => (a.lastLoginAt ? <Time at={a.lastLoginAt} /> : <Nothing reason="never" />),
  },
  {
    id: "passwordChangedAt",
    header: "Password changed",
    width: 150,
    sortable: true,
    cell: (a) => <Time at={a.passwordChangedAt} />,
  },
  {
    id: "createdAt",
    header: "Created",
    width: 140,
    sortable: true,
    optional: true,
    cell: (a) => <Time at={a.createdAt} />,
  },
];

const facets: readonly Facet[] = [
  { field: "roles", label: "Role", options: ROLES.map(({ role }) => role), say: roleName },
  {
    field: "disabled",
    label: "State",
    options: ["false", "true"],
    say: (value) => (value === "true" ? "Disabled" : "Enabled"),
  },
];

/** The local accounts, for administrators. */
export function AccountsPage() {
  return (
    <NeedsRole needs="administrator" what="Accounts" above={<AccessTabs />}>
      <Accounts />
    </NeedsRole>
  );
}

function Accounts() {
  const { set } = useListState();
  return (
    <ResourceList
      above={<AccessTabs />}
      title="Accounts"
      nouns={["account", "accounts"]}
      source={source}
      columns={columns}
      facets={facets}
      counted={false}
      placeholder="User name or name"
      example='roles eq "engineer" and disabled eq false'
      newestFirst={false}
      actions={
        <Button size="sm" onClick={() => set("open", NEW)}>
          New account
        </Button>
      }
      drawer={(id, close) =>
        id === NEW ? (
          <NewAccountDrawer onClose={close} onMade={(made) => set("open", made.id, true)} />
        ) : (
          <AccountDrawer id={id} onClose={close} />
        )
      }
    />
  );
}
