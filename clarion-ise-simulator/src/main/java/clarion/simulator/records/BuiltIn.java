package clarion.simulator.records;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;

/** What every ISE has before anybody configures it: four SGACLs and the default cell, from ANY to ANY. */
public final class BuiltIn {

    /** The id of the cell that is applied where there is none. */
    public static final String DEFAULT_CELL = "92c1a900-8c01-11e6-996c-525400b48521";

    /** The id of the group ANY. */
    public static final String ANY = "92bb1950-8c01-11e6-996c-525400b48521";

    private static final String PERMIT_IP = "92951ac0-8c01-11e6-996c-525400b48521";
    private static final String DENY_IP = "92919850-8c01-11e6-996c-525400b48521";

    private BuiltIn() {}

    /** The SGACLs; Cisco publishes the ids of the first two only. */
    static List<JsonObject> acls(Desk desk) {
        return List.of(
                acl(desk, PERMIT_IP, "Permit IP", "permit ip"),
                acl(desk, DENY_IP, "Deny IP", "deny ip"),
                acl(desk, TrustSecConfig.id("sgacl:Permit_IP_Log"), "Permit_IP_Log", "permit ip log"),
                acl(desk, TrustSecConfig.id("sgacl:Deny_IP_Log"), "Deny_IP_Log", "deny ip log"));
    }

    private static JsonObject acl(Desk desk, String id, String name, String aces) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("description", name + " SGACL")
                .add("ipVersion", "IPV4")
                .add("acl", aces)
                .add("generationId", "0")
                .add("isReadOnly", true)
                .add("timestamp", desk.time(desk.now()))
                .build();
    }

    static JsonObject defaultCell(Desk desk) {
        return new Cell(
                        DEFAULT_CELL,
                        TrustSecConfig.MATRIX_ID,
                        ANY,
                        ANY,
                        "ENABLED",
                        List.of(PERMIT_IP),
                        "PERMIT_IP",
                        "Default egress rule")
                .toJson("ANY-ANY", desk.time(desk.now()));
    }
}
