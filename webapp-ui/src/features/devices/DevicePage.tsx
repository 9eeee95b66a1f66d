import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { deviceQuery } from "@/api/queries";
import { Crumbs } from "@/ui/Crumbs";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Traffic } from "@/ui/flows/Traffic";
import { Mono, Online } from "@/ui/marks";
import { PageHead } from "@/ui/PageHead";
import { PanelBones } from "@/ui/PanelBones";
import { SessionHistory } from "@/ui/SessionHistory";
import { Sightings } from "@/ui/Sightings";
import { DeviceAnc } from "./DeviceAnc";
import { DeviceFacts } from "./DeviceFacts";
import { DeviceFailures } from "./DeviceFailures";

/** All that was ever seen of one device. */
export function DevicePage() {
  const { mac = "" } = useParams({ strict: false });
  const query = useQuery(deviceQuery(mac));
  const device = query.data;
  return (
    <div className="cl-page">
      <Crumbs parent="Devices" to="/devices" here={device?.mac ?? mac} />
      <PageHead title={device?.mac ?? mac} mono>
        {device ? <Online online={device.online} /> : null}
      </PageHead>
      {query.isPending ? <PanelBones /> : null}
      {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {device ? (
        <>
          <div className="cl-device">
            <section className="cl-card">
              <h2 className="cl-card__title">Now</h2>
              <DeviceFacts device={device} />
            </section>
            <div className="cl-device__seen">
              <Sightings title="Addresses" sightings={device.addresses} say={(ip) => <Mono>{ip}</Mono>} />
              <Sightings title="Places" sightings={device.places} />
              <Sightings title="Users" sightings={device.users} />
              <Sightings title="Security groups" sightings={device.sgts} />
              <Sightings title="Profiles" sightings={device.profiles} />
            </div>
          </div>
          <section className="cl-card">
            <h2 className="cl-card__title">Traffic</h2>
            <Traffic path={`/devices/${encodeURIComponent(device.mac)}`} name="Device" value={device.mac} />
          </section>
          <section className="cl-card">
            <h2 className="cl-card__title">RADIUS failures</h2>
            <DeviceFailures mac={device.mac} />
          </section>
          <section className="cl-card">
            <h2 className="cl-card__title">Adaptive Network Control</h2>
            <DeviceAnc mac={device.mac} />
          </section>
          <SessionHistory path={`/devices/${encodeURIComponent(device.mac)}/sessions`} withDevice={false} />
        </>
      ) : null}
    </div>
  );
}
