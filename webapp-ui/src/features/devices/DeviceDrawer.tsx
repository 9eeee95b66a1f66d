import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { deviceQuery } from "@/api/queries";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Traffic } from "@/ui/flows/Traffic";
import { PanelBones } from "@/ui/PanelBones";
import { SidePanel } from "@/ui/SidePanel";
import { DeviceAnc } from "./DeviceAnc";
import { DeviceFacts } from "./DeviceFacts";
import { DeviceFailures } from "./DeviceFailures";

export function DeviceDrawer({ mac, onClose }: { mac: string; onClose: () => void }) {
  const query = useQuery(deviceQuery(mac));
  return (
    <SidePanel title={query.data?.mac ?? mac} subject={mac} mono onClose={onClose}>
      {query.isPending ? <PanelBones /> : null}
      {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data ? (
        <>
          <DeviceFacts device={query.data} />
          <h3>Traffic</h3>
          <Traffic
            path={`/devices/${encodeURIComponent(query.data.mac)}`}
            name="Device"
            value={query.data.mac}
            brief
          />
          <h3>RADIUS failures</h3>
          <DeviceFailures mac={query.data.mac} brief />
          <h3>Adaptive Network Control</h3>
          <DeviceAnc mac={query.data.mac} brief />
          <p className="cl-panel__more">
            <Link to="/devices/$mac" params={{ mac: query.data.mac }}>
              Everything seen of this device
            </Link>
          </p>
        </>
      ) : null}
    </SidePanel>
  );
}
