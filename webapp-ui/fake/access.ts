import type {
  Account,
  AccountPatch,
  ApiToken,
  AuditEntry,
  NewAccount,
  NewToken,
  Role,
} from "../src/api/types";
import type { ListSpec } from "./lists.ts";
import { problem } from "./problem.ts";

const DAY = 86_400_000;
const SHORTEST = 12;

const named = (...names: string[]) => new Set(names);

export const ACCOUNTS: ListSpec = {
  columns: named(
    "id",
    "username",
    "displayName",
    "roles",
    "disabled",
    "createdAt",
    "passwordChangedAt",
    "lastLoginAt",
  ),
  text: ["username", "displayName"],
  key: "id",
  descending: false,
};
export const TOKENS: ListSpec = {
  columns: named(
    "id",
    "account",
    "name",
    "prefix",
    "role",
    "createdAt",
    "expiresAt",
    "lastUsedAt",
    "revokedAt",
  ),
  text: ["account", "name", "prefix"],
  key: "id",
  descending: true,
};
export const AUDIT: ListSpec = {
  columns: named("id", "at", "actor", "via", "remoteAddress", "action", "target", "requestId"),
  text: ["actor", "action", "target", "remoteAddress", "requestId"],
  key: "id",
  descending: true,
};

const INCLUDES: Record<Role, Role[]> = {
  viewer: [],
  analyst: ["viewer"],
  engineer: ["viewer", "analyst"],
  approver: ["viewer"],
  administrator: ["viewer", "analyst", "engineer", "approver"],
};

/** The roles with those that they include, as the server names them. */
export function implied(roles: readonly Role[]): Role[] {
  return [...new Set(roles.flatMap((role) => [role, ...INCLUDES[role]]))];
}

/** Accounts, tokens and the audit trail of the fake. */
export class FakeAccess {
  readonly accounts: Account[];
  readonly tokens: ApiToken[];
  readonly audit: AuditEntry[] = [];
  private readonly started: number;

  constructor(started: number) {
    this.started = started;
    const at = (days: number) => new Date(started - days * DAY).toISOString();
    const account = (
      id: string,
      username: string,
      displayName: string | undefined,
      roles: Role[],
    ): Account => ({
      id,
      username,
      displayName,
      roles,
      disabled: username === "former",
      createdAt: at(200),
      passwordChangedAt: at(40),
      lastLoginAt: username === "former" ? undefined : at(1),
      revision: `r${id}-0`,
    });
    this.accounts = [
      account("1", "admin", undefined, ["administrator"]),
      account("2", "noc", "Network operations", ["engineer"]),
      account("3", "secarch", "Security architecture", ["analyst", "approver"]),
      account("4", "former", "Left in spring", ["viewer"]),
    ];
    this.tokens = [
      {
        id: "10",
        account: "admin",
        name: "Grafana",
        prefix: "clr_7Q2m",
        role: "viewer",
        createdAt: at(90),
        expiresAt: at(-275),
        lastUsedAt: at(0.01),
      },
      {
        id: "11",
        account: "noc",
        name: "Night script",
        prefix: "clr_p0Zx",
        createdAt: at(30),
        revokedAt: at(3),
      },
    ];
    this.record("connector.reloaded", "connector/pxgrid", undefined, undefined, at(3));
    this.record(
      "account.changed",
      "account/3",
      { roles: ["analyst"], disabled: false },
      { roles: ["analyst", "approver"], disabled: false },
      at(2),
    );
    this.record("login.succeeded", "account/1", undefined, undefined, at(1));
  }

  account(id: string): Account {
    const found = this.accounts.find((one) => one.id === id);
    if (!found) throw problem(404, "not-found", "Not found", `There is no account ${id}.`);
    return found;
  }

  createAccount(wanted: NewAccount): Account {
    const { username = "", password = "", roles = [], displayName } = wanted;
    if (this.accounts.some((one) => one.username === username))
      throw problem(409, "conflict", "Conflict", `The user name '${username}' is taken; choose another.`);
    this.checkPassword(password);
    const now = new Date().toISOString();
    const id = String(this.accounts.length + 1);
    const made: Account = {
      id,
      username,
      displayName,
      roles: roles as Role[],
      disabled: false,
      createdAt: now,
      passwordChangedAt: now,
      revision: `r${id}-0`,
    };
    this.accounts.push(made);
    this.record("account.created", `account/${id}`, undefined, { username, roles });
    return made;
  }

  change(id: string, patch: AccountPatch, ifMatch: string | null): Account {
    const before = this.account(id);
    if (ifMatch !== `"${before.revision}"`)
      throw problem(
        412,
        "precondition-failed",
        "Changed meanwhile",
        "The account was changed since it was read; read it again and repeat the change.",
      );
    if (id === "1" && (patch.disabled || (patch.roles && !patch.roles.includes("administrator"))))
      throw problem(409, "conflict", "Conflict", "This is the last administrator; make another one first.");
    if (patch.password !== undefined) this.checkPassword(patch.password);
    const { password, ...rest } = patch;
    const [name, count] = before.revision.split("-");
    const after = { ...before, ...rest, revision: `${name}-${Number(count) + 1}` } as Account;
    if (password) after.passwordChangedAt = new Date().toISOString();
    this.accounts[this.accounts.indexOf(before)] = after;
    this.record("account.changed", `account/${id}`, { ...before }, { ...after });
    return after;
  }

  createToken({ name = "", role, expiresAt }: NewToken): ApiToken {
    const token: ApiToken = {
      id: String(10 + this.tokens.length),
      account: "admin",
      name,
      prefix: "clr_new1",
      role,
      createdAt: new Date().toISOString(),
      expiresAt,
    };
    this.tokens.push(token);
    return { ...token, token: "clr_new1xAbCdEfGhIjKlMnOpQrStUvWxYz0123456789" };
  }

  revoke(id: string) {
    const token = this.tokens.find((one) => one.id === id);
    if (!token) throw problem(404, "not-found", "Not found", `There is no token ${id}.`);
    token.revokedAt = new Date().toISOString();
  }

  private checkPassword(password: string) {
    if (password.length < SHORTEST)
      throw problem(400, "validation-failed", "Not valid", "A password has at least 12 characters.");
  }

  private record(
    action: string,
    target: string,
    before?: Record<string, unknown>,
    after?: Record<string, unknown>,
    at = new Date(this.started).toISOString(),
  ) {
    this.audit.push({
      id: String(this.audit.length + 1),
      at,
      actor: "admin",
      via: "session",
      remoteAddress: "10.1.20.7",
      action,
      target,
      before,
      after,
      requestId: `fake-audit-${this.audit.length + 1}`,
    });
  }
}
