import type { Params } from "@/api/client";
import { first, type Search, values } from "@/lib/search";

/**
 * What the pages of flows keep in their URLs, and how the API is asked for it. Filters that look at either side
 * (`device`, `user`, `ip`, `sgt`) and those that need more than equality have names of their own; they become the
 * API's filter expression.
 */
type ToExpression = (value: string) => string;

const quoted = (value: string) => JSON.stringify(value);
const is =
  (column: string): ToExpression =>
  (value) =>
    `${column} eq ${quoted(value)}`;
const either =
  (one: ToExpression, other: ToExpression): ToExpression =>
  (value) =>
    `(${one(value)} or ${other(value)})`;
/** A number is an SGT, `none` is the lack of one, anything else the name of a group. */
const sgt =
  (side: "client" | "server"): ToExpression =>
  (value) => {
    if (value === NO_SGT) return `not (${side}Sgt pr)`;
    return /^\d+$/.test(value) ? `${side}Sgt eq ${value}` : `${side}SgtName eq ${quoted(value)}`;
  };

export const NO_SGT = "none";

interface FlowFilter {
  label: string;
  expression: ToExpression;
}

export const FLOW_FILTERS: Readonly<Record<string, FlowFilter>> = {
  device: { label: "Device", expression: either(is("clientMac"), is("serverMac")) },
  user: { label: "User", expression: either(is("clientUser"), is("serverUser")) },
  ip: { label: "IP address", expression: either(is("clientIp"), is("serverIp")) },
  sgt: { label: "Security group", expression: either(sgt("client"), sgt("server")) },
  service: { label: "Service", expression: serviceExpression },
  clientDevice: { label: "Client device", expression: is("clientMac") },
  serverDevice: { label: "Server device", expression: is("serverMac") },
  clientUser: { label: "Client user", expression: is("clientUser") },
  serverUser: { label: "Server user", expression: is("serverUser") },
  clientIp: { label: "Client IP address", expression: is("clientIp") },
  serverIp: { label: "Server IP address", expression: is("serverIp") },
  clientSgt: { label: "Client group", expression: sgt("client") },
  serverSgt: { label: "Server group", expression: sgt("server") },
  clientNetwork: { label: "Client network", expression: is("clientNetwork") },
  serverNetwork: { label: "Server network", expression: is("serverNetwork") },
  exporter: { label: "Exporter", expression: is("exporter") },
  clientKind: { label: "Client is", expression: is("clientKind") },
  serverKind: { label: "Server is", expression: is("serverKind") },
  answered: { label: "Answered", expression: (value) => `anyAnswered eq ${value === "true"}` },
  mark: { label: "Mark", expression: (value) => `marks co ${quoted(value)}` },
  evidence: { label: "Evidence", expression: (value) => `evidence co ${quoted(value)}` },
};

const PROTOCOLS: Readonly<Record<string, number>> = { icmp: 1, igmp: 2, tcp: 6, udp: 17, gre: 47, esp: 50 };

/** `443`, `tcp/443`, `tcp/8000-8010`, `icmp` or `6/443`; a port lies within the range that a conversation is kept by. */
function serviceExpression(text: string): string {
  const service = parseService(text);
  if (!service) return "(protocol eq -1)"; // nothing has it; the form does not let it come to this
  const parts = [];
  if (service.protocol !== undefined) parts.push(`protocol eq ${service.protocol}`);
  if (service.from !== undefined && service.to !== undefined)
    parts.push(`service le ${service.to}`, `serviceLast ge ${service.from}`);
  return `(${parts.join(" and ")})`;
}

export function parseService(written: string): { protocol?: number; from?: number; to?: number } | undefined {
  const text = written.trim().toLowerCase();
  const ports = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (ports) return withPorts(undefined, ports[1], ports[2]);
  const whole = /^([a-z]+|\d{1,3})(?:\/(?:(\d{1,5})(?:-(\d{1,5}))?)?)?$/.exec(text);
  const name = whole?.[1] ?? "";
  const protocol = PROTOCOLS[name] ?? (/^\d+$/.test(name) ? Number(name) : undefined);
  if (!whole || protocol === undefined || protocol > 255) return undefined;
  return withPorts(protocol, whole[2], whole[3]);
}

function withPorts(protocol: number | undefined, first: string | undefined, last: string | undefined) {
  if (first === undefined) return { protocol };
  const [from, to] = [Number(first), Number(last ?? first)];
  return from <= to && to <= 65535 ? { protocol, from, to } : undefined;
}

/** The parameters by which the API is asked for what a URL says, in a window. */
export function flowParams(search: Search, window: { from: string; to: string }): Params {
  const own = first(search.filter);
  const expressions = Object.entries(FLOW_FILTERS).flatMap(([name, { expression }]) => {
    const parts = values(search[name]).map(expression);
    if (parts.length === 0) return [];
    return [parts.length === 1 ? String(parts[0]) : `(${parts.join(" or ")})`];
  });
  if (own) expressions.push(expressions.length > 0 ? `(${own})` : own);
  return {
    from: window.from,
    to: window.to,
    filter: expressions.length > 0 ? expressions.join(" and ") : undefined,
    sort: first(search.sort),
  };
}

/** What of a URL is its filters and its window; the rest belongs to one page only. */
export function keptSearch(search: Search): Search {
  const kept = new Set([...Object.keys(FLOW_FILTERS), "filter", "last", "from", "to"]);
  return Object.fromEntries(Object.entries(search).filter(([name]) => kept.has(name)));
}
