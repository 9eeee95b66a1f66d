let requests = 0;

/** A refusal that the fake answers with, as RFC 9457 has it. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(status: number, body: Record<string, unknown>, headers: Record<string, string> = {}) {
    super(String(body.title));
    this.status = status;
    this.body = body;
    this.headers = headers;
  }

  response(): Response {
    return new Response(JSON.stringify(this.body), {
      status: this.status,
      headers: { "Content-Type": "application/problem+json", ...this.headers },
    });
  }
}

export function problem(
  status: number,
  slug: string,
  title: string,
  detail: string,
  headers: Record<string, string> = {},
) {
  const id = `fake${String(++requests).padStart(8, "0")}`;
  return new Refusal(
    status,
    {
      type: `https://clarion.example/problems/${slug}`,
      title,
      status,
      detail,
      instance: `urn:clarion:request:${id}`,
    },
    { "X-Request-Id": id, ...headers },
  );
}
