import type { ReactNode } from "react";

/** A column of a list. Its id is the API's column name, for sorting and in the URL. */
export interface Column<T> {
  id: string;
  header: string;
  /** Pixels; what is left over is shared out in proportion. */
  width: number;
  cell: (row: T) => ReactNode;
  sortable?: boolean;
  /** Not shown until chosen. */
  optional?: boolean;
  align?: "end";
}
