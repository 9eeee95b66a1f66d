import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon";
import CircleIcon from "@patternfly/react-icons/dist/esm/icons/circle-icon";
import DesktopIcon from "@patternfly/react-icons/dist/esm/icons/desktop-icon";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon";
import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon";
import InProgressIcon from "@patternfly/react-icons/dist/esm/icons/in-progress-icon";
import OffIcon from "@patternfly/react-icons/dist/esm/icons/off-icon";
import OutlinedCircleIcon from "@patternfly/react-icons/dist/esm/icons/outlined-circle-icon";
import UserIcon from "@patternfly/react-icons/dist/esm/icons/user-icon";
import type { ReactNode } from "react";
import { words } from "@/lib/format";
import type { Tone } from "./connectorWords";
import { Nothing } from "./Time";

const TONE_ICONS: Record<Tone, typeof CheckCircleIcon> = {
  good: CheckCircleIcon,
  busy: InProgressIcon,
  warn: ExclamationTriangleIcon,
  bad: ExclamationCircleIcon,
  idle: OffIcon,
};

export function ToneIcon({ tone }: { tone: Tone }) {
  const Icon = TONE_ICONS[tone];
  return <Icon className={`cl-tone cl-tone--${tone}`} aria-hidden="true" />;
}

/** A word with a dot whose shape and colour say the same as the word. */
export function Mark({ on, children }: { on: boolean; children: ReactNode }) {
  return (
    <span className={`cl-mark ${on ? "cl-mark--on" : ""}`}>
      {on ? <CircleIcon aria-hidden="true" /> : <OutlinedCircleIcon aria-hidden="true" />}
      <span>{children}</span>
    </span>
  );
}

export function SessionState({ state, live }: { state: string; live: boolean }) {
  return <Mark on={live}>{words(state)}</Mark>;
}

export function Online({ online }: { online: boolean }) {
  return <Mark on={online}>{online ? "Online" : "Offline"}</Mark>;
}

/** A security group by name with its number. */
export function Sgt({ name, number }: { name?: string; number?: number }) {
  if (!name && number === undefined) return <Nothing />;
  return (
    <span className="cl-sgt" title={number === undefined ? undefined : `SGT ${number}`}>
      <span className="cl-sgt__name">{name ?? "Unknown group"}</span>
      {number === undefined ? null : <span className="cl-sgt__number">{number}</span>}
    </span>
  );
}

export function Kind({ kind }: { kind: string }) {
  const Icon = kind === "MACHINE" ? DesktopIcon : UserIcon;
  return (
    <span className="cl-mark">
      <Icon aria-hidden="true" className="cl-muted" />
      <span>{words(kind)}</span>
    </span>
  );
}

export function Mono({ children }: { children: ReactNode }) {
  return children ? <span className="cl-mono">{children}</span> : <Nothing />;
}

export function Text({ children }: { children: ReactNode }) {
  return children ? children : <Nothing />;
}
