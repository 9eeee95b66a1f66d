import type { FlowStatus } from "@/api/flows";
import { bytes, share } from "@/lib/bytes";
import { count, plural, words } from "@/lib/format";
import { relative } from "@/lib/time";
import type { Tone } from "../connectorWords";

const PROTOCOLS: Readonly<Record<number, string>> = {
  1: "ICMP",
  2: "IGMP",
  6: "TCP",
  17: "UDP",
  47: "GRE",
  50: "ESP",
  58: "ICMPv6",
  89: "OSPF",
  103: "PIM",
  132: "SCTP",
};
/** Names of services as engineers say them (IANA's registry has the same under other spellings). */
const SERVICES: Readonly<Record<number, string>> = {
  20: "FTP data",
  21: "FTP",
  22: "SSH",
  23: "Telnet",
  25: "SMTP",
  53: "DNS",
  67: "DHCP",
  80: "HTTP",
  88: "Kerberos",
  123: "NTP",
  135: "RPC",
  137: "NetBIOS names",
  139: "NetBIOS",
  161: "SNMP",
  389: "LDAP",
  443: "HTTPS",
  445: "SMB",
  514: "Syslog",
  554: "RTSP",
  631: "IPP",
  636: "LDAPS",
  1433: "SQL Server",
  1812: "RADIUS",
  3268: "Global catalog",
  3306: "MySQL",
  3389: "RDP",
  5060: "SIP",
  5061: "SIPS",
  5353: "mDNS",
  5432: "PostgreSQL",
  8080: "HTTP",
  8443: "HTTPS",
  9100: "Print",
  47808: "BACnet",
};
const WITH_PORTS = new Set([6, 17, 132]);

export const protocolName = (number: number) => PROTOCOLS[number] ?? `protocol ${number}`;

interface Service {
  protocol: number;
  service: number;
  serviceLast: number;
}

/** `TCP 443`, `TCP 8000–8010`, `ICMP type 8`; with the usual name where the port has one. */
export function serviceName({ protocol, service, serviceLast }: Service): { code: string; name?: string } {
  const of = protocolName(protocol);
  if (protocol === 1 || protocol === 58)
    return service < 0
      ? { code: of }
      : {
          code: `${of} type ${Math.floor(service / 256)}`,
          name: ICMP[`${protocol}/${Math.floor(service / 256)}`],
        };
  if (!WITH_PORTS.has(protocol)) return { code: of };
  if (service !== serviceLast) return { code: `${of} ${service}–${serviceLast}` };
  return { code: `${of} ${service}`, name: SERVICES[service] };
}

const ICMP: Readonly<Record<string, string>> = { "1/8": "Ping", "58/128": "Ping", "1/3": "Unreachable" };

/** A service as the filter of the URL is written. */
export function serviceFilter({ protocol, service, serviceLast }: Service): string {
  const of = { 6: "tcp", 17: "udp" }[protocol] ?? String(protocol);
  if (service < 0) return `${of}/`;
  return `${of}/${service}${service === serviceLast ? "" : `-${serviceLast}`}`;
}

const EVIDENCE: Readonly<Record<string, string>> = {
  TCP_FLAGS: "the TCP handshake shows who opened the connection",
  EXPORTER: "the exporter said which side began",
  PORT_CLASS: "the server's port is a service port, the client's a short-lived one",
  FAN_IN: "many others ask this port of this server",
  POPULARITY: "across the network, servers have this port",
  FIRST_SEEN: "the client's first packet came first",
  GROUP_ADDRESS: "the server is a multicast or broadcast address, which never asks",
  GUESS: "nothing told them apart: the side with the higher port was taken for the client",
  ICMP_TYPE: "the ICMP message is a question, or the answer to one",
};
export const EVIDENCES = Object.keys(EVIDENCE);

