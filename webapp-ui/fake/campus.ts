import type { Device, NetworkUser, Session, Sighting } from "../src/api/types";
import { Random } from "./random.ts";

interface Kind {
  profile: string;
  os?: string;
  group: string;
  method: "dot1x" | "mab";
  oui: string;
  person: boolean;
  wireless: number;
  share: number;
}

export const GROUPS: Record<string, number> = {
  Employees: 4,
  Contractors: 5,
  BYOD: 15,
  Phones: 7,
  Printers: 14,
  Cameras: 21,
  Guests: 6,
  Quarantined_Systems: 255,
  Building_Automation: 22,
};

const KINDS: Kind[] = [
  {
    profile: "Windows11-Workstation",
    os: "Windows 11 Enterprise",
    group: "Employees",
    method: "dot1x",
    oui: "3c:52:82",
    person: true,
    wireless: 0.4,
    share: 34,
  },
  {
    profile: "Apple-MacBook",
    os: "macOS 15.6",
    group: "Employees",
    method: "dot1x",
    oui: "f0:18:98",
    person: true,
    wireless: 0.8,
    share: 14,
  },
  {
    profile: "Apple-iPhone",
    os: "iOS 19.1",
    group: "BYOD",
    method: "dot1x",
    oui: "a4:83:e7",
    person: true,
    wireless: 1,
    share: 12,
  },
  {
    profile: "Android-Samsung",
    os: "Android 16",
    group: "BYOD",
    method: "dot1x",
    oui: "8c:79:f5",
    person: true,
    wireless: 1,
    share: 8,
  },
  {
    profile: "Cisco-IP-Phone-8845",
    group: "Phones",
    method: "mab",
    oui: "00:1b:54",
    person: false,
    wireless: 0,
    share: 14,
  },
  {
    profile: "HP-LaserJet",
    group: "Printers",
    method: "mab",
    oui: "9c:b6:54",
    person: false,
    wireless: 0,
    share: 5,
  },
  {
    profile: "Axis-Camera",
    group: "Cameras",
    method: "mab",
    oui: "ac:cc:8e",
    person: false,
    wireless: 0,
    share: 6,
  },
  {
    profile: "Siemens-Device",
    group: "Building_Automation",
    method: "mab",
    oui: "00:1c:06",
    person: false,
    wireless: 0,
    share: 3,
  },
  {
    profile: "Ubuntu-Workstation",
    os: "Ubuntu 24.04",
    group: "Contractors",
    method: "dot1x",
    oui: "e4:b9:7a",
    person: true,
    wireless: 0.3,
    share: 4,
  },
];

const NAMES = [
  "alice",
  "bogdan",
  "chen",
  "dafna",
  "emeka",
  "farah",
  "gita",
  "hiro",
  "ines",
  "jonas",
  "kavya",
  "lena",
  "marco",
  "nadia",
  "otto",
  "priya",
  "quentin",
  "rosa",
  "samir",
  "tove",
  "umar",
  "vera",
  "wanda",
  "xavier",
  "yara",
  "zoltan",
];
const SURNAMES = [
  "adler",
  "brandt",
  "costa",
  "dubois",
  "ek",
  "fischer",
  "garcia",
  "haas",
  "ito",
  "jensen",
  "keller",
  "lopez",
  "moreau",
  "nowak",
  "okafor",
  "patel",
  "rossi",
  "sato",
  "tanaka",
  "weber",
];

interface Placed {
  kind: Kind;
  mac: string;
  user?: string;
  visits: Session[];
}

const MINUTE = 60_000;

/** A campus that lives: devices with owners, sessions that start and end as time is ticked on. */
export class Campus {
  readonly sessions: Session[] = [];
  readonly groups = GROUPS;
  private readonly random: Random;
  private readonly placed: Placed[] = [];
  private readonly userIds = new Map<string, string>();
  private nextId = 1;

