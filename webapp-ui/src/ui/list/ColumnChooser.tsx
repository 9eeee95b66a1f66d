import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle";
import { Select, SelectList, SelectOption } from "@patternfly/react-core/dist/esm/components/Select";
import ColumnsIcon from "@patternfly/react-icons/dist/esm/icons/columns-icon";
import { useState } from "react";
import type { Column } from "./columns";

interface Props<T> {
  columns: readonly Column<T>[];
  shown: readonly string[];
  onChange: (shown: string[]) => void;
}

export function ColumnChooser<T>({ columns, shown, onChange }: Props<T>) {
  const [open, setOpen] = useState(false);
  function toggle(id: string) {
    const next = columns.filter((column) => shown.includes(column.id) !== (column.id === id));
    if (next.length > 0) onChange(next.map((column) => column.id));
  }
  return (
    <Select
      role="menu"
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={(_, value) => toggle(String(value))}
      isScrollable
      popperProps={{ position: "right", appendTo: "inline" }}
      toggle={(ref) => (
        <MenuToggle
          ref={ref}
          isExpanded={open}
          onClick={() => setOpen(!open)}
          icon={<ColumnsIcon />}
          size="sm"
        >
          Columns
        </MenuToggle>
      )}
    >
      <SelectList>
        {columns.map((column) => (
          <SelectOption key={column.id} value={column.id} hasCheckbox isSelected={shown.includes(column.id)}>
            {column.header}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}

/** The columns to show: those that the URL names, else those last chosen in this browser, else the usual ones. */
export function shownColumns<T>(
  columns: readonly Column<T>[],
  named: string | undefined,
  stored: readonly string[],
): Column<T>[] {
  const wanted = named ? named.split(",") : stored;
  const shown = columns.filter((column) => wanted.includes(column.id));
  return shown.length > 0 ? shown : columns.filter((column) => !column.optional);
}
