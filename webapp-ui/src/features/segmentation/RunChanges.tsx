import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { get } from "@/api/client";
import { type Comparison, comparisonQuery, type Move, RUNS, type Run } from "@/api/segmentation";
import type { Page } from "@/api/types";
import { count, plural } from "@/lib/format";
import { ErrorNotice } from "@/ui/ErrorNotice";
import { PanelBones } from "@/ui/PanelBones";

const MOST_MOVES = 50;

/** What changed from a former run to this one. */
export function RunChanges({ run }: { run: Run }) {
  const { data: others } = useQuery({
    queryKey: ["segmentation", "stored-runs"],
    queryFn: ({ signal }) => get<Page<Run>>(RUNS, { stored: true, limit: 100 }, signal),
  });
  const former = others?.items.filter((one) => Number(one.id) < Number(run.id)) ?? [];
  const [chosen, setChosen] = useState<string>();
  const since = chosen ?? former[0]?.id;
  if (!others) return <PanelBones />;
  if (since === undefined) return <p className="cl-muted">There is no former run to compare it with.</p>;
  return (
    <>
      <h3>What changed</h3>
      <FormSelect aria-label="Since run" value={since} onChange={(_, next) => setChosen(next)}>
        {former.map((one) => (
          <FormSelectOption key={one.id} value={one.id} label={`Since run ${one.id}`} />
        ))}
      </FormSelect>
      <Changes run={run.id} since={since} />
    </>
  );
}

function Changes({ run, since }: { run: string; since: string }) {
  const query = useQuery(comparisonQuery(run, since));
  const moves = useQuery({
    queryKey: ["segmentation", "moves", run, since],
    queryFn: ({ signal }) => get<Page<Move>>(`${RUNS}/${run}/moves`, { since, limit: MOST_MOVES }, signal),
  });
  if (query.isPending) return <PanelBones />;
  if (query.isError) return <ErrorNotice error={query.error} retry={() => void query.refetch()} />;
  const changed = query.data;
  return (
    <>
      <p>
        {plural(changed.stayed, "endpoint")} stayed where they were, {count(changed.moved)} moved,{" "}
        {count(changed.joined)} came, {count(changed.left)} went.
      </p>
      <Clusters title="New clusters" clusters={changed.found} />
      <Clusters title="Clusters that are gone" clusters={changed.gone} />
      {moves.data && moves.data.items.length > 0 ? (
        <Moves moves={moves.data.items} all={changed.moved} />
      ) : null}
    </>
  );
}

function Clusters({ title, clusters }: { title: string; clusters: Comparison["found"] }) {
  if (clusters.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="cl-traits">
        {clusters.map((one) => (
          <li key={one.id}>
            {one.name}, {plural(one.members, "member")}
          </li>
        ))}
      </ul>
    </>
  );
}

function Moves({ moves, all }: { moves: readonly Move[]; all: number }) {
  return (
    <>
      <h4>Who moved, and why</h4>
      <ul className="cl-traits">
        {moves.map((move) => (
          <li key={move.mac}>
            <Link to="/devices/$mac" params={{ mac: move.mac }} className="cl-mono">
              {move.mac}
            </Link>{" "}
            from {move.beforeName ?? "no cluster"} to {move.afterName ?? "no cluster"}: {move.reason}
          </li>
        ))}
      </ul>
      {all > moves.length ? (
        <p className="cl-muted">
          The first {count(moves.length)} of {count(all)}; the API lists all.
        </p>
      ) : null}
    </>
  );
}
