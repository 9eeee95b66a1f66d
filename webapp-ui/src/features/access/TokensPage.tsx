import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { roleName, TOKENS } from "@/api/access";
import { useHasRole } from "@/api/queries";
import type { ApiToken } from "@/api/types";
import type { Column } from "@/ui/list/columns";
import { ResourceList } from "@/ui/list/ResourceList";
import { useListState } from "@/ui/list/useListState";
import { Mark, Mono } from "@/ui/marks";
import { OpenLink } from "@/ui/sessionColumns";
import { Nothing, Time } from "@/ui/Time";
import { AccessTabs } from "./AccessTabs";
import { NewTokenDrawer } from "./NewTokenDrawer";
import { TokenDrawer } from "./TokenDrawer";
import { tokenState } from "./tokenState";
import "./access.css";

const NEW = "new";

const source = {
  path: TOKENS,
  keyColumn: "id",
  rowKey: (token: ApiToken) => token.id,
  eventsNameRows: false,
  still: true,
};

const columns: readonly Column<ApiToken>[] = [
  {
    id: "name",
    header: "Name",
    width: 220,
    sortable: true,
    cell: (t) => <OpenLink id={t.id} label={t.name} mono={false} />,
  },
  { id: "account", header: "Account", width: 150, sortable: true, cell: (t) => t.account },
  { id: "prefix", header: "Begins with", width: 150, sortable: true, cell: (t) => <Mono>{t.prefix}…</Mono> },
  {
    id: "role",
    header: "At most",
    width: 130,
    sortable: true,
    cell: (t) => (t.role ? roleName(t.role) : "all of its owner"),
  },
  {
    id: "revokedAt",
    header: "State",
    width: 110,
    sortable: true,
    cell: (t) => <Mark on={tokenState(t) === "Valid"}>{tokenState(t)}</Mark>,
  },
  {
    id: "expiresAt",
    header: "Ends",
    width: 140,
    sortable: true,
    cell: (t) => (t.expiresAt ? <Time at={t.expiresAt} /> : "never"),
  },
  {
    id: "lastUsedAt",
    header: "Last used",
    width: 140,
    sortable: true,
    cell: (t) => (t.lastUsedAt ? <Time at={t.lastUsedAt} /> : <Nothing reason="never" />),
  },
  { id: "createdAt", header: "Created", width: 140, sortable: true, cell: (t) => <Time at={t.createdAt} /> },
];

/** One's own API tokens; an administrator sees everybody's. */
export function TokensPage() {
  const administrator = useHasRole("administrator");
  const { set } = useListState();
  return (
    <ResourceList
      above={<AccessTabs />}
      title={administrator ? "API tokens" : "My API tokens"}
      nouns={["token", "tokens"]}
      source={source}
      columns={columns}
      facets={[]}
      counted={false}
      placeholder="Name, account or beginning"
      example="not (revokedAt pr) and lastUsedAt pr"
      newestFirst={false}
      nothing={{
        title: "There is no API token",
        body: "A token lets a script use the REST API in your name, with at most the role that you give it.",
      }}
      actions={
        <Button size="sm" onClick={() => set("open", NEW)}>
          New token
        </Button>
      }
      drawer={(id, close) =>
        id === NEW ? <NewTokenDrawer onClose={close} /> : <TokenDrawer id={id} onClose={close} />
      }
    />
  );
}
