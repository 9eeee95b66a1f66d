import { useQuery } from "@tanstack/react-query";
import { rowQuery } from "@/api/connectorQueries";
import type { Exporter } from "@/api/flows";
import { count } from "@/lib/format";
import { duration } from "@/lib/time";
import { Facts } from "@/ui/Facts";
import type { Column } from "@/ui/list/columns";
import type { Facet } from "@/ui/list/FacetPanel";
import { ResourceList } from "@/ui/list/ResourceList";
import { Mark, Mono, ToneIcon } from "@/ui/marks";
import { RowPanel } from "@/ui/RowPanel";
import { OpenLink } from "@/ui/sessionColumns";
import { Time } from "@/ui/Time";
import { ConnectorTabs } from "./ConnectorTabs";
import { exporterTroubles, versionNames } from "./exporterWords";

const source = {
  path: "/flows/exporters",
  keyColumn: "id",
  rowKey: (exporter: Exporter) => exporter.id,
  eventsNameRows: false,
  pollMillis: 10_000,
};

function number(id: string, header: string, value: (of: Exporter) => number): Column<Exporter> {
  return { id, header, width: 115, align: "end", sortable: true, cell: (of) => count(value(of)) };
}

const columns: readonly Column<Exporter>[] = [
  {
    id: "address",
    header: "Exporter",
    width: 150,
    sortable: true,
    cell: (e) => <OpenLink id={e.id} label={e.address} />,
  },
  {
    id: "accepted",
    header: "Packets are",
    width: 110,
    sortable: true,
    cell: (e) => <Accepted exporter={e} />,
  },
  { id: "troubles", header: "Trouble", width: 230, cell: (e) => <Trouble exporter={e} /> },
  { id: "versions", header: "Speaks", width: 130, sortable: true, cell: (e) => versionNames(e.versions) },
  number("recordsPerSecond", "Records/s", (e) => e.recordsPerSecond),
  number("packetsPerSecond", "Packets/s", (e) => e.packetsPerSecond),
  number("templates", "Templates", (e) => e.templates),
  number("sequenceMissing", "Lost, a hint", (e) => e.sequenceMissing),
  {
    id: "lastSeenAt",
    header: "Last packet",
    width: 120,
    sortable: true,
    cell: (e) => <Time at={e.lastSeenAt} />,
  },
  { id: "collector", header: "Collector", width: 180, sortable: true, cell: (e) => e.collector },
  { ...number("records", "Records", (e) => e.records), optional: true },
  { ...number("decodeErrors", "Not readable", (e) => e.decodeErrors), optional: true },
  { ...number("missingTemplate", "Without template", (e) => e.missingTemplate), width: 140, optional: true },
];

const facets: readonly Facet[] = [
  {
    field: "accepted",
    label: "Packets are",
    options: ["true", "false"],
    say: (v) => (v === "true" ? "Taken" : "Refused"),
  },
  {
    field: "known",
    label: "In the configuration",
    options: ["true", "false"],
    say: (v) => (v === "true" ? "Named" : "Not named"),
  },
];

/** Who exports flows, to which collector, how much, and what is lost or not understood. */
export function ExportersPage() {
  return (
    <ResourceList
      above={<ConnectorTabs />}
      title="Exporters"
      nouns={["exporter", "exporters"]}
      source={source}
      columns={columns}
      facets={facets}
      counted={false}
      placeholder="Address, collector or error"
      example="decodeErrors gt 0 or missingTemplate gt 0"
      newestFirst={false}
      nothing={{
        title: "No exporter has sent flows yet",
        body: "On your switches, name a host that runs Clarion's collector and its port as the destination of NetFlow or IPFIX, and let the firewalls between them pass that UDP port.",
      }}
      drawer={(id, close) => <ExporterPanel id={id} onClose={close} />}
    />
  );
}

function ExporterPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const query = useQuery(rowQuery<Exporter>(source.path, "id", id));
  const one = query.data;
  return (
    <RowPanel title={one?.address ?? "Exporter"} subject={id} query={query} onClose={onClose}>
      {one ? (
        <>
          <Troubles exporter={one} />
          <Facts
            facts={[
              { term: "Packets are", value: <Accepted exporter={one} /> },
              {
                term: "Configuration",
                value: one.known
                  ? "named in clarion.flows.exporters"
                  : "not named in clarion.flows.exporters",
              },
              { term: "Speaks", value: versionNames(one.versions) },
              { term: "Collector", value: <Mono>{one.collector}</Mono> },
              { term: "First packet", value: <Time at={one.firstSeenAt} as="full" /> },
              { term: "Last packet", value: <Time at={one.lastSeenAt} as="full" /> },
              {
                term: "Packets",
                value: `${count(one.packets)}, now ${count(one.packetsPerSecond)} a second`,
              },
              {
                term: "Records",
                value: `${count(one.records)}, now ${count(one.recordsPerSecond)} a second`,
              },
              { term: "Observation domains", value: count(one.domains) },
              { term: "Templates known", value: count(one.templates) },
              { term: "Data that waits for its template", value: count(one.waitingSets) },
              { term: "Clock", value: clock(one.clockOffsetMillis) },
              { term: "Told by the collector", value: <Time at={one.updatedAt} as="full" /> },
            ]}
          />
          <p className="cl-muted">Counts are since the collector's process started.</p>
        </>
      ) : null}
    </RowPanel>
  );
}

function clock(millis: number): string {
  if (Math.abs(millis) < 1_000) return "right to the second";
  return `${duration(Math.abs(millis))} ${millis > 0 ? "behind" : "ahead"}`;
}

function Accepted({ exporter }: { exporter: Exporter }) {
  return <Mark on={exporter.accepted}>{exporter.accepted ? "Taken" : "Refused"}</Mark>;
}

function Trouble({ exporter }: { exporter: Exporter }) {
  const [first, ...more] = exporterTroubles(exporter);
  if (!first) return <span className="cl-muted">none</span>;
  return (
    <span className="cl-tag">
      <ToneIcon tone="warn" /> {first.what}
      {more.length > 0 ? `, and ${more.length} more` : ""}
    </span>
  );
}

function Troubles({ exporter }: { exporter: Exporter }) {
  const troubles = exporterTroubles(exporter);
  if (troubles.length === 0) return null;
  return (
    <ul className="cl-panel__lead" aria-label="Trouble">
      {troubles.map((trouble) => (
        <li key={trouble.what}>
          <strong>{trouble.what}.</strong> {trouble.action}
        </li>
      ))}
    </ul>
  );
}