  constructor(devices: number, now: number, seed = 7) {
    this.random = new Random(seed);
    for (let index = 0; index < devices; index++) this.placed.push(this.place(index));
    const start = now - 8 * 60 * MINUTE;
    const opened = this.placed
      .flatMap((device) =>
        Array.from({ length: 1 + this.random.below(3) }, (_, visit) => ({
          device,
          at: start + visit * 170 * MINUTE + this.random.below(170 * MINUTE),
        })),
      )
      .filter(({ at }) => at < now)
      .sort((a, b) => a.at - b.at);
    for (const { device, at } of opened) this.open(device, at);
    for (const session of this.sessions)
      if (session.live && this.random.next() < 0.12)
        this.close(
          session,
          Math.min(now - 1000, Date.parse(session.startedAt) + this.random.below(90 * MINUTE)),
        );
  }

  /** Lets a moment pass: some sessions open, some change, some end. Gives their ids. */
  tick(now: number): { opened: string[]; changed: string[]; closed: string[] } {
    const opened: string[] = [];
    const changed: string[] = [];
    const closed: string[] = [];
    for (let count = this.random.below(4); count > 0; count--)
      opened.push(this.open(this.random.pick(this.placed), now).id);
    const recent = this.sessions.slice(-400).filter((session) => session.live);
    for (let count = this.random.below(3); count > 0 && recent.length > 0; count--) {
      const session = this.random.pick(recent);
      session.state = "STARTED";
      session.updatedAt = new Date(now).toISOString();
      changed.push(session.id);
    }
    if (this.random.next() < 0.5 && recent.length > 0) {
      const session = this.random.pick(recent);
      this.close(session, now);
      closed.push(session.id);
    }
    return { opened, changed, closed };
  }

  devices(): Device[] {
    return this.placed
      .filter((device) => device.visits.length > 0)
      .map((device) => this.device(device))
      .sort((a, b) => a.mac.localeCompare(b.mac));
  }

  sightings(mac: string): Record<"addresses" | "profiles" | "places" | "sgts" | "users", Sighting[]> {
    const visits = this.placed.find((device) => device.mac === mac)?.visits ?? [];
    const of = (value: (session: Session) => string | undefined): Sighting[] => {
      const seen = new Map<string, Sighting>();
      for (const visit of visits) {
        const key = value(visit);
        if (!key) continue;
        const before = seen.get(key);
        seen.set(key, {
          value: key,
          firstSeen: before?.firstSeen ?? visit.startedAt,
          lastSeen: visit.updatedAt,
        });
      }
      return [...seen.values()];
    };
    return {
      addresses: of((s) => s.ip),
      profiles: of((s) => s.endpointProfile),
      places: of((s) => `${s.nasIp} ${s.nasPort}`),
      sgts: of((s) => s.sgtName),
      users: of((s) => s.user),
    };
  }

  users(): NetworkUser[] {
    const byIdentity = new Map<string, Session[]>();
    for (const session of this.sessions)
      if (session.user) byIdentity.set(session.user, [...(byIdentity.get(session.user) ?? []), session]);
    return [...byIdentity]
      .map(([identity, visits]) => {
        const [name = identity, realm] = identity.split("@");
        const live = visits.filter((visit) => visit.live).length;
        return {
          id: this.userIds.get(identity) ?? "0",
          identity,
          name,
          realm,
          kind: name.startsWith("host/") ? ("MACHINE" as const) : ("PERSON" as const),
          online: live > 0,
          liveSessions: live,
          devices: new Set(visits.map((visit) => visit.mac)).size,
          userName: visits.at(-1)?.userName,
          firstSeen: visits[0]?.startedAt ?? "",
          lastSeen:
            visits
              .map((visit) => visit.updatedAt)
              .sort()
              .at(-1) ?? "",
        };
      })
      .sort((a, b) => a.identity.localeCompare(b.identity));
  }

