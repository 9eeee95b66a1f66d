import { useQuery } from "@tanstack/react-query";
import { rowQuery } from "@/api/connectorQueries";
import type { Gap } from "@/api/connectors";
import { count, plural } from "@/lib/format";
import { Facts } from "@/ui/Facts";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { ToneIcon } from "@/ui/marks";
import { RowPanel } from "@/ui/RowPanel";
import { OpenLink } from "@/ui/sessionColumns";
import { Lasted, Nothing, Time } from "@/ui/Time";
import { gapCause, gapClosing, TOPIC_IDS, topicName } from "@/ui/topicWords";
import { ConnectorTabs } from "./ConnectorTabs";

const source = {
  path: "/connectors/pxgrid/gaps",
  keyColumn: "id",
  rowKey: (gap: Gap) => gap.id,
  eventsNameRows: false,
  pollMillis: 5_000,
};

const columns: readonly Column<Gap>[] = [
  {
    id: "noticedAt",
    header: "Noticed",
    width: 130,
    sortable: true,
    cell: (gap) => <OpenLink id={gap.id} label={<Time at={gap.noticedAt} />} mono={false} />,
  },
  { id: "topic", header: "Topic", width: 140, sortable: true, cell: (gap) => topicName(gap.topic) },
  { id: "cause", header: "Cause", width: 230, sortable: true, cell: (gap) => sentence(gapCause(gap.cause)) },
  { id: "from", header: "Complete until", width: 130, sortable: true, cell: (gap) => <Time at={gap.from} /> },
  {
    id: "closedAt",
    header: "Closed",
    width: 130,
    sortable: true,
    cell: (gap) =>
      gap.closedAt ? (
        <Time at={gap.closedAt} />
      ) : (
        <span className="cl-tag">
          <ToneIcon tone="warn" /> open
        </span>
      ),
  },
  {
    id: "how",
    header: "How",
    width: 280,
    sortable: true,
    cell: (gap) => (gap.how ? sentence(gapClosing(gap.how)) : <Nothing reason="not closed yet" />),
  },
  {
    id: "fetched",
    header: "Fetched",
    width: 90,
    align: "end",
    sortable: true,
    cell: (gap) => (gap.fetched === undefined ? <Nothing /> : count(gap.fetched)),
  },
  {
    id: "repaired",
    header: "Repaired",
    width: 90,
    align: "end",
    sortable: true,
    cell: (gap) => (gap.repaired === undefined ? <Nothing /> : count(gap.repaired)),
  },
  { id: "detail", header: "What happened", width: 420, optional: true, cell: (gap) => gap.detail },
];

const CAUSES = [
  "FIRST_START",
  "NOT_RUNNING",
  "DISCONNECTED",
  "SEQUENCE_JUMP",
  "PUBLISHER_RESTART",
  "OVERSIZE",
  "NOT_OFFERED",
  "QUEUE_LOST",
];
const facets: readonly Facet[] = [
  { field: "cause", label: "Cause", options: CAUSES, say: (cause) => sentence(gapCause(cause)) },
  { field: "topic", label: "Topic", options: TOPIC_IDS, say: topicName },
];

/** Every time for which Clarion could not rule out that it missed something. */
export function GapsPage() {
  return (
    <ResourceList
      above={<ConnectorTabs />}
      title="Gaps"
      nouns={["gap", "gaps"]}
      source={source}
      columns={columns}
      facets={facets}
      counted={false}
      placeholder="Topic, cause or what happened"
      example='not (closedAt pr) and topic eq "sessions"'
      newestFirst
      nothing={{
        title: "There was no gap",
        body: "A gap is noted when the connection is lost, when ISE's numbering jumps, and when Clarion was not running.",
      }}
      drawer={(id, close) => <GapPanel id={id} onClose={close} />}
    />
  );
}

function GapPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(rowQuery<Gap>(source.path, "id", id));
  const gap = query.data;
  return (
    <RowPanel title="Gap" subject={id} query={query} onClose={onClose}>
      {gap ? (
        <>
          <p className="cl-panel__lead">{gap.detail}</p>
          <Facts
            facts={[
              { term: "Topic", value: topicName(gap.topic) },
              { term: "Cause", value: sentence(gapCause(gap.cause)) },
              { term: "Complete until", value: <Time at={gap.from} as="full" /> },
              { term: "Noticed", value: <Time at={gap.noticedAt} as="full" /> },
              gap.lastSequence === undefined
                ? undefined
                : { term: "Last message before", value: String(gap.lastSequence) },
              gap.nextSequence === undefined
                ? undefined
                : { term: "First message after", value: String(gap.nextSequence) },
              {
                term: "Closed",
                value: gap.closedAt ? (
                  <Time at={gap.closedAt} as="full" />
                ) : (
                  "not yet: something may be missing"
                ),
              },
              gap.closedAt
                ? { term: "Took", value: <Lasted from={gap.noticedAt} to={gap.closedAt} /> }
                : undefined,
              gap.how ? { term: "How", value: sentence(gapClosing(gap.how)) } : undefined,
              gap.fetched === undefined
                ? undefined
                : { term: "Fetched", value: plural(gap.fetched, "record") },
              gap.repaired === undefined
                ? undefined
                : { term: "Repaired", value: `${plural(gap.repaired, "record")} changed the picture` },
            ]}
          />
        </>
      ) : null}
    </RowPanel>
  );
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
