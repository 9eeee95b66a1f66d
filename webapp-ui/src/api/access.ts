import { queryOptions } from "@tanstack/react-query";
import { get, post, send } from "./client";
import type { Account, AccountPatch, ApiToken, NewAccount, NewToken, Role } from "./types";

export const ACCOUNTS = "/access/accounts";
export const TOKENS = "/access/tokens";
export const AUDIT = "/audit";

/** The roles with what they allow, the least first. */
export const ROLES: readonly { role: Role; may: string }[] = [
  { role: "viewer", may: "sees sessions, devices, users and the state of the connection" },
  { role: "analyst", may: "a viewer who also reads messages that were set aside" },
  { role: "engineer", may: "an analyst who also starts, stops and tests the connection to ISE" },
  { role: "approver", may: "a viewer who will approve changes" },
  { role: "administrator", may: "may do everything, keeps the accounts and reads the audit trail" },
];

export const roleName = (role: string) => role.charAt(0).toUpperCase() + role.slice(1);

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ["account", id],
    queryFn: ({ signal }) => get<Account>(`${ACCOUNTS}/${encodeURIComponent(id)}`, undefined, signal),
  });

export const createAccount = (account: NewAccount) => post<Account>(ACCOUNTS, account);

/** Changes what the caller has seen: refused when somebody else changed it meanwhile. */
export async function changeAccount(seen: Account, patch: AccountPatch): Promise<Account> {
  const response = await send(`${ACCOUNTS}/${encodeURIComponent(seen.id)}`, {
    method: "PATCH",
    body: patch,
    headers: { "If-Match": `"${seen.revision}"` },
  });
  return (await response.json()) as Account;
}

export const createToken = (token: NewToken) => post<ApiToken>(TOKENS, token);

export async function revokeToken(id: string): Promise<void> {
  await send(`${TOKENS}/${encodeURIComponent(id)}`, { method: "DELETE" });
}
