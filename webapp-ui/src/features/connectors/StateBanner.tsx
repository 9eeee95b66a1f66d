import type { ConnectorDetail } from "@/api/connectors";
import { duration, localTime, relative, useNow } from "@/lib/time";
import { speak } from "@/ui/connectorWords";
import { ToneIcon } from "@/ui/marks";

const SECOND = 1000;

const STATES: Record<ConnectorDetail["state"], string> = {
  DISABLED: "Not configured",
  STOPPED: "Stopped",
  ACTIVATING: "Activating the account",
  PENDING: "Waiting for approval in ISE",
  LOOKUP: "Looking up services",
  CONNECTING: "Connecting",
  SYNCING: "Downloading",
  LIVE: "Live",
  DEGRADED: "Degraded: connected without sessions",
  WAITING: "Not connected",
  STANDBY: "Standing by",
  UNKNOWN: "Unknown",
};

/** The state in a few words, since when, why, and when there will be another attempt. */
export function StateBanner({ connector }: { connector: ConnectorDetail }) {
  const now = useNow();
  const { tone, more } = speak(connector, now);
  const state = STATES[connector.state];
  return (
    <section className={`cl-state cl-state--${tone}`} aria-label="State">
      <span className="cl-state__icon">
        <ToneIcon tone={tone} />
      </span>
      <div className="cl-state__words">
        <p className="cl-state__name" role="status">
          {state}
        </p>
        <p>{connector.why ?? sentence(more)}</p>
        {connector.staleSince ? (
          <p>
            <strong>Data is as of {localTime(connector.staleSince, now)}</strong>,{" "}
            {relative(connector.staleSince, now)}: what happened since then is not known yet.
          </p>
        ) : null}
      </div>
      <dl className="cl-state__facts">
        <div>
          <dt>In this state</dt>
          <dd>
            {duration(whole(now - Date.parse(connector.since)))}
            <span className="cl-muted"> since {localTime(connector.since, now)}</span>
          </dd>
        </div>
        {connector.nextAttemptAt && connector.state !== "LIVE" ? (
          <div>
            <dt>Next attempt</dt>
            <dd>{countdown(connector.nextAttemptAt, now)}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}

function countdown(at: string, now: number): string {
  const left = Date.parse(at) - now;
  return left < SECOND ? "now" : `in ${duration(Math.ceil(left / SECOND) * SECOND)}`;
}

function whole(millis: number): number {
  return Math.max(0, Math.floor(millis / SECOND) * SECOND);
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
