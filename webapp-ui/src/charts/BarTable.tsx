import type { ReactNode } from "react";
import { count } from "@/lib/format";
import "./charts.css";

export interface Bar {
  key: string;
  label: ReactNode;
  value: number;
}

interface Props {
  caption: string;
  /** Heads of the two columns. */
  heads: readonly [string, string];
  bars: readonly Bar[];
  /** What all bars are parts of, for the share in percent. */
  total: number;
}

/** Counts as bars; it is a table, so the picture and its numbers are one. */
export function BarTable({ caption, heads, bars, total }: Props) {
  const longest = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <table className="cl-bars">
      <caption className="pf-v6-screen-reader">{caption}</caption>
      <thead className="pf-v6-screen-reader">
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
          <th scope="col">Share</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.key}>
            <th scope="row">
              {bar.label}
              <span className="cl-bars__track" aria-hidden="true">
                <span className="cl-bars__fill" style={{ width: `${(100 * bar.value) / longest}%` }} />
              </span>
            </th>
            <td>{count(bar.value)}</td>
            <td className="cl-muted">{total > 0 ? `${Math.round((100 * bar.value) / total)} %` : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
