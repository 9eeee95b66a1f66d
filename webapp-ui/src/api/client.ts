import { contact } from "./contact";
import { ApiProblem, NoContact } from "./problem";

export type Params = Record<string, string | number | boolean | readonly string[] | undefined>;

export interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  params?: Params;
  /** Sent as JSON; a file goes as it is. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
  /** A 401 is an answer like others here, and does not mean that a session has ended. */
  mayBeSignedOut?: boolean;
}

/** Where Clarion is, if not where the console came from: what VITE_API_URL said when the console was built. */
const ELSEWHERE = ((import.meta.env.VITE_API_URL as string | undefined) ?? "").replace(/\/+$/, "");
const BASE = `${ELSEWHERE}/api/v1`;
const GATEWAY_FAILURES = new Set([502, 504]);
let csrfToken: string | undefined;
let onSessionExpired: () => void = () => {};

/** Remembers the token that changing calls must carry; it came with the login or with `/access/me`. */
export function rememberCsrfToken(token: string | undefined) {
  csrfToken = token;
}

/** Whether the API is of another origin than this console. */
export const apiIsElsewhere = ELSEWHERE !== "";

/** Called once for each answer that says the session has ended. */
export function whenSessionExpires(listener: () => void) {
  onSessionExpired = listener;
}

export function apiUrl(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  return `${BASE}${path}${text ? `?${text}` : ""}`;
}

/** Sends a request and returns the response if it is a success; else throws {@link ApiProblem} or {@link NoContact}. */
export async function send(path: string, options: RequestOptions = {}): Promise<Response> {
  const method = options.method ?? "GET";
  const headers: Record<string, string> = {
    Accept: "application/json, application/problem+json",
    ...options.headers,
  };
  const file = options.body instanceof Blob ? options.body : undefined;
  if (options.body !== undefined)
    headers["Content-Type"] = file ? "application/octet-stream" : "application/json";
  if (method !== "GET" && csrfToken) headers["X-CSRF-Token"] = csrfToken;
  let response: Response;
  try {
    response = await fetch(apiUrl(path, options.params), {
      method,
      headers,
      credentials: ELSEWHERE ? "include" : "same-origin",
      body: file ?? (options.body === undefined ? undefined : JSON.stringify(options.body)),
      signal: options.signal,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    contact.lost();
    throw new NoContact(error);
  }
  if (GATEWAY_FAILURES.has(response.status)) {
    contact.lost();
    throw new NoContact();
  }
  contact.made();
  if (response.ok) return response;
  const problem = new ApiProblem(response.status, await readJson(response), response.headers);
  if (problem.status === 401 && !options.mayBeSignedOut) onSessionExpired();
  throw problem;
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

export async function get<T>(path: string, params?: Params, signal?: AbortSignal): Promise<T> {
  const response = await send(path, { params, signal });
  return (await response.json()) as T;
}

export async function post<T>(path: string, body?: unknown): Promise<T> {
  const response = await send(path, { method: "POST", body });
  return (response.status === 204 ? undefined : await response.json()) as T;
}
