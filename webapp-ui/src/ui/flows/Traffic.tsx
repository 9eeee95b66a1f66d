import { useQuery } from "@tanstack/react-query";
import { trafficQuery } from "@/api/flows";
import type { Search } from "@/lib/search";
import { ErrorNotice } from "../ErrorNotice";
import { PanelBones } from "../PanelBones";
import { FlowLink } from "./FlowLink";
import { countsWords } from "./flowWords";
import { TrafficTable } from "./TrafficTable";

const FEW = 5;
const MANY = 20;

interface Props {
  /** Of the device or the user, in the API. */
  path: string;
  /** What its flows are filtered by: `{ device: mac }` or `{ user: identity }`. */
  name: "Device" | "User";
  value: string;
  /** Only the largest few, for a drawer. */
  brief?: boolean;
}

/** The traffic of a device or user in the last 24 hours: what it asked for, and what was asked of it. */
export function Traffic({ path, name, value, brief = false }: Props) {
  const most = brief ? FEW : MANY;
  const query = useQuery(trafficQuery(path, { top: MANY }));
  const traffic = query.data;
  const asClient: Search = { [`client${name}`]: value };
  const asServer: Search = { [`server${name}`]: value };
  if (query.isPending) return <PanelBones lines={3} />;
  if (query.isError && !traffic)
    return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  if (!traffic) return null;
  const silent = traffic.asClient.conversations + traffic.asServer.conversations === 0;
  if (silent)
    return (
      <p className="cl-muted">
        No flow in the last 24 hours.{" "}
        <FlowLink to="/flows" search={{ [name.toLowerCase()]: value, last: "30d" }}>
          Look at the last 30 days
        </FlowLink>
      </p>
    );
  return (
    <>
      <p>
        <FlowLink to="/flows" search={{ [name.toLowerCase()]: value }}>
          All conversations of this {name.toLowerCase()}
        </FlowLink>{" "}
        <span className="cl-muted">in the last 24 hours</span>
      </p>
      <div className={brief ? undefined : "cl-grid cl-grid--two"}>
        <section aria-label="As client">
          <p className="cl-traffic__title">Asked others</p>
          <p className="cl-muted">{countsWords(traffic.asClient)}</p>
          <TrafficTable
            caption="Servers that it asked"
            head="Server"
            groups={traffic.servers}
            of="server"
            search={asClient}
            most={most}
            nothing="It asked nobody."
          />
          <TrafficTable
            caption="Services that it used"
            head="Service used"
            groups={traffic.servicesUsed}
            of="service"
            search={asClient}
            most={most}
            nothing=""
          />
        </section>
        <section aria-label="As server">
          <p className="cl-traffic__title">Was asked</p>
          <p className="cl-muted">{countsWords(traffic.asServer)}</p>
          <TrafficTable
            caption="Clients that asked it"
            head="Client"
            groups={traffic.clients}
            of="client"
            search={asServer}
            most={most}
            nothing="Nobody asked it."
          />
          <TrafficTable
            caption="Services that it offered"
            head="Service offered"
            groups={traffic.servicesOffered}
            of="service"
            search={asServer}
            most={most}
            nothing=""
          />
        </section>
      </div>
    </>
  );
}
