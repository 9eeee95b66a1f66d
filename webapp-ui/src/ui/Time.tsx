import { duration, localDateTime, localTime, relative, useNow, utcTime } from "@/lib/time";

interface Props {
  at: string | undefined;
  /** `clock`: local time; `ago`: how long ago; `full`: local date and time with UTC beside it. */
  as?: "clock" | "ago" | "full";
}

/** A moment in local time; the tooltip says it in UTC. */
export function Time({ at, as = "clock" }: Props) {
  if (!at) return <Nothing />;
  if (as === "ago") return <Ago at={at} />;
  if (as === "full")
    return (
      <time dateTime={at} className="cl-time">
        {localDateTime(at)}
        <span className="cl-time__utc">{utcTime(at)}</span>
      </time>
    );
  return (
    <time dateTime={at} title={utcTime(at)} className="cl-time">
      {localTime(at)}
    </time>
  );
}

function Ago({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={`${localDateTime(at)} (${utcTime(at)})`} className="cl-time">
      {relative(at, now)}
    </time>
  );
}

/** How long something lasted, or has lasted until now. */
export function Lasted({ from, to }: { from: string; to?: string }) {
  const now = useNow();
  const end = to ? Date.parse(to) : now;
  return <span className="cl-time">{duration(Math.floor((end - Date.parse(from)) / 1000) * 1000)}</span>;
}

/** Stands where there is no value, for eyes and for screen readers. */
export function Nothing({ reason = "not known" }: { reason?: string }) {
  return (
    <span className="cl-muted">
      <span aria-hidden="true">–</span>
      <span className="pf-v6-screen-reader">{reason}</span>
    </span>
  );
}
