import type { AncOperation, Membership, RadiusFailure, SecurityGroup } from "../src/api/topics";
import type { Session } from "../src/api/types";
import { GROUPS as NUMBERS } from "./campus.ts";
import type { ListSpec } from "./lists.ts";

const DAY = 86_400_000;
const named = (...names: string[]) => new Set(names);

export const SECURITY_GROUPS: ListSpec = {
  columns: named(
    "id",
    "sgt",
    "name",
    "description",
    "sessions",
    "devices",
    "cells",
    "updatedAt",
    "deletedAt",
    "drift",
  ),
  text: ["name", "description", "sgt"],
  key: "sgt",
  descending: false,
};
export const ANC: ListSpec = {
  columns: named("id", "operationId", "at", "mac", "nasIp", "policy", "status", "failureReason"),
  text: ["mac", "policy", "failureReason"],
  key: "id",
  descending: true,
};
export const FAILURES: ListSpec = {
  columns: named("id", "at", "mac", "userName", "nasIp", "nasPort", "reason", "messageCode", "server"),
  text: ["mac", "userName", "reason"],
  key: "id",
  descending: true,
};

/** The groups that the campus has, and one that was deleted while cells still name it. */
export function securityGroups(sessions: readonly Session[], now: number): SecurityGroup[] {
  const live = sessions.filter((session) => session.live);
  const group = (name: string, sgt: number): SecurityGroup => ({
    id: `${name.toLowerCase()}-id`,
    sgt,
    name,
    description: `${name.replaceAll("_", " ")} of the campus`,
    sessions: live.filter((session) => session.sgtName === name).length,
    devices: new Set(sessions.filter((session) => session.sgtName === name).map((session) => session.mac))
      .size,
    cells: sgt % 5,
    formerNames: name === "BYOD" ? ["Private_Devices"] : [],
    updatedAt: new Date(now - 40 * DAY).toISOString(),
    drift: false,
  });
  return [
    ...Object.entries(NUMBERS).map(([name, sgt]) => group(name, sgt)),
    { ...group("Old_Lab", 31), cells: 2, deletedAt: new Date(now - DAY).toISOString(), drift: true },
  ];
}

/** Every third device was in quarantine and is out again. */
export function anc(mac: string, sessions: readonly Session[]): AncOperation[] {
  const last = sessions.findLast((session) => session.mac === mac);
  if (!last || Number.parseInt(mac.slice(-1), 16) % 3 !== 0) return [];
  const at = (minutes: number) => new Date(Date.parse(last.startedAt) - minutes * 60_000).toISOString();
  const nasIp = last.nasIp;
  return [
    { id: "3", operationId: "ise1:3", at: at(2), mac, nasIp, status: "SUCCESS" },
    {
      id: "2",
      operationId: "ise1:2",
      at: at(7),
      mac,
      nasIp,
      policy: "Shut_Down",
      status: "FAILURE",
      failureReason: "no session",
    },
    { id: "1", operationId: "ise1:1", at: at(9), mac, nasIp, policy: "Quarantine", status: "SUCCESS" },
  ];
}

/** What ISE reported of a device that it did not let in: every third device has had trouble. */
export function failures(mac: string, sessions: readonly Session[]): RadiusFailure[] {
  const last = sessions.findLast((session) => session.mac === mac);
  if (!last || Number.parseInt(mac.slice(-1), 16) % 3 !== 0) return [];
  return Array.from({ length: 7 }, (_, index) => ({
    id: String(7 - index),
    failureId: `${mac}-${7 - index}`,
    receivedAt: last.startedAt,
    at: new Date(Date.parse(last.startedAt) - (index + 1) * 61_000).toISOString(),
    mac,
    userName: last.user,
    nasIp: last.nasIp,
    nasPort: last.nasPort,
    reason:
      index % 2 === 0
        ? "22056 Subject not found in the applicable identity store(s)"
        : "12514 EAP-TLS failed SSL/TLS handshake because of an unknown CA in the client certificates chain",
    server: "ise-psn-1",
    authenticationMethod: "dot1x",
    authenticationProtocol: "EAP-TLS",
    identityStore: "AD1",
    policySet: "Wired",
    authorizationRule: "Default",
  }));
}

export function memberships(identity: string): Membership[] {
  return [
    { name: "corp.example/Groups/Staff", type: "ACTIVE_DIRECTORY" },
    { name: `corp.example/Groups/${identity.slice(0, 1).toUpperCase()}-Team`, type: "ACTIVE_DIRECTORY" },
    { name: "Employee", type: "IDENTITY" },
  ];
}
