import { Link } from "@tanstack/react-router";
import type { NetworkUser } from "@/api/types";
import { plural } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { Kind, Online, Text } from "@/ui/marks";
import { Time } from "@/ui/Time";

/** What is known of a user now. */
export function UserFacts({ user: u }: { user: NetworkUser }) {
  return (
    <Facts
      facts={[
        { term: "State", value: <Online online={u.online} /> },
        { term: "Kind", value: <Kind kind={u.kind} /> },
        { term: "Name", value: u.name },
        { term: "Realm", value: <Text>{u.realm}</Text> },
        u.userName && u.userName !== u.identity ? { term: "As last sent", value: u.userName } : undefined,
        {
          term: "Live sessions",
          value: (
            <Link to="/sessions" search={{ live: "true", user: u.identity } as never}>
              {plural(u.liveSessions, "session")}
            </Link>
          ),
        },
        { term: "First seen", value: <Time at={u.firstSeen} as="full" /> },
        { term: "Last seen", value: <Time at={u.lastSeen} as="full" /> },
      ]}
    />
  );
}
