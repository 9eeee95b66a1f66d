import { useQuery } from "@tanstack/react-query";
import type { Params } from "@/api/client";
import { groupsQuery, type TrafficGroup } from "@/api/flows";
import type { Search } from "@/lib/search";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { FlowLink } from "@/ui/flows/FlowLink";
import { flowParams } from "@/ui/flows/flowSearch";
import type { FlowWindow } from "@/ui/flows/flowWindow";
import { countsWords } from "@/ui/flows/flowWords";
import { TrafficTable } from "@/ui/flows/TrafficTable";
import { PanelBones } from "@/ui/PanelBones";
import { SidePanel } from "@/ui/SidePanel";
import { pairSearch, sgtName } from "./GroupTable";

interface Props {
  cell: string;
  pair: TrafficGroup | undefined;
  search: Search;
  window: FlowWindow;
  onClose: () => void;
}

/** What one group asks of another. */
export function PairDrawer({ cell, pair, search, window, onClose }: Props) {
  const [client, server] = cell.split("-").map((text) => (/^\d+$/.test(text) ? Number(text) : undefined));
  const both: Search = { ...search, ...pairSearch(client, server) };
  const { sort: _, ...params }: Params = flowParams(both, window);
  const services = useQuery(groupsQuery("service", { ...params, top: 20 }));
  const title = `${sgtName(client, pair?.clientSgtName)} → ${sgtName(server, pair?.serverSgtName)}`;
  return (
    <SidePanel title={title} subject={cell} onClose={onClose}>
      <p className="cl-panel__lead">{pair ? countsWords(pair.counts) : "No traffic in this time."}</p>
      <p>
        <FlowLink to="/flows" search={both}>
          The conversations of this pair
        </FlowLink>
      </p>
      <h3>Services</h3>
      {services.isPending ? <PanelBones lines={3} /> : null}
      {services.isError ? <ErrorNotice error={services.error} retry={() => void services.refetch()} /> : null}
      {services.data ? (
        <TrafficTable
          caption="Services of this pair"
          head="Service"
          groups={services.data}
          of="service"
          search={both}
          nothing="None"
        />
      ) : null}
    </SidePanel>
  );
}
