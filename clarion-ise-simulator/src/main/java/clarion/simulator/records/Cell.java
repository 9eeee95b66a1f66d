package clarion.simulator.records;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;

/**
 * A cell of an egress matrix.
 *
 * @param matrix id of the matrix
 * @param source id of a security group
 * @param destination id of a security group
 * @param status {@code ENABLED}, {@code MONITOR} or {@code DISABLED}
 * @param acls ids of SGACLs, in the order in which they are applied
 * @param defaultRule {@code NONE}, {@code PERMIT_IP} or {@code DENY_IP}
 */
public record Cell(
        String id,
        String matrix,
        String source,
        String destination,
        String status,
        List<String> acls,
        String defaultRule,
        String description) {

    /** Reads the object that pxGrid tells. */
    public static Cell of(JsonObject json) {
        return new Cell(
                json.getString("id"),
                json.getString("matrixId"),
                json.getString("sourceSecurityGroupId"),
                json.getString("destinationSecurityGroupId"),
                json.getString("status"),
                json.getJsonArray("sgaclIds").getValuesAs(JsonString::getString),
                json.getString("defaultRule"),
                json.getString("description"));
    }

    public Cell withStatus(String other) {
        return new Cell(id, matrix, source, destination, other, acls, defaultRule, description);
    }

    /** The same rules between other groups. */
    public Cell between(String otherId, String otherSource, String otherDestination) {
        return new Cell(otherId, matrix, otherSource, otherDestination, status, acls, defaultRule, description);
    }

    /** The object that getEgressPolicies tells. */
    JsonObject toJson(String name, String timestamp) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("matrixId", matrix)
                .add("status", status)
                .add("description", description)
                .add("sourceSecurityGroupId", source)
                .add("destinationSecurityGroupId", destination)
                .add("sgaclIds", Json.createArrayBuilder(acls))
                .add("defaultRule", defaultRule)
                .add("timestamp", timestamp)
                .build();
    }
}
