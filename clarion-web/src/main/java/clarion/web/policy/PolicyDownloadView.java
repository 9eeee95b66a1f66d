package clarion.web.policy;

import clarion.ejb.listing.Row;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a switch downloaded of one cell, on the wire.
 *
 * @param at when; ISE's clock
 * @param nasIp the switch
 * @param status {@code SUCCESS} or {@code FAILURE}
 * @param sourceList the groups it was for, as ISE writes them
 * @param aclGeneration which edit of the SGACL
 * @param latest nothing newer is known of this cell at this switch
 * @param inForce the newest that the switch took over
 */
@Schema // no method returns it as such, so it has to be named for the description of the API
public record PolicyDownloadView(
        String id,
        Instant at,
        String nasIp,
        @Nullable String server,
        String status,
        @Nullable String failureReason,
        @Nullable String matrix,
        @Nullable String sourceList,
        @Nullable Long sourceSgt,
        @Nullable String source,
        @Nullable String sourceGeneration,
        @Nullable Long destinationSgt,
        @Nullable String destination,
        @Nullable String destinationGeneration,
        @Nullable String acl,
        @Nullable String aclGeneration,
        boolean latest,
        boolean inForce,
        Instant receivedAt) {

    static PolicyDownloadView of(Row row) {
        return new PolicyDownloadView(
                Long.toString(row.number("id")),
                row.time("at"),
                row.text("nasIp"),
                row.findText("server"),
                row.text("status"),
                row.findText("failureReason"),
                row.findText("matrix"),
                row.findText("sourceList"),
                row.findNumber("sourceSgt"),
                row.findText("source"),
                row.findText("sourceGeneration"),
                row.findNumber("destinationSgt"),
                row.findText("destination"),
                row.findText("destinationGeneration"),
                row.findText("acl"),
                row.findText("aclGeneration"),
                row.flag("latest"),
                row.flag("inForce"),
                row.time("receivedAt"));
    }
}
