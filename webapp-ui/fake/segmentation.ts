import type {
  Cluster,
  ClusterDetail,
  ClusterTraffic,
  Comparison,
  Decision,
  Member,
  Move,
  NewDecision,
  Recommendation,
  Run,
  SegmentationStatus,
  SegmentMap,
} from "../src/api/segmentation";
import type { Campus } from "./campus.ts";
import type { ListSpec } from "./lists.ts";
import { problem } from "./problem.ts";

const names = (...columns: string[]) => new Set(columns);
export const SEGMENT_RUNS: ListSpec = {
  columns: names(
    "id",
    "state",
    "account",
    "inForce",
    "stored",
    "createdAt",
    "endpoints",
    "clusters",
    "review",
  ),
  text: ["account", "detail"],
  key: "id",
  descending: true,
};
export const CLUSTER_LIST: ListSpec = {
  columns: names("id", "name", "state", "members", "confidence", "review", "silent", "pinned", "isNew"),
  text: ["name"],
  key: "members",
  descending: true,
};
export const MEMBER_LIST: ListSpec = {
  columns: names(
    "mac",
    "cluster",
    "cause",
    "confidence",
    "review",
    "silent",
    "nearest",
    "ip",
    "profile",
    "group",
    "os",
    "sgtName",
    "user",
    "vlan",
    "deviceType",
  ),
  text: ["mac", "profile", "group", "sgtName"],
  key: "mac",
  descending: false,
};
export const DECISION_LIST: ListSpec = {
  columns: names("id", "kind", "cluster", "account", "madeAt", "undoneAt", "name"),
  text: ["name", "account"],
  key: "id",
  descending: true,
};
export const MOVE_LIST: ListSpec = {
  columns: names("mac", "cause"),
  text: ["mac"],
  key: "mac",
  descending: false,
};

/** Clusters of the made-up campus: its profiles, with a few members of which that is doubtful. */
export class FakeSegmentation {
  readonly runs: Run[] = [];
  readonly decisions: Decision[] = [];
  readonly moves: Move[] = [];
  members: Member[] = [];
  private readonly ids = new Map<string, string>();
  private readonly given = new Map<string, { name?: string; accepted: boolean; revision: number }>();
  private readonly undos: (() => void)[] = [];
  private readonly campus: Campus;
  private readonly started: number;

  constructor(campus: Campus, started: number) {
    this.campus = campus;
    this.started = started;
    this.run("DONE");
    this.run("DONE");
  }

  /** Adds a run; one that is done groups the campus. */
  run(state: "DONE" | "RUNNING" | "FAILED", detail?: string): Run {
    const done = state === "DONE";
    if (done) {
      for (const run of this.runs) run.inForce = false;
      this.group();
    }
    const run: Run = {
      id: String(this.runs.length + 1),
      state,
      step: done ? "STORING" : "GROUPING",
      percent: done ? 100 : 30,
      reason: "DEMAND",
      account: "admin",
      detail,
      createdAt: new Date(this.started - 60_000).toISOString(),
      endedAt: state === "RUNNING" ? undefined : new Date(this.started - 50_000).toISOString(),
      from: new Date(this.started - 60_000 - 7 * 86_400_000).toISOString(),
      to: new Date(this.started - 60_000).toISOString(),
      seed: 1,
      version: "fake-1",
      endpoints: this.members.length,
      silent: 3,
      unidentified: 0,
      conversations: 4_200,
      edges: 900,
      clusters: this.ids.size,
      review: this.members.filter((member) => member.review).length,
      inForce: done,
      stored: done,
    };
    this.runs.push(run);
    return run;
  }

