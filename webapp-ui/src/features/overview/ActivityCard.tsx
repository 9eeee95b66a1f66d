import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { activityQuery } from "@/api/queries";
import type { Activity } from "@/api/types";
import { count } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Time } from "@/ui/Time";

const TimeChart = lazy(() => import("@/charts/TimeChart").then((module) => ({ default: module.TimeChart })));
const MINUTES = 60;
const HEIGHT = 300;

/** Sessions started and ended over the last hour, as a picture or as the table of the same numbers. */
export function ActivityCard() {
  const [asTable, setAsTable] = useState(false);
  const query = useQuery(activityQuery(MINUTES));
  return (
    <section className="cl-card">
      <header className="cl-card__head">
        <h2 className="cl-card__title">Sessions in the last {MINUTES} minutes</h2>
        <ul className="cl-legend" aria-hidden="true">
          <li className="cl-legend__started">Started</li>
          <li className="cl-legend__ended">Ended</li>
        </ul>
        <button type="button" className="cl-link" onClick={() => setAsTable(!asTable)}>
          {asTable ? "Show as chart" : "Show as table"}
        </button>
      </header>
      {query.isError && !query.data ? (
        <ErrorNotice error={query.error} retry={() => void query.refetch()} />
      ) : query.data && asTable ? (
        <ActivityTable activity={query.data} />
      ) : (
        <Suspense fallback={<div style={{ height: HEIGHT }} />}>
          {query.data ? <Picture activity={query.data} /> : <div style={{ height: HEIGHT }} />}
        </Suspense>
      )}
    </section>
  );
}

function Picture({ activity }: { activity: Activity }) {
  const { times, series, label } = useMemo(() => {
    const started = activity.buckets.map((bucket) => bucket.started);
    const ended = activity.buckets.map((bucket) => bucket.ended);
    const sum = (numbers: number[]) => count(numbers.reduce((a, b) => a + b, 0));
    return {
      times: activity.buckets.map((bucket) => Date.parse(bucket.at) / 1000),
      series: [
        { label: "Started", colour: "--cl-series-1", values: started },
        { label: "Ended", colour: "--cl-series-2", values: ended, dash: [5, 4] },
      ],
      label: `Line chart: ${sum(started)} sessions started and ${sum(ended)} ended in the last ${MINUTES} minutes. The numbers are in the table.`,
    };
  }, [activity]);
  return <TimeChart times={times} series={series} label={label} height={HEIGHT} />;
}

function ActivityTable({ activity }: { activity: Activity }) {
  const newestFirst = [...activity.buckets].reverse();
  return (
    <div
      className="cl-scroll"
      style={{ maxHeight: HEIGHT }}
      tabIndex={0}
      role="region"
      aria-label="Sessions by minute"
    >
      <table className="cl-plain">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col" className="cl-end">
              Started
            </th>
            <th scope="col" className="cl-end">
              Ended
            </th>
          </tr>
        </thead>
        <tbody>
          {newestFirst.map((bucket) => (
            <tr key={bucket.at}>
              <td>
                <Time at={bucket.at} />
              </td>
              <td className="cl-end">{count(bucket.started)}</td>
              <td className="cl-end">{count(bucket.ended)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
