import { useMemo, useState } from "react";
import { first, type Search } from "@/lib/search";
import { serverNow } from "@/lib/time";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Windows that end now, as the URL names them. */
export const LASTS: readonly { id: string; label: string; millis: number }[] = [
  { id: "1h", label: "Last hour", millis: HOUR },
  { id: "6h", label: "Last 6 hours", millis: 6 * HOUR },
  { id: "24h", label: "Last 24 hours", millis: 24 * HOUR },
  { id: "7d", label: "Last 7 days", millis: 168 * HOUR },
  { id: "30d", label: "Last 30 days", millis: 720 * HOUR },
  { id: "365d", label: "Last year", millis: 8_760 * HOUR },
];
export const USUAL_LAST = "24h";

export interface FlowWindow {
  /** ISO 8601. */
  from: string;
  to: string;
  /** Which of {@link LASTS} it is, if it does not have times of its own. */
  last?: string;
}

/** The window that a URL says: `last=7d`, or `from` and `to`; the last 24 hours if it says nothing. */
export function windowOf(search: Search, now: number): FlowWindow {
  const [from, to] = [first(search.from), first(search.to)];
  if (from && to) return { from, to };
  const last =
    LASTS.find((one) => one.id === first(search.last)) ?? LASTS.find((one) => one.id === USUAL_LAST);
  if (!last) throw new Error("no usual window");
  return {
    from: new Date(now - last.millis).toISOString(),
    to: new Date(now).toISOString(),
    last: last.id,
  };
}

/** The window of a page, which stands still until it is asked to move on. */
export function useFlowWindow(search: Search): { window: FlowWindow; renew: () => void } {
  const [now, setNow] = useState(second);
  const [from, to, last] = [first(search.from), first(search.to), first(search.last)];
  const window = useMemo(() => windowOf({ from, to, last }, now), [from, to, last, now]);
  return { window, renew: () => setNow(second()) };
}

const second = () => Math.floor(serverNow() / 1000) * 1000;
