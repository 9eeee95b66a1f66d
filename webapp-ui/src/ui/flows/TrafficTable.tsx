import type { TrafficGroup, TrafficGroups } from "@/api/flows";
import { bytes, share } from "@/lib/bytes";
import { count, plural } from "@/lib/format";
import type { Search } from "@/lib/search";
import { FlowLink } from "./FlowLink";
import { serviceFilter } from "./flowWords";
import { groupParty, partyFilter, partyName, type Side } from "./party";
import { ServiceName } from "./ServiceName";

interface Props {
  caption: string;
  head: string;
  groups: TrafficGroups;
  /** What the groups are: peers on one side, or services. */
  of: Side | "service";
  /** What each link filters by, besides its own group. */
  search: Search;
  /** Only the largest few. */
  most?: number;
  nothing: string;
}

/** The largest groups of some traffic; each leads to its conversations. What is left over is said aloud. */
export function TrafficTable({ caption, head, groups, of, search, most = 20, nothing }: Props) {
  if (groups.items.length === 0) return <p className="cl-muted">{nothing}</p>;
  const shown = groups.items.slice(0, most);
  const left = groups.groups - shown.length;
  return (
    <>
      <table className="cl-plain" aria-label={caption}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="cl-end">
              Bytes
            </th>
            <th scope="col" className="cl-end">
              Conversations
            </th>
            <th scope="col" className="cl-end">
              Answered
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((group) => (
            <tr key={keyOf(group)}>
              <td>
                <GroupLink group={group} of={of} search={search} />
              </td>
              <td className="cl-end cl-nowrap">
                {bytes(group.counts.requestBytes + group.counts.replyBytes)}
              </td>
              <td className="cl-end">{count(group.counts.conversations)}</td>
              <td className="cl-end cl-nowrap">{share(group.counts.answered, group.counts.conversations)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 ? (
        <p className="cl-muted">
          The {count(shown.length)} with most bytes of {plural(groups.groups, "entry", "entries")}
        </p>
      ) : null}
    </>
  );
}

function GroupLink({ group, of, search }: { group: TrafficGroup; of: Side | "service"; search: Search }) {
  if (of === "service") {
    const { protocol = 0, service = 0, serviceLast = service } = group;
    return (
      <FlowLink
        to="/flows"
        search={{ ...search, service: serviceFilter({ protocol, service, serviceLast }) }}
      >
        <ServiceName of={group} />
      </FlowLink>
    );
  }
  const party = groupParty(group);
  return (
    <FlowLink
      to="/flows"
      search={{ ...search, ...partyFilter(party, of) }}
      mono={!party.user && !party.network}
    >
      {partyName(party)}
    </FlowLink>
  );
}

const keyOf = ({ counts: _, ...key }: TrafficGroup) => JSON.stringify(key);
