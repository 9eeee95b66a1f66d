import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { clusterQuery } from "@/api/segmentation";
import { count, plural } from "@/lib/format";
import { Crumbs } from "@/ui/Crumbs";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { Mark } from "@/ui/marks";
import { PageHead } from "@/ui/PageHead";
import { PanelBones } from "@/ui/PanelBones";
import { ClusterDecisions } from "./ClusterDecisions";
import { ClusterMembers } from "./ClusterMembers";
import { ClusterServices } from "./ClusterServices";
import { SgtAdvice } from "./SgtAdvice";
import { TraitList } from "./TraitList";
import { Who } from "./Who";
import "./segmentation.css";

/** One cluster: who its members are, what they do, why they are together, and what is decided about it. */
export function ClusterPage() {
  const { id = "" } = useParams({ strict: false });
  const query = useQuery(clusterQuery(id));
  const detail = query.data;
  const cluster = detail?.cluster;
  return (
    <div className="cl-page">
      <Crumbs parent="Segmentation" to="/segmentation" here={cluster?.name ?? `Cluster ${id}`} />
      <PageHead
        title={cluster?.name ?? `Cluster ${id}`}
        aside={cluster ? <p className="cl-total">{plural(cluster.members, "member")}</p> : null}
      >
        {cluster ? (
          <Mark on={cluster.state === "ACCEPTED"}>
            {cluster.state === "ACCEPTED" ? "Accepted" : "Proposed"}
          </Mark>
        ) : null}
      </PageHead>
      {query.isPending ? <PanelBones /> : null}
      {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {detail && cluster ? (
        <>
          <section className="cl-card">
            <h2 className="cl-card__title">Decide</h2>
            <ClusterDecisions key={id} detail={detail} />
          </section>
          <div className="cl-clusterwhy">
            <section className="cl-card">
              <h2 className="cl-card__title">Why these belong together</h2>
              <p>
                The mean confidence is {cluster.confidence} %; {count(cluster.review)} of{" "}
                {plural(cluster.members, "member")} ask for a review, {count(cluster.silent)} were never seen
                to do anything.
              </p>
              <TraitList traits={detail.shared} none="Decisions alone made this cluster." />
              {cluster.nearestName ? (
                <>
                  <h3>What tells it from {cluster.nearestName}, the most like it</h3>
                  <TraitList traits={detail.apart} none="Nothing that stands out." />
                </>
              ) : null}
              {detail.history.length > 0 ? (
                <p className="cl-muted">
                  Members in the runs before:{" "}
                  {detail.history.map((past) => `${count(past.members)} in run ${past.run}`).join(", ")}.
                </p>
              ) : null}
            </section>
            <Who detail={detail} />
          </div>
          <SgtAdvice id={id} />
          <ClusterServices id={id} />
          <ClusterMembers cluster={cluster} />
        </>
      ) : null}
    </div>
  );
}