  private place(index: number): Placed {
    let ticket = this.random.below(100);
    const kind =
      KINDS.find((one) => {
        ticket -= one.share;
        return ticket < 0;
      }) ?? KINDS[0];
    if (!kind) throw new Error("no kind of device");
    const tail = index.toString(16).padStart(4, "0");
    const mac = `${kind.oui}:${this.random.hex(2)}:${tail.slice(0, 2)}:${tail.slice(2)}`;
    if (!kind.person) return { kind, mac, visits: [] };
    const machine = kind.profile.startsWith("Windows") && this.random.next() < 0.15;
    const name = machine
      ? `host/wks-${1000 + index}`
      : `${this.random.pick(NAMES)}.${this.random.pick(SURNAMES)}`;
    const user = `${name}@corp.example`;
    if (!this.userIds.has(user)) this.userIds.set(user, String(this.userIds.size + 1));
    return { kind, mac, user, visits: [] };
  }

  private open(device: Placed, at: number): Session {
    for (const visit of device.visits) if (visit.live) this.close(visit, at);
    const { kind, mac, user } = device;
    const wireless = this.random.next() < kind.wireless;
    const floor = 1 + this.random.below(6);
    const building = 1 + this.random.below(4);
    const ip = `10.${building}.${floor * 10}.${2 + this.random.below(250)}`;
    const quarantined = this.random.next() < 0.006;
    const group = quarantined ? "Quarantined_Systems" : kind.group;
    const time = new Date(at).toISOString();
    const session: Session = {
      id: String(this.nextId++),
      state: this.random.next() < 0.85 ? "STARTED" : "AUTHENTICATED",
      live: true,
      startedAt: time,
      updatedAt: time,
      mac,
      ip,
      ipAddresses: this.random.next() < 0.2 ? [ip, `fe80::${mac.slice(9).replaceAll(":", "")}`] : [ip],
      userName: user ? `CORP\\${user.split("@")[0]}` : mac.replaceAll(":", "-").toUpperCase(),
      user,
      userId: user && this.userIds.get(user),
      nasIp: wireless ? `10.255.9.${building}` : `10.255.${building}.${floor}`,
      nasPort: wireless ? "capwap1" : `GigabitEthernet1/0/${1 + this.random.below(48)}`,
      nasPortType: wireless ? "Wireless - IEEE 802.11" : "Ethernet",
      nasIdentifier: wireless ? `wlc-${building}` : `acc-b${building}-f${floor}`,
      callingStationId: mac,
      calledStationId: wireless ? `corp:${mac}` : undefined,
      ssid: wireless ? "corp" : undefined,
      auditSessionId: `0AFF0${building}0${floor}${this.random.hex(16).toUpperCase()}`,
      endpointProfile: kind.profile,
      endpointOs: kind.os,
      sgt: GROUPS[group],
      sgtName: group,
      authMethod: kind.method,
      postureStatus: kind.person ? "Compliant" : undefined,
      authorizationProfiles: [quarantined ? "Quarantine" : `${group}_Access`],
      attributes: {
        adNormalizedUser: user?.split("@")[0],
        providers: ["None"],
        selectedAuthzProfiles: `${group}_Access`,
        isMachineAuthentication: "false",
      },
    };
    device.visits.push(session);
    this.sessions.push(session);
    return session;
  }

  private close(session: Session, at: number) {
    session.live = false;
    session.state = "DISCONNECTED";
    session.endReason = "DISCONNECTED";
    session.endedAt = session.updatedAt = new Date(at).toISOString();
  }

  private device({ mac, visits, kind }: Placed): Device {
    const last = visits.at(-1);
    const live = visits.filter((visit) => visit.live).length;
    return {
      mac,
      online: live > 0,
      liveSessions: live,
      firstSeen: visits[0]?.startedAt ?? "",
      lastSeen: last?.updatedAt ?? "",
      ip: last?.ip,
      profile: kind.profile,
      os: kind.os,
      nasIp: last?.nasIp,
      nasPort: last?.nasPort,
      ssid: last?.ssid,
      sgt: last?.sgt,
      sgtName: last?.sgtName,
      user: last?.user,
      userId: last?.userId,
      userName: last?.userName,
      authMethod: last?.authMethod,
    };
  }
}
