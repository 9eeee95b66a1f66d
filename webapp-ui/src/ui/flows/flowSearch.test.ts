import { expect, it } from "vitest";
import { flowParams, parseService } from "./flowSearch";
import { windowOf } from "./flowWindow";
import { serviceFilter } from "./flowWords";

const window = { from: "2026-01-01T00:00:00Z", to: "2026-01-02T00:00:00Z" };
const filter = (search: Record<string, string | string[]>) => flowParams(search, window).filter;

it("looks at either side for a user, at one if the URL says so", () => {
  expect(filter({ user: "a@b" })).toBe('(clientUser eq "a@b" or serverUser eq "a@b")');
  expect(filter({ clientUser: ["a", "b"] })).toBe('(clientUser eq "a" or clientUser eq "b")');
});

it("takes quotes for what they are", () => {
  expect(filter({ clientUser: 'x" or id pr' })).toBe('clientUser eq "x\\" or id pr"');
});

it("tells groups by number, by name and by their lack", () => {
  expect(filter({ clientSgt: "4" })).toBe("clientSgt eq 4");
  expect(filter({ serverSgt: "Printers" })).toBe('serverSgtName eq "Printers"');
  expect(filter({ serverSgt: "none" })).toBe("not (serverSgt pr)");
});

it("joins filters with an expression of one's own", () => {
  expect(filter({ mark: "SWEEP", filter: "bytes pr or id pr" })).toBe(
    'marks co "SWEEP" and (bytes pr or id pr)',
  );
});

it.each([
  ["443", { from: 443, to: 443 }],
  ["tcp/443", { protocol: 6, from: 443, to: 443 }],
  ["UDP/5000-5010", { protocol: 17, from: 5000, to: 5010 }],
  ["icmp", { protocol: 1 }],
  ["47/", { protocol: 47 }],
  ["70000", undefined],
  ["tcp/9-1", undefined],
  ["https", undefined],
  ["300/1", undefined],
  ["", undefined],
])("reads the service %j", (text, expected) => {
  expect(parseService(text)).toEqual(expected && { protocol: undefined, ...expected });
});

it("writes services as it reads them", () => {
  expect(serviceFilter({ protocol: 6, service: 443, serviceLast: 443 })).toBe("tcp/443");
  expect(serviceFilter({ protocol: 132, service: 1, serviceLast: 9 })).toBe("132/1-9");
  expect(serviceFilter({ protocol: 1, service: -1, serviceLast: -1 })).toBe("1/");
});

it("takes times of the URL before a length, and a day if it says nothing", () => {
  const now = Date.parse("2026-01-02T00:00:00Z");
  expect(windowOf({}, now)).toEqual({
    from: "2026-01-01T00:00:00.000Z",
    to: "2026-01-02T00:00:00.000Z",
    last: "24h",
  });
  expect(windowOf({ last: "1h" }, now).from).toBe("2026-01-01T23:00:00.000Z");
  expect(windowOf({ last: "1h", from: "a", to: "b" }, now)).toEqual({ from: "a", to: "b" });
});
