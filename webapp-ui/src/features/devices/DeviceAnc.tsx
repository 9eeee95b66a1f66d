import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listQuery } from "@/api/queries";
import type { AncOperation } from "@/api/topics";
import { count } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Mono, Text } from "@/ui/marks";
import { PanelBones } from "@/ui/PanelBones";
import { Time } from "@/ui/Time";

const FEW = 5;

interface Props {
  mac: string;
  /** Only the newest few, without where. */
  brief?: boolean;
}

/** What Adaptive Network Control did to a device, the newest first. */
export function DeviceAnc({ mac, brief = false }: Props) {
  const query = useInfiniteQuery(
    useMemo(() => listQuery<AncOperation>(`/devices/${encodeURIComponent(mac)}/anc`, {}), [mac]),
  );
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const operations = brief ? all.slice(0, FEW) : all;
  if (query.isPending) return <PanelBones lines={2} />;
  if (query.isError && all.length === 0)
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  if (all.length === 0)
    return <p className="cl-muted">Adaptive Network Control did nothing to this device.</p>;
  return (
    <>
      <table className="cl-plain" aria-label="Adaptive Network Control">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">What</th>
            <th scope="col">Outcome</th>
            {brief ? null : <th scope="col">Switch</th>}
          </tr>
        </thead>
        <tbody>
          {operations.map((operation) => (
            <tr key={operation.id}>
              <td className="cl-nowrap">
                <Time at={operation.at} />
              </td>
              <td>
                <Text>{operation.policy ? `${operation.policy} applied` : "Policy taken off"}</Text>
              </td>
              <td>
                <Text>{outcome(operation)}</Text>
              </td>
              {brief ? null : (
                <td>
                  <Mono>{operation.nasIp}</Mono>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {brief && total > operations.length ? (
        <p className="cl-muted">
          The newest {FEW} of {count(total)}
        </p>
      ) : null}
      {!brief && query.hasNextPage ? (
        <button type="button" className="cl-link" onClick={() => void query.fetchNextPage()}>
          Show more than {count(all.length)} of {count(total)}
        </button>
      ) : null}
    </>
  );
}

function outcome({ status, failureReason }: AncOperation): string {
  if (status === "SUCCESS") return "done";
  if (status === "RUNNING") return "under way";
  if (status === "FAILURE") return failureReason ? `failed: ${failureReason}` : "failed";
  return status;
}
