package clarion.web.flows;

import clarion.ejb.listing.Row;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one collector heard of one exporter, on the wire. Counts are since the collector's process started.
 *
 * @param address where its packets come from
 * @param collector host and process of the collector
 * @param known whether it is one of {@code clarion.flows.exporters}
 * @param accepted false for one whose packets are refused
 * @param versions of NetFlow and IPFIX (10) that it speaks, such as {@code 9, 10}
 * @param domains observation domains, source ids or engines
 * @param templates that are known now
 * @param packets datagrams taken
 * @param refused datagrams refused
 * @param records of flows
 * @param packetsPerSecond over the last ten seconds or so
 * @param recordsPerSecond likewise
 * @param decodeErrors what could not be read
 * @param errors these by kind, such as {@code truncated 3}
 * @param waitingSets sets of data that wait for their template
 * @param missingTemplate sets of data whose template did not come
 * @param sequenceMissing what sequence numbers say was lost on the way: packets (version 9) or records; a hint only
 * @param correctedRecords records that got the time of arrival, because the exporter's clock is wrong
 * @param unknownSamplers records that name a sampler of which the exporter has not told
 * @param clockOffsetMillis by how much the exporter's clock is behind; negative if ahead
 * @param updatedAt when the collector told this
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record ExporterView(
        String id,
        String address,
        String collector,
        boolean known,
        boolean accepted,
        String versions,
        Instant firstSeenAt,
        Instant lastSeenAt,
        long domains,
        long templates,
        long packets,
        long refused,
        long records,
        long packetsPerSecond,
        long recordsPerSecond,
        long decodeErrors,
        String errors,
        long waitingSets,
        long missingTemplate,
        long sequenceMissing,
        long correctedRecords,
        long unknownSamplers,
        long clockOffsetMillis,
        Instant updatedAt) {

    static ExporterView of(Row row) {
        return new ExporterView(
                Long.toString(row.number("id")),
                Objects.requireNonNull(row.findIp("address")).toString(),
                row.text("collector"),
                row.flag("known"),
                row.flag("accepted"),
                row.text("versions"),
                row.time("firstSeenAt"),
                row.time("lastSeenAt"),
                row.number("domains"),
                row.number("templates"),
                row.number("packets"),
                row.number("refused"),
                row.number("records"),
                row.number("packetsPerSecond"),
                row.number("recordsPerSecond"),
                row.number("decodeErrors"),
                row.text("errors"),
                row.number("waitingSets"),
                row.number("missingTemplate"),
                row.number("sequenceMissing"),
                row.number("correctedRecords"),
                row.number("unknownSamplers"),
                row.number("clockOffsetMillis"),
                row.time("updatedAt"));
    }
}
