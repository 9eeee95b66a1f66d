import { useQuery } from "@tanstack/react-query";
import { rowQuery } from "@/api/connectorQueries";
import type { Quarantined } from "@/api/connectors";
import { CopyText } from "@/ui/CopyText";
import { Facts } from "@/ui/Facts";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { Mono } from "@/ui/marks";
import { NeedsRole } from "@/ui/NeedsRole";
import { RowPanel } from "@/ui/RowPanel";
import { OpenLink } from "@/ui/sessionColumns";
import { Time } from "@/ui/Time";
import { TOPIC_IDS, topicName } from "@/ui/topicWords";
import { ConnectorTabs } from "./ConnectorTabs";
import { readable } from "./readable";
import "./connectors.css";

const source = {
  path: "/connectors/pxgrid/quarantine",
  keyColumn: "id",
  rowKey: (message: Quarantined) => message.id,
  eventsNameRows: false,
  pollMillis: 5_000,
};

const columns: readonly Column<Quarantined>[] = [
  {
    id: "receivedAt",
    header: "Received",
    width: 150,
    sortable: true,
    cell: (message) => <OpenLink id={message.id} label={<Time at={message.receivedAt} />} mono={false} />,
  },
  { id: "topic", header: "Topic", width: 150, sortable: true, cell: (message) => topicName(message.topic) },
  {
    id: "reason",
    header: "Why it was set aside",
    width: 420,
    sortable: true,
    cell: (message) => message.reason,
  },
  {
    id: "body",
    header: "What came",
    width: 420,
    cell: (message) => <Mono>{message.body.slice(0, 160)}</Mono>,
  },
  {
    id: "source",
    header: "From",
    width: 240,
    optional: true,
    cell: (message) => <Mono>{message.source}</Mono>,
  },
];

const facets: readonly Facet[] = [{ field: "topic", label: "Topic", options: TOPIC_IDS, say: topicName }];

/** What ISE sent and Clarion did not understand: why, and to the letter. */
export function QuarantinePage() {
  return (
    <NeedsRole needs="analyst" what="Messages that were set aside" above={<ConnectorTabs />}>
      <ResourceList
        above={<ConnectorTabs />}
        title="Set aside"
        nouns={["message", "messages"]}
        source={source}
        columns={columns}
        facets={facets}
        counted={false}
        placeholder="Topic, reason or a part of the message"
        example='topic eq "sessions" and reason co "timestamp"'
        newestFirst
        nothing={{
          title: "Nothing was set aside",
          body: "Every message that came from ISE was understood. One that is not would be kept here with the reason.",
        }}
        drawer={(id, close) => <QuarantinePanel id={id} onClose={close} />}
      />
    </NeedsRole>
  );
}

function QuarantinePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(rowQuery<Quarantined>(source.path, "id", id));
  const message = query.data;
  return (
    <RowPanel title="Message set aside" subject={id} query={query} onClose={onClose}>
      {message ? (
        <>
          <p className="cl-panel__lead">{message.reason}</p>
          <Facts
            facts={[
              { term: "Topic", value: topicName(message.topic) },
              { term: "From", value: <Mono>{message.source}</Mono> },
              { term: "Received", value: <Time at={message.receivedAt} as="full" /> },
            ]}
          />
          <h3>What came</h3>
          <pre className="cl-body" tabIndex={0} role="region" aria-label="What came">
            {readable(message.body)}
          </pre>
          <h3>To the letter</h3>
          <CopyText text={message.body} what="message" />
        </>
      ) : null}
    </RowPanel>
  );
}