const EVIDENCE_SHORT: Readonly<Record<string, string>> = {
  TCP_FLAGS: "TCP handshake",
  EXPORTER: "Exporter's word",
  PORT_CLASS: "Class of ports",
  FAN_IN: "Many askers",
  POPULARITY: "Popular port",
  FIRST_SEEN: "First packet",
  GROUP_ADDRESS: "Group address",
  GUESS: "Nothing: a guess",
  ICMP_TYPE: "ICMP type",
};
export const evidenceShort = (name: string) => EVIDENCE_SHORT[name] ?? words(name);

const MARKS: Readonly<Record<string, { short: string; long: string }>> = {
  SWEEP: {
    short: "Sweep",
    long: "The client asked very many addresses for this service in a short time, mostly in vain.",
  },
  PORT_SCAN: {
    short: "Port scan",
    long: "The client asked very many services of this address in a short time, mostly in vain.",
  },
  REFUSED: { short: "Refused", long: "The server refused with a TCP reset." },
  SAMPLED: {
    short: "Sampled",
    long: "Counts are estimates: an exporter looked at some of the packets only.",
  },
  REPLY_ONLY: { short: "Reply only", long: "Of some, only the reply was seen." },
  CLOCK_CORRECTED: {
    short: "Clock corrected",
    long: "The exporter's clock is wrong, so the time of arrival was taken. Set its clock by NTP.",
  },
};
export const MARK_NAMES = Object.keys(MARKS);

const names = (text: string) => text.split(" ").filter((name) => name !== "");

export const evidenceWord = (name: string) => EVIDENCE[name] ?? words(name);
export const evidenceWords = (text: string) => names(text).map(evidenceWord);
export const markShort = (name: string) => MARKS[name]?.short ?? words(name);
export const marksOf = (text: string) =>
  names(text).map((name) => ({ name, ...(MARKS[name] ?? { short: words(name), long: words(name) }) }));

const KINDS: Readonly<Record<string, string>> = {
  DEVICE: "a device or user",
  INTERNAL: "an internal address that nobody was seen at",
  EXTERNAL: "outside",
  GROUP: "a multicast or broadcast address",
};
export const kindWord = (kind: string) => KINDS[kind] ?? words(kind);

export const answeredWords = (answered: number, conversations: number) =>
  `${share(answered, conversations)} of ${plural(conversations, "conversation")} answered`;

export const countsWords = (of: {
  conversations: number;
  answered: number;
  requestBytes: number;
  replyBytes: number;
}) => `${bytes(of.requestBytes + of.replyBytes)}, ${answeredWords(of.answered, of.conversations)}`;

/** How fresh and how complete the stored flows are, in a line. */
export function sayFlowStatus(status: FlowStatus, now: number): { tone: Tone; short: string; more: string } {
  const newest = status.newestAt ? `newest flow ${relative(status.newestAt, now)}` : "no flow yet";
  const more = [newest, ...lost(status)];
  if (status.resolvedShare !== undefined)
    more.push(`${share(status.resolvedShare, 1)} of the sides inside are a known device or user`);
  if (status.waitingToBeMade > 0)
    more.push(`${plural(status.waitingToBeMade, "hour or day", "hours and days")} being summed up anew`);
  const said = more.join(" · ");
  switch (status.state) {
    case "NONE":
      return { tone: "idle", short: "No flows are taken", more: "no collector has ever stored any" };
    case "STALE":
      return { tone: "bad", short: "No collector is running", more: said };
    case "DEGRADED":
      return { tone: "warn", short: "Flows are incomplete", more: said };
    default:
      return { tone: "good", short: "Flows are current", more: said };
  }
}

function lost(status: FlowStatus): string[] {
  const sum = (name: string) =>
    status.writers.reduce((total, writer) => total + (writer.figures[name] ?? 0), 0);
  const records = sum("recordsDropped");
  const conversations = sum("conversationsDropped");
  const late = sum("conversationsOutOfTime");
  return [
    records > 0 ? `${plural(records, "record")} dropped because the queue was full` : "",
    conversations > 0
      ? `${plural(conversations, "conversation")} dropped because the database did not take them`
      : "",
    late > 0 ? `${count(late)} too old to be kept` : "",
    records + conversations === 0 ? "nothing dropped" : "",
  ].filter((text) => text !== "");
}
