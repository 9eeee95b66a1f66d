import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { listQuery } from "@/api/queries";
import type { RadiusFailure } from "@/api/topics";
import { count } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Mono, Text } from "@/ui/marks";
import { PanelBones } from "@/ui/PanelBones";
import { Time } from "@/ui/Time";

const FEW = 5;

interface Props {
  mac: string;
  /** Only the newest few, without where they happened. */
  brief?: boolean;
}

/** Why a device did not get in, the newest failure first. */
export function DeviceFailures({ mac, brief = false }: Props) {
  const query = useInfiniteQuery(
    useMemo(() => listQuery<RadiusFailure>(`/devices/${encodeURIComponent(mac)}/failures`, {}), [mac]),
  );
  const all = query.data?.pages.flatMap((page) => page.items) ?? [];
  const total = query.data?.pages[0]?.total ?? 0;
  const failures = brief ? all.slice(0, FEW) : all;
  if (query.isPending) return <PanelBones lines={2} />;
  if (query.isError && all.length === 0)
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  if (all.length === 0)
    return <p className="cl-muted">ISE reported no failed authentication of this device.</p>;
  return (
    <>
      <table className="cl-plain" aria-label="RADIUS failures">
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Why</th>
            {brief ? null : (
              <>
                <th scope="col">User</th>
                <th scope="col">Switch</th>
                <th scope="col">Port</th>
                <th scope="col">How</th>
                <th scope="col">Identity store</th>
                <th scope="col">Policy set and rule</th>
                <th scope="col">ISE node</th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {failures.map((failure) => (
            <tr key={failure.id}>
              <td className="cl-nowrap">
                <Time at={failure.at} />
              </td>
              <td>
                <Text>{failure.reason ?? failure.messageCode}</Text>
                {brief ? <How failure={failure} /> : null}
              </td>
              {brief ? null : (
                <>
                  <td>
                    <Text>{failure.userName}</Text>
                  </td>
                  <td>
                    <Mono>{failure.nasIp}</Mono>
                  </td>
                  <td>
                    <Text>{failure.nasPort}</Text>
                  </td>
                  <td>
                    <Text>{joined(", ", failure.authenticationMethod, failure.authenticationProtocol)}</Text>
                  </td>
                  <td>
                    <Text>{failure.identityStore}</Text>
                  </td>
                  <td>
                    <Text>{joined(" › ", failure.policySet, failure.authorizationRule)}</Text>
                  </td>
                  <td>
                    <Text>{failure.server}</Text>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {brief && total > failures.length ? (
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

/** How it tried to get in and by which rule it was judged, in one line. */
function How({ failure }: { failure: RadiusFailure }) {
  const how = joined(
    " · ",
    joined(", ", failure.authenticationMethod, failure.authenticationProtocol),
    failure.identityStore,
    joined(" › ", failure.policySet, failure.authorizationRule),
    joined(" ", failure.networkDevice, failure.nasPort),
  );
  return how ? <div className="cl-muted">{how}</div> : null;
}

function joined(by: string, ...parts: (string | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(by) || undefined;
}
