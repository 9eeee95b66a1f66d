import type { Membership } from "@/api/topics";
import { words } from "@/lib/format";

/** The groups that ISE says a user is in. */
export function UserGroups({ groups }: { groups: readonly Membership[] | undefined }) {
  if (!groups || groups.length === 0) return <p className="cl-muted">ISE named no group of this user.</p>;
  return (
    <ul className="cl-hits" aria-label="Groups">
      {groups.map((group) => (
        <li key={`${group.type} ${group.name}`}>
          <span className="cl-break">{group.name}</span>
          {group.type ? <span className="cl-muted">{words(group.type)}</span> : null}
        </li>
      ))}
    </ul>
  );
}