  private group() {
    const devices = this.campus.devices();
    for (const { profile = "Mixed" } of devices)
      if (!this.ids.has(profile)) this.ids.set(profile, String(this.ids.size + 1));
    const all = [...this.ids];
    this.members = devices.map((device, index) => {
      const profile = device.profile ?? "Mixed";
      const doubtful = index % 40 === 7;
      const [nearestName, nearest] = all[Number(this.ids.get(profile)) % all.length || 0] ?? [profile, "1"];
      return {
        mac: device.mac,
        cluster: this.ids.get(profile),
        clusterName: profile,
        cause: "FOUND",
        confidence: doubtful ? 41 : 97,
        review: doubtful,
        silent: doubtful,
        nearest,
        nearestName,
        reasons: doubtful ? ["its confidence is 41 %, below 60 %"] : [],
        towards: [`profile is ${profile} (100 %, others 0 %)`],
        against: doubtful ? [`uses tcp/443 of internet (4 %, others 91 %)`] : [],
        ip: device.ip,
        profile: device.profile,
        sgtName: device.sgtName,
        user: device.user,
      };
    });
  }

  private running() {
    return this.runs.some((run) => run.state === "RUNNING");
  }

  start(): Run {
    if (this.running())
      throw problem(409, "conflict", "Conflict", "A run is under way; wait until it has ended.");
    return this.run("RUNNING");
  }

  status(): SegmentationStatus {
    const inForce = this.runs.find((run) => run.inForce);
    return {
      state: inForce ? "CURRENT" : "NONE",
      advice: inForce
        ? undefined
        : "Endpoints were never grouped; start a run, or wait for the one by the clock.",
      inForce,
      latest: this.runs.at(-1),
      unassigned: inForce ? 2 : 0,
    };
  }

  clusters(): Cluster[] {
    return [...this.ids].flatMap(([profile, id]) => {
      const members = this.members.filter((member) => member.cluster === id);
      return members.length === 0 ? [] : [this.cluster(id, profile, members)];
    });
  }

  private cluster(id: string, profile: string, members: Member[]): Cluster {
    const given = this.given.get(id);
    const sum = members.reduce((total, member) => total + member.confidence, 0);
    return {
      id,
      name: given?.name ?? profile,
      state: given?.accepted ? "ACCEPTED" : "PROPOSED",
      members: members.length,
      confidence: members.length === 0 ? 0 : Math.round(sum / members.length),
      review: members.filter((member) => member.review).length,
      silent: members.filter((member) => member.silent).length,
      pinned: members.filter((member) => member.cause === "PINNED").length,
      why: `profile is ${profile} (100 %, others 0 %)`,
      nearest: members[0]?.nearest,
      nearestName: members[0]?.nearestName,
      isNew: false,
      revision: `2-${given?.revision ?? 0}`,
    };
  }

  detail(id: string): ClusterDetail {
    const cluster = this.one(id);
    const trait = { kind: "IS", what: "profile", far: cluster.name, here: 100, elsewhere: 0 };
    const members = this.members.filter((member) => member.cluster === id);
    const profiles = new Map<string, number>();
    for (const { profile = "Mixed" } of members) profiles.set(profile, (profiles.get(profile) ?? 0) + 1);
    return {
      cluster,
      run: "2",
      shared: [{ ...trait, text: `profile is ${cluster.name} (100 %, others 0 %)` }],
      apart: [{ ...trait, text: `profile is ${cluster.name} (100 %, others 0 %)` }],
      who: { profile: [...profiles].map(([value, count]) => ({ value, members: count, all: count })) },
      history: [{ run: "1", members: cluster.members, confidence: cluster.confidence }],
    };
  }

  private one(id: string): Cluster {
    const profile = [...this.ids].find(([, known]) => known === id)?.[0];
    if (profile === undefined) throw problem(404, "not-found", "Not found", `There is no cluster ${id}.`);
    return this.cluster(
      id,
      profile,
      this.members.filter((member) => member.cluster === id),
    );
  }

  traffic(id: string): ClusterTraffic {
    const { members } = this.one(id);
    const use = {
      protocol: 6,
      service: 443,
      serviceLast: 443,
      far: "external",
      members,
      conversations: 310,
      bytes: 9e6,
    };
    return { from: this.runs[0]?.from ?? "", to: this.runs[0]?.to ?? "", uses: [use], offers: [] };
  }

