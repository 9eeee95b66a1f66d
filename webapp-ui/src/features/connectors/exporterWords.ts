import type { Exporter } from "@/api/flows";
import { plural } from "@/lib/format";

/** `9, 10` as `NetFlow v9, IPFIX`. */
export function versionNames(versions: string): string {
  return versions
    .split(",")
    .map((version) => version.trim())
    .filter((version) => version !== "")
    .map((version) => (version === "10" ? "IPFIX" : `NetFlow v${version}`))
    .join(", ");
}

export interface Trouble {
  what: string;
  action: string;
}

/** What is lost or not understood of an exporter, and what to do about it; the gravest first. */
export function exporterTroubles(of: Exporter): Trouble[] {
  const troubles: (Trouble | undefined)[] = [
    of.refused > 0 && !of.accepted
      ? {
          what: `${plural(of.refused, "packet")} refused`,
          action: "Name its address or network in clarion.flows.exporters if it should be taken.",
        }
      : undefined,
    of.decodeErrors > 0
      ? {
          what: `${plural(of.decodeErrors, "packet or set", "packets and sets")} not readable`,
          action: `${of.errors ? `By kind: ${of.errors}. ` : ""}Look whether something else sends to this port, or changes packets on the way.`,
        }
      : undefined,
    of.missingTemplate > 0
      ? {
          what: `${plural(of.missingTemplate, "set")} without template`,
          action: "Let the exporter send its templates more often, at least every minute.",
        }
      : undefined,
    of.correctedRecords > 0
      ? {
          what: `${plural(of.correctedRecords, "record")} with a wrong time`,
          action: "Set the exporter's clock by NTP; until then the time of arrival is taken.",
        }
      : undefined,
    of.unknownSamplers > 0
      ? {
          what: `${plural(of.unknownSamplers, "record")} of an unknown sampler`,
          action: "Let the exporter send its table of samplers as options; until then counts are too low.",
        }
      : undefined,
    of.sequenceMissing > 0
      ? {
          what: `${plural(of.sequenceMissing, "packet or record", "packets or records")} may be lost on the way`,
          action: "Its numbers have gaps: look at drops on the path and at the collector's own counts.",
        }
      : undefined,
  ];
  return troubles.filter((trouble) => trouble !== undefined);
}
