import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { listQuery } from "@/api/queries";
import type { Device } from "@/api/types";
import { count } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Online } from "@/ui/marks";
import { PanelBones } from "@/ui/PanelBones";
import { Time } from "@/ui/Time";

/** The devices that a user was seen on. */
export function UserDevices({ id }: { id: string }) {
  const query = useInfiniteQuery(
    useMemo(() => listQuery<Device>(`/users/${encodeURIComponent(id)}/devices`, {}), [id]),
  );
  const devices = query.data?.pages.flatMap((page) => page.items) ?? [];
  if (query.isPending) return <PanelBones lines={2} />;
  if (query.isError && devices.length === 0)
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  if (devices.length === 0) return <p className="cl-muted">No device is known for this user.</p>;
  return (
    <>
      <table className="cl-plain">
        <thead>
          <tr>
            <th scope="col">MAC address</th>
            <th scope="col">State</th>
            <th scope="col">Profile</th>
            <th scope="col">Last seen</th>
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={device.mac}>
              <td>
                <Link to="/devices/$mac" params={{ mac: device.mac }} className="cl-mono">
                  {device.mac}
                </Link>
              </td>
              <td>
                <Online online={device.online} />
              </td>
              <td>{device.profile}</td>
              <td>
                <Time at={device.lastSeen} as="ago" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {query.hasNextPage ? (
        <button type="button" className="cl-link" onClick={() => void query.fetchNextPage()}>
          Show more than {count(devices.length)}
        </button>
      ) : null}
    </>
  );
}
