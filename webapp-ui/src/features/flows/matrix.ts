import type { TrafficGroup, TrafficGroups } from "@/api/flows";
import { sgtName } from "./GroupTable";

export type Measure = "bytes" | "conversations";

export interface MatrixGroup {
  /** Absent for traffic that carries no group. */
  sgt?: number;
  name: string;
}

export interface Matrix {
  groups: MatrixGroup[];
  /** Groups that have traffic, those not shown included. */
  all: number;
  cell: (client: MatrixGroup, server: MatrixGroup) => TrafficGroup | undefined;
  /** 0 for nothing, 1 to 5 by magnitude; 5 is the largest. */
  level: (cell: TrafficGroup) => number;
}

const LEVELS = 5;

export const cellKey = (client: number | undefined, server: number | undefined) =>
  `${client ?? "none"}-${server ?? "none"}`;

export const measured = (of: TrafficGroup, measure: Measure) =>
  measure === "bytes" ? of.counts.requestBytes + of.counts.replyBytes : of.counts.conversations;

/** Traffic by pairs of groups as a square of the groups with most of it, in the order of their numbers. */
export function matrixOf({ items }: TrafficGroups, measure: Measure, most: number): Matrix {
  const groups = new Map<number | undefined, MatrixGroup & { weight: number }>();
  const cells = new Map<string, TrafficGroup>();
  for (const item of items) {
    cells.set(cellKey(item.clientSgt, item.serverSgt), item);
    for (const [sgt, name] of [
      [item.clientSgt, item.clientSgtName],
      [item.serverSgt, item.serverSgtName],
    ] as const) {
      const group = groups.get(sgt) ?? { sgt, name: sgtName(sgt, name), weight: 0 };
      group.weight += measured(item, measure);
      groups.set(sgt, group);
    }
  }
  const shown = [...groups.values()]
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most)
    .sort((a, b) => (a.sgt ?? Number.POSITIVE_INFINITY) - (b.sgt ?? Number.POSITIVE_INFINITY));
  const largest = Math.max(1, ...items.map((item) => measured(item, measure)));
  return {
    groups: shown,
    all: groups.size,
    cell: (client, server) => cells.get(cellKey(client.sgt, server.sgt)),
    level: (cell) => level(measured(cell, measure), largest),
  };
}

/** Each level is a tenth of the next one: traffic between groups differs by magnitudes. */
function level(value: number, largest: number): number {
  if (value <= 0) return 0;
  return Math.max(1, LEVELS - Math.floor(Math.log10(largest / value)));
}
