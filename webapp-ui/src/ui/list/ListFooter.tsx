import { describeError } from "@/api/problem";
import { count } from "@/lib/format";
import type { useListRows } from "./useListRows";

interface Props {
  list:
    | ReturnType<typeof useListRows<never>>
    | Pick<ReturnType<typeof useListRows>, "rows" | "total" | "query">;
  nouns: readonly [string, string];
}

/** Says how much of the list is on this page, and why not more. */
export function ListFooter({ list, nouns }: Props) {
  const { rows, total = 0, query } = list;
  if (query.isPending) return <p className="cl-list__foot" role="status">{`Loading ${nouns[1]}…`}</p>;
  if (query.isFetchNextPageError)
    return (
      <p className="cl-list__foot" role="alert">
        The next rows did not come: {describeError(query.error).title}.{" "}
        <button type="button" className="cl-link" onClick={() => void query.fetchNextPage()}>
          Try again
        </button>
      </p>
    );
  if (query.hasNextPage)
    return (
      <p className="cl-list__foot">
        {query.isFetchingNextPage
          ? `Loading more than ${count(rows.length)}…`
          : `The first ${count(rows.length)} of ${count(total)} are loaded; scroll for more`}
      </p>
    );
  return (
    <p className="cl-list__foot">
      {rows.length === 1 ? `The only ${nouns[0]}` : `All ${count(rows.length)} ${nouns[1]} are loaded`}
    </p>
  );
}
