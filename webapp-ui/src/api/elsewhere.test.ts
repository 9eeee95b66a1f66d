import { afterEach, expect, it, vi } from "vitest";

const API = "https://clarion.corp.example";
const ME = { username: "admin", csrfToken: "csrf" };

/** The API's client as it is in a console that was built with this VITE_API_URL. */
async function builtFor(url: string) {
  vi.resetModules();
  vi.stubEnv("VITE_API_URL", url);
  return {
    client: await import("./client"),
    access: await import("./access"),
    problem: await import("./problem"),
  };
}

/** Answers each call with the next of these, and keeps what was asked. */
function answering(...answers: Response[]) {
  const asked = vi.fn((_url: string, _init?: RequestInit) =>
    Promise.resolve(answers.shift() ?? new Response(null, { status: 500 })),
  );
  vi.stubGlobal("fetch", asked);
  return asked;
}

const ended = () => Response.json({ title: "Authentication is required" }, { status: 401 });

afterEach(() => vi.unstubAllEnvs());

it.each([
  ["", "/api/v1/sessions?live=true", "same-origin"],
  [API, `${API}/api/v1/sessions?live=true`, "include"],
  [`${API}/`, `${API}/api/v1/sessions?live=true`, "include"],
  [`${API}/trustsec/`, `${API}/trustsec/api/v1/sessions?live=true`, "include"],
])("calls the API where VITE_API_URL says: %s", async (url, address, credentials) => {
  const { client } = await builtFor(url);
  const asked = answering(Response.json({ items: [] }));
  await client.get("/sessions", { live: true });
  expect(asked).toHaveBeenCalledWith(address, expect.objectContaining({ credentials }));
  expect(client.apiUrl("/sessions", { live: true })).toBe(address);
  expect(client.apiIsElsewhere).toBe(url !== "");
});

it("says it at once when the browser keeps back the cookie of a login", async () => {
  const { client, access, problem } = await builtFor(API);
  const expired = vi.fn();
  client.whenSessionExpires(expired);
  const asked = answering(Response.json(ME), ended());
  await expect(access.signIn({ username: "admin", password: "right" })).rejects.toThrow(/one site/);
  expect(asked).toHaveBeenLastCalledWith(`${API}/api/v1/access/me`, expect.anything());
  expect(expired).not.toHaveBeenCalled();
  expect(problem.describeError(new problem.NoCookie()).title).toMatch(/did not keep the session/);
});

it("signs in elsewhere when the cookie comes back", async () => {
  const { access } = await builtFor(API);
  answering(Response.json(ME), Response.json(ME));
  await expect(access.signIn({ username: "admin", password: "right" })).resolves.toMatchObject(ME);
});

it("asks no second time where the console comes from Clarion itself", async () => {
  const { access } = await builtFor("");
  const asked = answering(Response.json(ME));
  await access.signIn({ username: "admin", password: "right" });
  expect(asked).toHaveBeenCalledTimes(1);
});

it("leaves a wrong password a wrong password", async () => {
  const { access } = await builtFor(API);
  const asked = answering(Response.json({ title: "The user name or password is wrong" }, { status: 401 }));
  await expect(access.signIn({ username: "admin", password: "wrong" })).rejects.toThrow(/wrong/);
  expect(asked).toHaveBeenCalledTimes(1);
});
