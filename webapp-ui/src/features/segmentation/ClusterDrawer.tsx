import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { clusterQuery } from "@/api/segmentation";
import { count } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import { RowPanel } from "@/ui/RowPanel";
import { Nothing } from "@/ui/Time";
import { ClusterDecisions } from "./ClusterDecisions";
import { TraitList } from "./TraitList";

/** A cluster in short, and what can be decided about it. */
export function ClusterDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(clusterQuery(id));
  const detail = query.data;
  return (
    <RowPanel title={detail?.cluster.name ?? `Cluster ${id}`} subject={id} query={query} onClose={onClose}>
      {detail ? (
        <>
          <p>
            <Link to="/segmentation/$id" params={{ id }}>
              Members, traffic and the whole story
            </Link>
          </p>
          <ClusterDecisions key={id} detail={detail} />
          <Facts
            facts={[
              { term: "Members", value: count(detail.cluster.members) },
              { term: "Confidence", value: `${detail.cluster.confidence} %, the mean of its members` },
              { term: "To review", value: count(detail.cluster.review) },
              { term: "Most like it", value: detail.cluster.nearestName ?? <Nothing reason="no other" /> },
            ]}
          />
          <h3>What members share</h3>
          <TraitList
            traits={detail.shared}
            none="Decisions alone made this cluster; see who its members are."
          />
          {detail.cluster.nearestName ? (
            <>
              <h3>What tells it from {detail.cluster.nearestName}</h3>
              <TraitList traits={detail.apart} none="Nothing that stands out." />
            </>
          ) : null}
        </>
      ) : null}
    </RowPanel>
  );
}
