import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { rowQuery } from "@/api/connectorQueries";
import type { SecurityGroup } from "@/api/topics";
import { count, plural } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { Mark, Text, ToneIcon } from "@/ui/marks";
import { RowPanel } from "@/ui/RowPanel";
import { OpenLink } from "@/ui/sessionColumns";
import { Nothing, Time } from "@/ui/Time";

const source = {
  path: "/groups",
  keyColumn: "id",
  rowKey: (group: SecurityGroup) => group.id,
  eventsNameRows: false,
  still: true,
};

const columns: readonly Column<SecurityGroup>[] = [
  {
    id: "name",
    header: "Security group",
    width: 230,
    sortable: true,
    cell: (g) => <OpenLink id={g.id} label={g.name} mono={false} />,
  },
  { id: "sgt", header: "SGT", width: 80, align: "end", sortable: true, cell: (g) => g.sgt },
  { id: "deletedAt", header: "At ISE", width: 190, sortable: true, cell: (g) => <AtIse group={g} /> },
  {
    id: "sessions",
    header: "Live sessions",
    width: 120,
    align: "end",
    sortable: true,
    cell: (g) => count(g.sessions),
  },
  {
    id: "devices",
    header: "Devices",
    width: 100,
    align: "end",
    sortable: true,
    cell: (g) => count(g.devices),
  },
  {
    id: "cells",
    header: "Policy cells",
    width: 110,
    align: "end",
    sortable: true,
    cell: (g) => count(g.cells),
  },
  {
    id: "description",
    header: "Description",
    width: 280,
    sortable: true,
    cell: (g) => <Text>{g.description}</Text>,
  },
  {
    id: "updatedAt",
    header: "Last change",
    width: 140,
    sortable: true,
    optional: true,
    cell: (g) => <Time at={g.updatedAt} />,
  },
  {
    id: "formerNames",
    header: "Former names",
    width: 180,
    optional: true,
    cell: (g) => <Text>{g.formerNames.join(", ")}</Text>,
  },
];

const facets: readonly Facet[] = [
  {
    field: "drift",
    label: "Drift",
    options: ["true"],
    say: () => "Deleted but in use",
  },
];

/** The security groups that ISE has, and what carries them. */
export function GroupsPage() {
  return (
    <ResourceList
      title="Security groups"
      nouns={["group", "groups"]}
      source={source}
      columns={columns}
      facets={facets}
      counted={false}
      placeholder="Name, number or description"
      example="sessions eq 0 and not (deletedAt pr)"
      newestFirst={false}
      drawer={(id, close) => <GroupPanel id={id} onClose={close} />}
    />
  );
}

function GroupPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(rowQuery<SecurityGroup>(source.path, "id", id));
  const group = query.data;
  return (
    <RowPanel title={group?.name ?? "Security group"} subject={id} query={query} onClose={onClose}>
      {group ? (
        <Facts
          facts={[
            { term: "SGT", value: String(group.sgt) },
            { term: "At ISE", value: <AtIse group={group} /> },
            group.drift
              ? {
                  term: "What to do",
                  value:
                    "Cells of the egress matrix still name it: change those cells in ISE, or restore the group.",
                }
              : undefined,
            { term: "Description", value: <Text>{group.description}</Text> },
            {
              term: "Live sessions",
              value: (
                <Link to="/sessions" search={{ live: "true", sgtName: group.name } as never}>
                  {plural(group.sessions, "session")}
                </Link>
              ),
            },
            {
              term: "Devices",
              value: (
                <Link to="/devices" search={{ sgtName: group.name } as never}>
                  {plural(group.devices, "device")}
                </Link>
              ),
            },
            { term: "Policy cells", value: plural(group.cells, "cell") },
            {
              term: "Former names",
              value: group.formerNames.length > 0 ? group.formerNames.join(", ") : <Nothing reason="none" />,
            },
            { term: "Last change", value: <Time at={group.updatedAt} as="full" /> },
            group.deletedAt ? { term: "Deleted", value: <Time at={group.deletedAt} as="full" /> } : undefined,
          ]}
        />
      ) : null}
    </RowPanel>
  );
}

function AtIse({ group }: { group: SecurityGroup }) {
  if (!group.deletedAt) return <Mark on>Present</Mark>;
  if (!group.drift) return <Mark on={false}>Deleted</Mark>;
  return (
    <span className="cl-tag">
      <ToneIcon tone="warn" /> Deleted, but in use
    </span>
  );
}
