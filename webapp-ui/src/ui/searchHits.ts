import type { SearchResult } from "@/api/types";
import { authMethod, plural, words } from "@/lib/format";

export interface Hit {
  key: string;
  label: string;
  note: string;
  /** Whether the label is an address. */
  mono?: boolean;
  to: string;
  params?: Record<string, string>;
  search?: Record<string, string>;
}

export interface HitGroup {
  title: string;
  hits: Hit[];
}

/** What a search found, as links in groups; empty groups are left out. */
export function hitGroups(result: SearchResult): HitGroup[] {
  const groups: HitGroup[] = [
    {
      title: "Devices",
      hits: result.devices.map((device) => ({
        key: `device-${device.mac}`,
        label: device.mac,
        mono: true,
        note: [device.profile, device.ip, device.online ? "online" : "offline"].filter(Boolean).join(" · "),
        to: "/devices/$mac",
        params: { mac: device.mac },
      })),
    },
    {
      title: "Users",
      hits: result.users.map((user) => ({
        key: `user-${user.id}`,
        label: user.identity,
        note: [plural(user.devices, "device"), user.online ? "online" : "offline"].join(" · "),
        to: "/users/$id",
        params: { id: user.id },
      })),
    },
    {
      title: "Security groups",
      hits: result.groups.map((group) => ({
        key: `group-${group.name}`,
        label: group.name,
        note: [group.sgt === undefined ? "" : `SGT ${group.sgt}`, plural(group.liveSessions, "live session")]
          .filter(Boolean)
          .join(" · "),
        to: "/sessions",
        search: { live: "true", sgtName: group.name },
      })),
    },
    {
      title: "Sessions",
      hits: result.sessions.map((session) => ({
        key: `session-${session.id}`,
        label: session.mac ?? session.userName ?? `Session ${session.id}`,
        mono: session.mac !== undefined,
        note: [
          session.user ?? session.userName,
          session.ip,
          session.authMethod && authMethod(session.authMethod),
          words(session.state).toLowerCase(),
        ]
          .filter(Boolean)
          .join(" · "),
        to: "/sessions",
        search: { ...(session.mac ? { mac: session.mac } : {}), open: session.id },
      })),
    },
  ];
  return groups.filter((group) => group.hits.length > 0);
}
