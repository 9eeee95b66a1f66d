import LongArrowAltDownIcon from "@patternfly/react-icons/dist/esm/icons/long-arrow-alt-down-icon";
import LongArrowAltUpIcon from "@patternfly/react-icons/dist/esm/icons/long-arrow-alt-up-icon";
import type { Column } from "./columns";

interface Props<T> {
  column: Column<T>;
  sort?: string;
  onSort?: (column: string) => void;
}

export function HeaderCell<T>({ column, sort, onSort }: Props<T>) {
  const ascending = sort === column.id;
  const descending = sort === `-${column.id}`;
  const align = column.align === "end" ? "cl-end" : undefined;
  if (!column.sortable || !onSort)
    return (
      <th scope="col" className={align}>
        {column.header}
      </th>
    );
  return (
    <th
      scope="col"
      className={align}
      aria-sort={ascending ? "ascending" : descending ? "descending" : undefined}
    >
      <button type="button" className="cl-sort" onClick={() => onSort(column.id)}>
        {column.header}
        {ascending ? <LongArrowAltUpIcon aria-hidden="true" /> : null}
        {descending ? <LongArrowAltDownIcon aria-hidden="true" /> : null}
      </button>
    </th>
  );
}
