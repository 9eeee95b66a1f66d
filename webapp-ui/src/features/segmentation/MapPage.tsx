import { Button } from "@patternfly/react-core/dist/esm/components/Button";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { mapQuery, type SegmentMap, segmentationStatusQuery } from "@/api/segmentation";
import { count, plural } from "@/lib/format";
import { first, type Search } from "@/lib/search";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { PageHead } from "@/ui/PageHead";
import { PanelBones } from "@/ui/PanelBones";
import { ClusterMap } from "./ClusterMap";
import { ClusterLink } from "./memberColumns";
import { SegmentationHead } from "./SegmentationHead";
import { SegmentationTabs } from "./SegmentationTabs";

/** All clusters as a picture that stays from run to run, and as a table of the same data. */
export function MapPage() {
  const { data: status } = useQuery(segmentationStatusQuery);
  const run = status?.inForce?.id;
  const query = useQuery({ ...mapQuery(run ?? ""), enabled: run !== undefined });
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const wanted = first(search.find) ?? "";
  const find = (text: string) =>
    void navigate({
      to: ".",
      search: ((now: Search) => ({ ...now, find: text || undefined })) as never,
      replace: true,
    });
  return (
    <div className="cl-page">
      <SegmentationTabs />
      <PageHead title="Map" />
      <SegmentationHead />
      {status && !run ? <p>{status.advice}</p> : null}
      {run && query.isPending ? <PanelBones /> : null}
      {query.isError ? <ErrorNotice error={query.error} retry={() => void query.refetch()} /> : null}
      {query.data ? <Drawn map={query.data} wanted={wanted} onFind={find} /> : null}
    </div>
  );
}

interface DrawnProps {
  map: SegmentMap;
  wanted: string;
  onFind: (text: string) => void;
}

function Drawn({ map, wanted, onFind }: DrawnProps) {
  const [zoom, setZoom] = useState(1);
  const found = useMemo(() => matches(map, wanted), [map, wanted]);
  return (
    <>
      <div className="cl-actions">
        <TextInput
          type="search"
          aria-label="Find on the map"
          placeholder="MAC, profile or cluster"
          value={wanted}
          onChange={(_, text) => onFind(text)}
        />
        <Button size="sm" variant="secondary" onClick={() => setZoom(zoom * 1.5)}>
          Zoom in
        </Button>
        <Button
          size="sm"
          variant="secondary"
          isDisabled={zoom <= 1}
          onClick={() => setZoom(Math.max(1, zoom / 1.5))}
        >
          Zoom out
        </Button>
      </div>
      <p role="status" className="cl-muted">
        {wanted ? `${plural(found.size, "endpoint")} found. ` : ""}
        {map.members > map.points.length
          ? `${count(map.points.length)} of ${plural(map.members, "endpoint")} are drawn.`
          : "A point is an endpoint, a circle a cluster. Points with a ring ask for a review."}
      </p>
      <div className="cl-mapside">
        <ClusterMap map={map} found={wanted ? found : undefined} zoom={zoom} />
        <table className="cl-plain" aria-label="Clusters on the map">
          <thead>
            <tr>
              <th scope="col">Cluster</th>
              <th scope="col" className="cl-end">
                Members
              </th>
              <th scope="col" className="cl-end">
                To review
              </th>
            </tr>
          </thead>
          <tbody>
            {[...map.clusters]
              .sort((a, b) => b.members - a.members)
              .map((cluster) => (
                <tr key={cluster.id}>
                  <td>
                    <ClusterLink id={cluster.id} name={cluster.name} />
                  </td>
                  <td className="cl-end">{count(cluster.members)}</td>
                  <td className="cl-end">{count(cluster.review)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The endpoints that a text means: by address, profile, or the name of their cluster. */
function matches(map: SegmentMap, text: string): ReadonlySet<string> {
  const wanted = text.toLowerCase();
  const bare = wanted.replace(/[-.:]/g, "");
  const names = new Map(map.clusters.map((cluster) => [cluster.id, cluster.name.toLowerCase()]));
  return new Set(
    map.points
      .filter(
        (point) =>
          wanted !== "" &&
          (point.profile?.toLowerCase().includes(wanted) ||
            names.get(point.cluster)?.includes(wanted) ||
            (/^[0-9a-f]+$/.test(bare) && point.mac.replaceAll(":", "").includes(bare))),
      )
      .map((point) => point.mac),
  );
}
