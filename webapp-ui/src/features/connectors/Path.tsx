import CheckIcon from "@patternfly/react-icons/dist/esm/icons/check-icon";
import InProgressIcon from "@patternfly/react-icons/dist/esm/icons/in-progress-icon";
import TimesIcon from "@patternfly/react-icons/dist/esm/icons/times-icon";
import type { ConnectorDetail } from "@/api/connectors";
import { progress, STEPS, type StepState } from "./steps";

const SAID: Record<StepState, string> = {
  done: "done",
  now: "under way",
  failed: "stuck here",
  ahead: "not reached",
};

/** How far the connection gets on its way to live. */
export function Path({ connector }: { connector: ConnectorDetail }) {
  const states = progress(connector);
  if (!states) return null;
  return (
    <ol className="cl-path" aria-label="How far the connection gets">
      {STEPS.map((step, index) => {
        const state = states[index] ?? "ahead";
        return (
          <li
            key={step.id}
            className={`cl-path__step cl-path__step--${state}`}
            title={`${step.name}: ${step.means}`}
            aria-current={state === "now" || state === "failed" ? "step" : undefined}
          >
            <span className="cl-path__mark" aria-hidden="true">
              {state === "done" ? <CheckIcon /> : null}
              {state === "now" ? <InProgressIcon /> : null}
              {state === "failed" ? <TimesIcon /> : null}
            </span>
            <span className="cl-path__name">{step.name}</span>
            <span className="cl-path__said">{SAID[state]}</span>
          </li>
        );
      })}
    </ol>
  );
}
