/** A refusal by Clarion: the RFC 9457 problem document of a response, ready to be shown. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly slug: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId?: string;
  readonly retryAfterSeconds?: number;

  constructor(status: number, body: Record<string, unknown>, headers: Headers) {
    const title = typeof body.title === "string" ? body.title : `HTTP ${status}`;
    const detail = typeof body.detail === "string" ? body.detail : "";
    super(detail || title);
    this.name = "ApiProblem";
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.slug = typeof body.type === "string" ? (body.type.split("/").pop() ?? "") : "";
    const instance = typeof body.instance === "string" ? body.instance.split(":").pop() : undefined;
    this.requestId = headers.get("X-Request-Id") ?? instance ?? undefined;
    const retryAfter = Number(headers.get("Retry-After"));
    this.retryAfterSeconds = retryAfter > 0 ? retryAfter : undefined;
  }
}

/** No answer from Clarion at all: the network, a proxy in between, or a stopped server. */
export class NoContact extends Error {
  constructor(cause?: unknown) {
    super("Clarion does not answer. Check that the server runs and that this computer can reach it.", {
      cause,
    });
    this.name = "NoContact";
  }
}

/** The login was right, but the browser did not send the session with the next call. */
export class NoCookie extends Error {
  constructor() {
    super(
      "This console and Clarion's API must be of one site (one domain, both by https), and cookies must be allowed there. Ask whoever runs Clarion.",
    );
    this.name = "NoCookie";
  }
}

/** What to tell a person about any failure: a title and, where there is more to say, a detail. */
export function describeError(error: unknown): { title: string; detail: string; requestId?: string } {
  if (error instanceof ApiProblem)
    return { title: error.title, detail: error.detail, requestId: error.requestId };
  if (error instanceof NoContact) return { title: "No contact with Clarion", detail: error.message };
  if (error instanceof NoCookie)
    return { title: "The browser did not keep the session", detail: error.message };
  return {
    title: "Something went wrong in the console",
    detail: error instanceof Error ? error.message : String(error),
  };
}
