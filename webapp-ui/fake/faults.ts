import type { ConnectorDetail } from "../src/api/connectors";
import type { Problem } from "../src/api/types";

const ONE = "ise-pxgrid-1.corp.example:8910";
const TWO = "ise-pxgrid-2.corp.example:8910";
const SECOND = 1000;
const DAY = 86_400_000;

/** What can go wrong with the connection to ISE, as Clarion says it; the time is milliseconds of now. */
export const FAULTS: Record<string, (now: number) => Partial<ConnectorDetail>> = {
  "no-controller": (now) => ({
    state: "DISABLED",
    since: ago(now, 60),
    controllers: [],
    controller: undefined,
    node: undefined,
    account: undefined,
    certificate: undefined,
    topics: [],
    lagMillis: undefined,
    lastReceivedAt: undefined,
    lastEventAt: undefined,
    why: undefined,
  }),
  stopped: (now) => ({ state: "STOPPED", ...down(now), nextAttemptAt: undefined, why: undefined }),
  "unknown-host": (now) =>
    waiting(
      now,
      "003",
      `The name ${ONE.split(":")[0]} is not known`,
      "Correct the name in clarion.pxgrid.controllers, or let DNS resolve it where Clarion runs; Clarion asks again by itself.",
    ),
  refused: (now) =>
    waiting(
      now,
      "001",
      `${ONE} refused the connection`,
      "Check that pxGrid runs on that ISE node, that the port in clarion.pxgrid.controllers is right and that no firewall refuses the connection.",
    ),
  timeout: (now) =>
    waiting(
      now,
      "002",
      `${ONE} did not answer within 5 s`,
      "Check the route and the firewalls between Clarion and that ISE node.",
    ),
  "unknown-ca": (now) =>
    waiting(
      now,
      "010",
      `The certificate CN=ise-pxgrid-1.corp.example of ${ONE} is signed by a CA that Clarion does not know: CN=Corp Issuing CA 3`,
      "Export the CA that signed ISE's pxGrid certificate (Administration > System > Certificates) and add it to ca.crt in clarion.pxgrid.certificate-dir, or to Clarion's trust store.",
    ),
  "host-mismatch": (now) =>
    waiting(
      now,
      "012",
      `The certificate CN=ise-old.corp.example is not for ise-pxgrid-1.corp.example, but for ise-old.corp.example`,
      "Name the ISE node in clarion.pxgrid.controllers as its certificate does, or renew the certificate with that name as subject alternative name.",
    ),
  "client-rejected": (now) =>
    waiting(
      now,
      "013",
      `${ONE} does not accept Clarion's certificate CN=clarion.corp.example,O=Corp`,
      "Use a client certificate that ISE trusts: issued by ISE's internal CA, or by a CA in ISE's trusted certificates with 'trust for client authentication'.",
    ),
  pending: (now) => ({
    ...down(now),
    state: "PENDING",
    account: { nodeName: "clarion", state: "PENDING", version: "2.0", kind: "CERTIFICATE" },
    why: "ISE knows the client clarion, but nobody has approved it yet.",
    problem: problem(
      now,
      "020",
      "ISE has not approved the pxGrid client clarion yet",
      "Approve the client in ISE: Administration > pxGrid Services > Client Management > Clients.",
    ),
  }),
  disabled: (now) => ({
    ...waiting(
      now,
      "021",
      "The pxGrid client clarion is disabled in ISE",
      "Enable the client in ISE: Administration > pxGrid Services > Client Management > Clients.",
    ),
    account: { nodeName: "clarion", state: "DISABLED", version: "2.0", kind: "CERTIFICATE" },
    controllers: [
      { address: ONE, state: "IN_USE" },
      { address: TWO, state: "UNTRIED" },
    ],
  }),
  "no-service": (now) => ({
    ...waiting(
      now,
      "030",
      "ISE offers no node for the service com.cisco.ise.session at the moment",
      "Check in ISE that the service's persona is on and running (Administration > System > Deployment; pxGrid Services > Diagnostics); Clarion asks again.",
    ),
    state: "DEGRADED",
    controllers: [
      { address: ONE, state: "IN_USE" },
      { address: TWO, state: "UNTRIED" },
    ],
  }),
  "database-away": (now) => ({
    state: "LIVE",
    problem: problem(
      now,
      "060",
      "PostgreSQL at 10.0.0.7:5432 does not answer, so 812 events wait to be stored",
      "Bring PostgreSQL back; Clarion keeps what it has read and goes on by itself.",
    ),
  }),
  "topic-refused": () => ({}),
  "certificate-due": (now) => ({ certificate: { ...certificate(now, 6), expiry: "DUE_7" } }),
  "certificate-refused": (now) => ({
    certificate: {
      ...certificate(now, 25),
      expiry: "DUE_30",
      problem: problem(
        now,
        "086",
        "The key in /run/secrets/pxgrid/client.key does not belong to client.crt (CN=clarion.corp.example)",
        "Put the key and the certificate that were issued together in place; the ones before stay in use until then.",
      ),
    },
  }),
};

/** What the topic of ANC says while it is refused. */
export function refusal(now: number): Problem {
  return problem(
    now,
    "023",
    "ISE refuses the subscription to /topic/com.cisco.ise.config.anc.status",
    "Give the client's group access to the service in ISE: Administration > pxGrid Services > Client Management > Policy.",
  );
}

export function certificate(now: number, days: number) {
  return {
    subject: "CN=clarion.corp.example,O=Corp",
    issuer: "CN=Certificate Services Endpoint Sub CA - ise-1",
    notBefore: new Date(now - 340 * DAY).toISOString(),
    notAfter: new Date(now + days * DAY).toISOString(),
    fingerprintSha256:
      "5F:0C:7A:E1:2B:99:40:D3:8E:51:C6:0A:77:B2:1D:F4:63:A8:95:0E:CC:41:3B:D7:28:F6:90:15:EA:5C:84:B3",
    source: "PEM files in /run/secrets/pxgrid",
    expiry: "OK" as const,
  };
}

function waiting(now: number, code: string, what: string, action: string): Partial<ConnectorDetail> {
  const cause = problem(now, code, what, action);
  return {
    ...down(now),
    state: "WAITING",
    problem: cause,
    why: `${what}; Clarion tries the controllers again one after the other.`,
    controllers: [
      { address: ONE, state: "FAILED", problem: cause },
      { address: TWO, state: "FAILED", problem: { ...cause, what: what.replaceAll(ONE, TWO) } },
    ],
  };
}

function down(now: number): Partial<ConnectorDetail> {
  return {
    since: ago(now, 72),
    staleSince: ago(now, 75),
    lastReceivedAt: ago(now, 75),
    lastEventAt: ago(now, 76),
    nextAttemptAt: new Date(now + 12 * SECOND).toISOString(),
    node: undefined,
    controller: undefined,
    topics: [],
  };
}

function problem(now: number, code: string, what: string, action: string): Problem {
  return { code: `CLARION-PXG-${code}`, what, action, at: ago(now, 72) };
}

function ago(now: number, seconds: number): string {
  return new Date(now - seconds * SECOND).toISOString();
}
