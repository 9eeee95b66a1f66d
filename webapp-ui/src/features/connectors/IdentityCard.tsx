import type { ClientAccount, ConnectorDetail, Controller } from "@/api/connectors";
import { Facts } from "@/ui/Facts";
import { Mono, ToneIcon } from "@/ui/marks";
import { Nothing, Time } from "@/ui/Time";

/** Who speaks to whom: the controllers in the order of the configuration, the node of the stream, the account. */
export function IdentityCard({ connector }: { connector: ConnectorDetail }) {
  const { account, controllers, leader } = connector;
  const standing = connector.members.filter(({ leads }) => !leads).map(({ name }) => name);
  return (
    <section className="cl-card">
      <h2 className="cl-card__title">ISE</h2>
      {controllers.length === 0 ? (
        <p className="cl-muted">
          {connector.state === "UNKNOWN"
            ? "Not known while the connector does not answer."
            : "No controller is configured."}
        </p>
      ) : (
        <ul className="cl-controllers" aria-label="Controllers">
          {controllers.map((controller) => (
            <li key={controller.address}>
              <Mono>{controller.address}</Mono>
              <ControllerState controller={controller} />
            </li>
          ))}
        </ul>
      )}
      <Facts
        facts={[
          { term: "Stream from", value: <Mono>{connector.node}</Mono> },
          { term: "Client name", value: <Mono>{account?.nodeName}</Mono> },
          { term: "Account", value: account ? <AccountState account={account} /> : <Nothing /> },
          {
            term: "Signs in with",
            value: account ? account.kind === "PASSWORD" ? "a password" : "its certificate" : <Nothing />,
          },
          leader
            ? {
                term: "Held by",
                value: (
                  <>
                    <Mono>{leader.holder}</Mono> since <Time at={leader.since} />
                  </>
                ),
              }
            : undefined,
          standing.length > 0
            ? {
                term: standing.length > 1 ? "Stand by" : "Stands by",
                value: <Mono>{standing.join(", ")}</Mono>,
              }
            : undefined,
          account?.version ? { term: "pxGrid version", value: account.version } : undefined,
        ]}
      />
    </section>
  );
}

const CONTROLLERS = {
  IN_USE: { tone: "good", said: "in use" },
  STANDBY: { tone: "idle", said: "stands by" },
  FAILED: { tone: "bad", said: "failed" },
  UNTRIED: { tone: "idle", said: "not tried yet" },
} as const;

function ControllerState({ controller }: { controller: Controller }) {
  const { tone, said } = CONTROLLERS[controller.state] ?? { tone: "idle", said: controller.state };
  return (
    <span className="cl-tag">
      <ToneIcon tone={tone} /> {said}
    </span>
  );
}

const ACCOUNTS = {
  ENABLED: { tone: "good", said: "enabled" },
  PENDING: { tone: "warn", said: "waits for approval in ISE" },
  DISABLED: { tone: "bad", said: "disabled in ISE" },
} as const;

function AccountState({ account }: { account: ClientAccount }) {
  const { tone, said } = ACCOUNTS[account.state] ?? { tone: "idle", said: account.state };
  return (
    <span className="cl-tag">
      <ToneIcon tone={tone} /> {said}
    </span>
  );
}
