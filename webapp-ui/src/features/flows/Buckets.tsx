import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { apiUrl, type Params } from "@/api/client";
import { CONVERSATIONS, type FlowBucket } from "@/api/flows";
import { listQuery } from "@/api/queries";
import { bytes } from "@/lib/bytes";
import { count } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Answered, Marks } from "@/ui/flows/flowParts";
import { Text } from "@/ui/marks";
import { PanelBones } from "@/ui/PanelBones";
import { Time } from "@/ui/Time";

/** The buckets of time that a conversation is counted from, the newest first. */
export function Buckets({ id, params }: { id: string; params: Params }) {
  const path = `${CONVERSATIONS}/${encodeURIComponent(id)}/buckets`;
  const query = useInfiniteQuery(useMemo(() => listQuery<FlowBucket>(path, params), [path, params]));
  const buckets = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  if (query.isPending) return <PanelBones lines={3} />;
  if (query.isError && buckets.length === 0)
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  return (
    <>
      <div className="cl-scroll" tabIndex={0} role="region" aria-label="Buckets, scrollable">
        <table className="cl-plain cl-buckets" aria-label="Buckets">
          <thead>
            <tr>
              <th scope="col">Bucket</th>
              <th scope="col" className="cl-end">
                Conversations
              </th>
              <th scope="col" className="cl-end">
                Answered
              </th>
              <th scope="col" className="cl-end">
                Asked
              </th>
              <th scope="col" className="cl-end">
                Replied
              </th>
              <th scope="col">Exporter</th>
              <th scope="col">Marks</th>
            </tr>
          </thead>
          <tbody>
            {buckets.map((bucket) => (
              <tr key={bucket.id}>
                <td className="cl-nowrap">
                  <Time at={bucket.at} />
                </td>
                <td className="cl-end">{count(bucket.conversations)}</td>
                <td className="cl-end cl-nowrap">
                  <Answered row={bucket} />
                </td>
                <td className="cl-end cl-nowrap">{bytes(bucket.requestBytes)}</td>
                <td className="cl-end cl-nowrap">{bytes(bucket.replyBytes)}</td>
                <td>
                  <Text>{bucket.exporter}</Text>
                </td>
                <td>
                  <Marks marks={bucket.marks} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="cl-muted">
        {query.hasNextPage ? (
          <button type="button" className="cl-link" onClick={() => void query.fetchNextPage()}>
            Show more than {count(buckets.length)} of {count(total)}
          </button>
        ) : (
          `All ${count(buckets.length)} are shown`
        )}{" "}
        · <a href={apiUrl(path, { ...params, format: "csv" })}>Buckets as CSV</a>
      </p>
    </>
  );
}