  recommendation(id: string): Recommendation {
    const { name, members } = this.one(id);
    const first = this.members.find((member) => member.cluster === id);
    const clause = {
      conditions: [`EndPoints:EndPointPolicy EQUALS ${name}`],
      caught: members - 1,
      missed: 1,
      wrong: 1,
    };
    const other = this.members.find((member) => member.cluster !== id)?.mac ?? "";
    return {
      cluster: id,
      clusterName: name,
      sgtName: name.replace(/[^A-Za-z0-9]+/g, "_"),
      sgt: 1000 + Number(id) - 1,
      existing: false,
      confidence: 91,
      evidence: ["no member has an SGT that ISE knows"],
      now: [{ sgtName: first?.sgtName, members }],
      correct: 0,
      rule: {
        ofUsers: false,
        clauses: [clause],
        caught: members - 1,
        missed: 1,
        wrong: 1,
        missedExamples: [first?.mac ?? ""],
        wrongExamples: [other],
      },
    };
  }

  map(): SegmentMap {
    const clusters = this.clusters().map((cluster, index) => ({
      id: cluster.id,
      name: cluster.name,
      state: cluster.state,
      members: cluster.members,
      review: cluster.review,
      x: 20 * (index % 4),
      y: 20 * Math.floor(index / 4),
      radius: 9,
    }));
    const places = new Map(clusters.map((cluster) => [cluster.id, cluster]));
    const points = this.members.map((member, index) => ({
      mac: member.mac,
      cluster: member.cluster ?? "",
      x: (places.get(member.cluster ?? "")?.x ?? 0) + (index % 7) - 3,
      y: (places.get(member.cluster ?? "")?.y ?? 0) + (index % 5) - 2,
      review: member.review,
      profile: member.profile,
    }));
    return { run: "2", clusters, members: points.length, points };
  }

  comparison(run: string, since: string): Comparison {
    const find = (id: string) => this.runs.find((one) => one.id === id) as Run;
    return {
      before: find(since),
      after: find(run),
      stayed: this.members.length - this.moves.length,
      moved: this.moves.length,
      joined: 0,
      left: 0,
      found: [],
      gone: [],
    };
  }

  decide(id: string, wanted: NewDecision, ifMatch: string | null): Decision {
    const cluster = this.one(id);
    if (ifMatch !== `"${cluster.revision}"`)
      throw problem(
        412,
        "precondition-failed",
        "The resource has changed",
        "Read it again and decide again.",
      );
    const before = structuredClone({ members: this.members, given: [...this.given] });
    const now = this.given.get(id) ?? { accepted: false, revision: 0 };
    this.given.set(id, {
      name: wanted.kind === "ACCEPT" ? cluster.name : (wanted.name ?? now.name),
      accepted: now.accepted || wanted.kind === "ACCEPT",
      revision: now.revision + 1,
    });
    for (const member of this.members) {
      if (wanted.kind === "MERGE" && member.cluster === id)
        move(member, this.one(wanted.into ?? ""), "MERGED");
      if (wanted.kind === "PIN" && wanted.members?.includes(member.mac)) {
        move(member, cluster, "PINNED");
        member.review = false;
      }
    }
    this.undos.push(() => {
      this.members = before.members;
      this.given.clear();
      for (const [key, value] of before.given) this.given.set(key, value);
    });
    const decision: Decision = {
      id: String(this.decisions.length + 1),
      kind: wanted.kind ?? "ACCEPT",
      run: "2",
      cluster: id,
      other: wanted.into,
      members: wanted.members ?? [],
      attribute: wanted.attribute,
      value: wanted.value,
      name: this.given.get(id)?.name,
      account: "admin",
      madeAt: new Date().toISOString(),
    };
    this.decisions.push(decision);
    return decision;
  }

  undo(id: string) {
    const decision = this.decisions.find((one) => one.id === id);
    if (!decision) throw problem(404, "not-found", "Not found", `There is no decision ${id}.`);
    decision.undoneAt = new Date().toISOString();
    decision.undoneBy = "admin";
    this.undos[Number(id) - 1]?.();
  }
}

function move(member: Member, to: Cluster, cause: string) {
  member.cluster = to.id;
  member.clusterName = to.name;
  member.cause = cause;
}
