import type { Conversation, FlowBucket, TrafficGroup } from "@/api/flows";
import type { Search } from "@/lib/search";

export type Side = "client" | "server";

/** Who took part in a conversation, as far as it is known. */
export interface Party {
  kind?: string;
  mac?: string;
  ip?: string;
  network?: string;
  userId?: number;
  user?: string;
}

export function partyOf(row: Conversation | FlowBucket, side: Side): Party {
  if (side === "client")
    return {
      kind: row.clientKind,
      mac: row.clientMac,
      ip: row.clientIp,
      network: row.clientNetwork,
      userId: row.clientUserId,
      user: row.clientUser,
    };
  return {
    kind: row.serverKind,
    mac: row.serverMac,
    ip: row.serverIp,
    network: row.serverNetwork,
    userId: row.serverUserId,
    user: row.serverUser,
  };
}

export const groupParty = ({ kind, mac, ip, network, userId, user }: TrafficGroup): Party => ({
  kind,
  mac,
  ip,
  network,
  userId,
  user,
});

/** The shortest thing by which an engineer knows it. */
export function partyName({ mac, ip, network, user }: Party): string {
  return user ?? mac ?? ip ?? network ?? "unknown";
}

/** The filter of the URL that finds it again on one side; a device is found whoever uses it. */
export function partyFilter(party: Party, side: Side): Search {
  const { mac, ip, network, user } = party;
  if (mac) return { [`${side}Device`]: mac };
  if (user) return { [`${side}User`]: user };
  if (ip) return { [`${side}Ip`]: ip };
  if (network) return { [`${side}Network`]: network };
  return party.kind ? { [`${side}Kind`]: party.kind } : {};
}
