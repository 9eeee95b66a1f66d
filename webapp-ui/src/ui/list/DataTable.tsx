import { type ColumnDef, flexRender, getCoreRowModel, useReactTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef } from "react";
import type { Column } from "./columns";
import { HeaderCell } from "./HeaderCell";

export const ROW_HEIGHT = 36;
const SKELETON_ROWS = Array.from({ length: 14 }, (_, index) => index);

interface Props<T> {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  total: number;
  rowKey: (row: T) => string;
  isLoading: boolean;
  sort?: string;
  onSort?: (column: string) => void;
  selected?: string;
  onOpen?: (key: string) => void;
  onNearEnd?: () => void;
  /** Rows whose look changed just now. */
  fresh?: ReadonlySet<string>;
  /** Filled with the keys of the rows in view. */
  inView?: RefObject<string[]>;
}

/** A table that draws only the rows in view and asks for more near its end. */
export function DataTable<T>(props: Props<T>) {
  const { columns, rows, rowKey, onNearEnd, inView } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const definitions = useMemo<ColumnDef<T>[]>(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.header,
        size: column.width,
        cell: ({ row }) => column.cell(row.original),
      })),
    [columns],
  );
  const table = useReactTable({
    data: rows as T[],
    columns: definitions,
    getCoreRowModel: getCoreRowModel(),
    getRowId: rowKey,
    manualSorting: true,
  });
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const lastIndex = items.at(-1)?.index ?? -1;

  useEffect(() => {
    if (lastIndex >= 0 && lastIndex >= rows.length - 25) onNearEnd?.();
  }, [lastIndex, rows.length, onNearEnd]);

  const keys = items.map((item) => rows[item.index]).filter((row) => row !== undefined);
  useEffect(() => {
    if (inView) inView.current = keys.map(rowKey);
  });

  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const tableRows = table.getRowModel().rows;
  return (
    <div
      className="cl-table"
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label={`${props.label}, scrollable`}
    >
      <table
        aria-label={props.label}
        aria-rowcount={props.isLoading ? -1 : props.total + 1}
        aria-busy={props.isLoading}
        style={{ minWidth: width }}
      >
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={props.sort} onSort={props.onSort} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveByArrows}>
          {props.isLoading ? <SkeletonRows columns={columns.length} /> : null}
          <Spacer height={before} columns={columns.length} />
          {items.map((item) => {
            const row = tableRows[item.index];
            if (!row) return null;
            const isSelected = row.id === props.selected;
            return (
              <tr
                key={row.id}
                aria-rowindex={item.index + 2}
                aria-selected={props.onOpen ? isSelected : undefined}
                data-row={row.id}
                className={rowClass(
                  isSelected,
                  props.fresh?.has(row.id) ?? false,
                  props.onOpen !== undefined,
                )}
                onClick={(event) => {
                  if (props.onOpen && !(event.target as Element).closest("a, button")) props.onOpen(row.id);
                }}
              >
                {row.getVisibleCells().map((cell, index) => (
                  <td key={cell.id} className={columns[index]?.align === "end" ? "cl-end" : undefined}>
                    {flexRender(cell.column.columnDef.cell, cell.getContext())}
                  </td>
                ))}
              </tr>
            );
          })}
          <Spacer height={after} columns={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

function rowClass(selected: boolean, fresh: boolean, opens: boolean): string {
  return [
    selected ? "cl-row--selected" : "",
    fresh ? "cl-row--fresh" : "",
    opens ? "cl-row--opens" : "",
  ].join(" ");
}

function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className="cl-spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

function SkeletonRows({ columns }: { columns: number }) {
  return SKELETON_ROWS.map((index) => (
    <tr key={index}>
      {Array.from({ length: columns }, (_, column) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeleton cells have no identity
        <td key={column}>
          <span className="cl-bone" />
        </td>
      ))}
    </tr>
  ));
}

/** Up and Down go from row to row while the focus is on a row's link. */
function moveByArrows(event: KeyboardEvent<HTMLTableSectionElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const row = (event.target as Element).closest("tr");
  const next = event.key === "ArrowDown" ? row?.nextElementSibling : row?.previousElementSibling;
  const link = next?.querySelector<HTMLElement>("a, button");
  if (!link) return;
  event.preventDefault();
  link.focus();
}
