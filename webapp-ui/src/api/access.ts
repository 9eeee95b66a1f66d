import { queryOptions } from "@tanstack/react-query";
import { apiIsElsewhere, get, post, send } from "./client";
import { ApiProblem, NoCookie } from "./problem";
import type { Account, AccountPatch, ApiToken, Me, NewAccount, NewToken, Role } from "./types";

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

/**
 * Signs in. Where the API is of another origin, a browser may take the answer and yet keep back the cookie in it, so that
 * is tried at once: nobody shall be sent around in a circle.
 *
 * @throws {@link NoCookie} when the next call came without the session
 */
export async function signIn(login: { username: string; password: string }): Promise<Me> {
  const response = await send("/access/login", { method: "POST", body: login, mayBeSignedOut: true });
  const me = (await response.json()) as Me;
  if (!apiIsElsewhere) return me;
  try {
    await send("/access/me", { mayBeSignedOut: true });
    return me;
  } catch (error) {
    throw error instanceof ApiProblem && error.status === 401 ? new NoCookie() : error;
  }
}
