import type { ReactNode } from "react";
import type { GroupedBy, TrafficCounts, TrafficGroup, TrafficGroups } from "@/api/flows";
import { bytes, share } from "@/lib/bytes";
import { count, plural } from "@/lib/format";
import type { Search } from "@/lib/search";
import { FlowLink } from "@/ui/flows/FlowLink";
import { NO_SGT } from "@/ui/flows/flowSearch";
import { serviceFilter } from "@/ui/flows/flowWords";
import { groupParty, partyFilter, partyName } from "@/ui/flows/party";
import { ServiceName } from "@/ui/flows/ServiceName";
import { Nothing, Time } from "@/ui/Time";

interface Props {
  by: GroupedBy;
  head: string;
  groups: TrafficGroups;
  /** Filters and window that go along with each link. */
  search: Search;
}

/** Groups with what they counted, what is left of all others, and the sum. */
export function GroupTable({ by, head, groups, search }: Props) {
  return (
    <div className="cl-scroll">
      <table className="cl-plain" aria-label={`Traffic by ${head.toLowerCase()}`}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {["Conversations", "Answered", "Refused", "Bytes asked", "Bytes replied", "Share of bytes"].map(
              (name) => (
                <th key={name} scope="col" className="cl-end">
                  {name}
                </th>
              ),
            )}
            <th scope="col">Last packet</th>
          </tr>
        </thead>
        <tbody>
          {groups.items.map((group) => (
            <tr key={groupKey(group)}>
              <td>
                <GroupName by={by} group={group} search={search} />
              </td>
              <Counts counts={group.counts} all={groups.all} />
            </tr>
          ))}
          {groups.rest ? (
            <tr>
              <td>{plural(groups.groups - groups.items.length, "other")}</td>
              <Counts counts={groups.rest} all={groups.all} />
            </tr>
          ) : null}
          <tr className="cl-sum">
            <td>All {count(groups.groups)}</td>
            <Counts counts={groups.all} all={groups.all} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Counts({ counts: c, all }: { counts: TrafficCounts; all: TrafficCounts }) {
  return (
    <>
      <td className="cl-end">{count(c.conversations)}</td>
      <td className="cl-end cl-nowrap">{share(c.answered, c.conversations)}</td>
      <td className="cl-end">{count(c.refused)}</td>
      <td className="cl-end cl-nowrap">{bytes(c.requestBytes)}</td>
      <td className="cl-end cl-nowrap">{bytes(c.replyBytes)}</td>
      <td className="cl-end cl-nowrap">
        {share(c.requestBytes + c.replyBytes, all.requestBytes + all.replyBytes)}
      </td>
      <td className="cl-nowrap">{c.lastAt ? <Time at={c.lastAt} /> : <Nothing />}</td>
    </>
  );
}

function GroupName({ by, group, search }: { by: GroupedBy; group: TrafficGroup; search: Search }) {
  const found = drillDown(by, group);
  if (!found) return <span className="cl-muted">{unnamed(by)}</span>;
  return (
    <FlowLink to="/flows" search={{ ...search, ...found.search }}>
      {found.name}
    </FlowLink>
  );
}

const unnamed = (by: GroupedBy) => (by === "exporter" ? "no exporter named" : "no user known");

/** What a group is called, and the filters that find its conversations. */
function drillDown(by: GroupedBy, group: TrafficGroup): { name: ReactNode; search: Search } | undefined {
  const { user, exporter } = group;
  switch (by) {
    case "client":
    case "server": {
      const party = groupParty(group);
      return { name: partyName(party), search: partyFilter(party, by) };
    }
    case "client-user":
      return user ? { name: user, search: { clientUser: user } } : undefined;
    case "server-user":
      return user ? { name: user, search: { serverUser: user } } : undefined;
    case "exporter":
      return exporter ? { name: exporter, search: { exporter } } : undefined;
    case "service": {
      const { protocol = 0, service = 0, serviceLast = service } = group;
      return {
        name: <ServiceName of={group} />,
        search: { service: serviceFilter({ protocol, service, serviceLast }) },
      };
    }
    default:
      return {
        name: `${sgtName(group.clientSgt, group.clientSgtName)} → ${sgtName(group.serverSgt, group.serverSgtName)}`,
        search: pairSearch(group.clientSgt, group.serverSgt),
      };
  }
}

export const pairSearch = (client: number | undefined, server: number | undefined): Search => ({
  clientSgt: client === undefined ? NO_SGT : String(client),
  serverSgt: server === undefined ? NO_SGT : String(server),
});

export function sgtName(number: number | undefined, name: string | undefined): string {
  if (number === undefined) return "No group";
  return name ?? `SGT ${number}`;
}

const groupKey = ({ counts: _, ...key }: TrafficGroup) => JSON.stringify(key);
