import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useState } from "react";
import { bytes } from "@/lib/bytes";
import { count } from "@/lib/format";
import { countsWords } from "@/ui/flows/flowWords";
import { cellKey, type Matrix, type Measure, measured } from "./matrix";

interface Props {
  matrix: Matrix;
  measure: Measure;
  /** The key of the open cell. */
  open?: string;
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/**
 * Who talks to whom by security group: clients down, servers across. A cell says its amount in digits and shows its
 * magnitude by its shade; one cell is in the order of tabs, the arrows go from cell to cell.
 */
export function MatrixGrid({ matrix, measure, open }: Props) {
  const { groups } = matrix;
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const [row, column] = [Math.min(at[0], groups.length - 1), Math.min(at[1], groups.length - 1)];
  function move(event: KeyboardEvent<HTMLTableSectionElement>) {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const next = [clamp(row + step[0], groups.length), clamp(column + step[1], groups.length)] as const;
    setAt(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-at="${next.join("-")}"]`)?.focus();
  }
  return (
    <div className="cl-scroll">
      <table className="cl-matrix" aria-label="Traffic from group to group">
        <thead>
          <tr>
            <td className="cl-matrix__corner">client ↓ · server →</td>
            {groups.map((server) => (
              <th key={server.name} scope="col" title={server.name}>
                <span>{server.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {groups.map((client, y) => (
            <tr key={client.name}>
              <th scope="row">{client.name}</th>
              {groups.map((server, x) => {
                const cell = matrix.cell(client, server);
                const key = cellKey(client.sgt, server.sgt);
                const focus = {
                  "data-at": `${y}-${x}`,
                  tabIndex: y === row && x === column ? 0 : -1,
                  onFocus: () => setAt([y, x]),
                };
                if (!cell)
                  return (
                    <td
                      key={key}
                      className="cl-matrix__cell"
                      aria-label={`${client.name} to ${server.name}: none`}
                      {...focus}
                    >
                      <span aria-hidden="true">·</span>
                    </td>
                  );
                const amount = measured(cell, measure);
                return (
                  <td key={key} className={`cl-matrix__cell cl-matrix__cell--${matrix.level(cell)}`}>
                    <Link
                      to="."
                      search={((now: Record<string, unknown>) => ({ ...now, cell: key })) as never}
                      resetScroll={false}
                      aria-current={open === key ? "true" : undefined}
                      aria-label={`${client.name} to ${server.name}: ${countsWords(cell.counts)}`}
                      {...focus}
                    >
                      {measure === "bytes" ? bytes(amount) : count(amount)}
                    </Link>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const clamp = (value: number, size: number) => Math.max(0, Math.min(size - 1, value));
