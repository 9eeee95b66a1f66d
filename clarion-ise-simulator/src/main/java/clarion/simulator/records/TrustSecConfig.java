package clarion.simulator.records;

import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.topics.IseTopic;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * SGACLs, the cells of the egress matrix, virtual networks and their VLANs. Each change is published in the form that
 * its topic has, which is not that of the REST objects. Thread-safe.
 */
public final class TrustSecConfig {

    /** ISE's id of the matrix that devices download. */
    public static final String MATRIX_ID = id("matrix:Production");

    private static final String TEST_MATRIX_ID = id("matrix:TestMatrix");

    private final Desk desk;
    private final SecurityGroups groups;
    private final RecordTable acls = new RecordTable();
    private final RecordTable cells = new RecordTable();
    private final RecordTable networks = new RecordTable();
    private final RecordTable vlans = new RecordTable();
    private final Map<String, Integer> columns = new HashMap<>();
    private boolean monitorAll;
    private boolean multipleMatrices;

    public TrustSecConfig(Desk desk, SecurityGroups groups) {
        this.desk = desk;
        this.groups = groups;
        BuiltIn.acls(desk).forEach(acl -> acls.put(acl.getString("id"), acl, desk.now()));
        cells.put(BuiltIn.DEFAULT_CELL, BuiltIn.defaultCell(desk), desk.now());
    }

    /** An id as ISE has them, always the same for the same thing. */
    public static String id(String thing) {
        return UUID.nameUUIDFromBytes(thing.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** Whether the matrix only monitors, whatever its cells say. */
    public synchronized void monitorAll(boolean monitor) {
        monitorAll = monitor;
    }

    /** Whether there is a second matrix, which no device uses. */
    public synchronized void multipleMatrices(boolean on) {
        multipleMatrices = on;
    }

    public synchronized boolean multipleMatrices() {
        return multipleMatrices;
    }

    /** What getEgressMatrices answers. */
    public synchronized JsonObject matrices() {
        JsonArrayBuilder all = Json.createArrayBuilder();
        all.add(matrix(MATRIX_ID, "Production", "Production Matrix", monitorAll));
        if (multipleMatrices) {
            all.add(matrix(TEST_MATRIX_ID, "TestMatrix", "No device uses it", false));
        }
        return Json.createObjectBuilder().add("egressMatrices", all).build();
    }

    private static JsonObject matrix(String id, String name, String description, boolean monitorAll) {
        return Json.createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("description", description)
                .add("monitorAll", monitorAll)
                .build();
    }

    /** Whether there is a matrix with this id. */
    public synchronized boolean hasMatrix(String id) {
        return id.equals(MATRIX_ID) || multipleMatrices && id.equals(TEST_MATRIX_ID);
    }

    /** The cells of one matrix, with those that it had. */
    public RecordTable cellsOf(String matrix) {
        return cells.where(cell -> cell.getString("matrixId").equals(matrix));
    }

    public RecordTable acls() {
        return acls;
    }

    public RecordTable cells() {
        return cells;
    }

    public RecordTable networks() {
        return networks;
    }

    public RecordTable vlans() {
        return vlans;
    }

    /**
     * Adds an SGACL or gives the one of that name a new generation.
     *
     * @param ipVersion {@code IPV4}, {@code IPV6} or {@code IP_AGNOSTIC}
     * @param aces one a line
     */
    public synchronized String putAcl(String name, String description, String ipVersion, String aces) {
        String id = acls.all().stream()
                .filter(acl -> acl.getString("name").equals(name))
                .map(acl -> acl.getString("id"))
                .findFirst()
                .orElse(id("sgacl:" + name));
        putAcl(id, name, description, ipVersion, aces);
        return id;
    }

    /** Adds an SGACL, or gives the one with this id another name and content, and its next generation. */
    public synchronized void putAcl(String id, String name, String description, String ipVersion, String aces) {
        Instant now = desk.now();
        int generation = acls.find(id)
                .map(old -> Integer.parseInt(old.getString("generationId")) + 1)
                .orElse(0);
        JsonObject acl = Json.createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("description", description)
                .add("ipVersion", ipVersion)
                .add("acl", aces)
                .add("generationId", Integer.toString(generation))
                .add("isReadOnly", false)
                .add("timestamp", desk.time(now))
                .build();
        acls.put(id, acl, now);
        desk.topics()
                .of(IseTopic.SECURITY_GROUP_ACLS)
                .publish(Json.createObjectBuilder(acl).add("isDeleted", false).build());
    }

    /** Deletes an SGACL, whatever cells still name it. */
    public synchronized void deleteAcl(String id) {
        Instant now = desk.now();
        acls.remove(id, now)
                .ifPresent(acl -> desk.topics()
                        .of(IseTopic.SECURITY_GROUP_ACLS)
                        .publish(Json.createObjectBuilder(acl)
                                .add("timestamp", desk.time(now))
                                .add("isDeleted", true)
                                .build()));
    }

    /**
     * Adds a cell of the matrix or changes the one that there is between these groups.
     *
     * @param status {@code ENABLED}, {@code MONITOR} or {@code DISABLED}
     * @param defaultRule {@code NONE}, {@code PERMIT_IP} or {@code DENY_IP}
     */
    public synchronized String putCell(
            SecurityGroup source, SecurityGroup destination, String status, List<String> aclIds, String defaultRule) {
        String id = findCell(MATRIX_ID, source.id(), destination.id())
                .map(cell -> cell.getString("id"))
                .orElse(id("cell:" + source.id() + ">" + destination.id()));
        putCell(new Cell(id, MATRIX_ID, source.id(), destination.id(), status, aclIds, defaultRule, ""));
        return id;
    }

    /** Adds a cell, or changes the one with its id; the destination's column gets its next generation. */
    public synchronized void putCell(Cell cell) {
        Instant now = desk.now();
        JsonObject json = cell.toJson(nameOf(cell.source()) + "-" + nameOf(cell.destination()), desk.time(now));
        cells.put(cell.id(), json, now);
        publishCell(json, now, false);
    }

    /** The cell of a matrix between two groups. */
    public synchronized Optional<JsonObject> findCell(String matrix, String source, String destination) {
        return cells.all().stream()
                .filter(cell -> cell.getString("sourceSecurityGroupId").equals(source)
                        && cell.getString("destinationSecurityGroupId").equals(destination)
                        && cell.getString("matrixId").equals(matrix))
                .findFirst();
    }

    /** How often what switches download for a destination has changed. */
    public synchronized int generation(String destination) {
        return columns.getOrDefault(destination, 0);
    }

    /** Names the cells of a group anew, which is not told on any topic. */
    public synchronized void rename(String group) {
        for (JsonObject cell : cells.all()) {
            String source = cell.getString("sourceSecurityGroupId");
            String destination = cell.getString("destinationSecurityGroupId");
            if (source.equals(group) || destination.equals(group)) {
                JsonObject renamed = Json.createObjectBuilder(cell)
                        .add("name", nameOf(source) + "-" + nameOf(destination))
                        .build();
                cells.put(cell.getString("id"), renamed, desk.now());
            }
        }
    }

    public synchronized void deleteCell(String id) {
        Instant now = desk.now();
        cells.remove(id, now).ifPresent(cell -> publishCell(cell, now, true));
    }

    /** Before 3.2 an edit of the matrix shows only as an update of the destination's security group. */
    private void publishCell(JsonObject cell, Instant now, boolean deleted) {
        String source = cell.getString("sourceSecurityGroupId");
        String destination = cell.getString("destinationSecurityGroupId");
        columns.merge(destination, 1, Integer::sum);
        if (!IseTopic.EGRESS_POLICIES.isOffered(desk.version())) {
            groups.find(destination)
                    .ifPresent(group -> desk.topics()
                            .of(IseTopic.SECURITY_GROUPS)
                            .publish(Json.createObjectBuilder()
                                    .add("operation", "UPDATE")
                                    .add("securityGroup", group.toJson())
                                    .build()));
            return;
        }
        JsonObjectBuilder event = Json.createObjectBuilder()
                .add("id", cell.getString("id"))
                .add("name", cell.getString("name"))
                .add("description", cell.getString("description"))
                .add("sourceSgtId", source)
                .add("sourceSgtName", nameOf(source))
                .add("destinationSgtId", destination)
                .add("destinationSgtName", nameOf(destination))
                .add("matrixCellStatus", cell.getString("status"))
                .add("sgaclIds", cell.getJsonArray("sgaclIds"))
                .add("defaultRule", cell.getString("defaultRule"))
                .add("deleted", deleted)
                .add("timestamp", desk.time(now));
        desk.topics().of(IseTopic.EGRESS_POLICIES).publish(event.build());
    }

    private String nameOf(String groupId) {
        return groups.find(groupId).map(SecurityGroup::name).orElse("");
    }

    public synchronized String putNetwork(String name) {
        Instant now = desk.now();
        String id = id("vn:" + name);
        JsonObject network = Json.createObjectBuilder()
                .add("id", id)
                .add("name", name)
                .add("additionalAttributes", "")
                .add("timestamp", desk.time(now))
                .build();
        networks.put(id, network, now);
        desk.topics()
                .of(IseTopic.VIRTUAL_NETWORKS)
                .publish(Json.createObjectBuilder(network).add("deleted", false).build());
        return id;
    }

    public synchronized void deleteNetwork(String id) {
        Instant now = desk.now();
        networks.remove(id, now)
                .ifPresent(network -> desk.topics()
                        .of(IseTopic.VIRTUAL_NETWORKS)
                        .publish(Json.createObjectBuilder(network)
                                .add("timestamp", desk.time(now))
                                .add("deleted", true)
                                .build()));
    }

    /** Maps a group to a virtual network and its VLANs (the form of this topic is not documented publicly). */
    public synchronized void putVlan(SecurityGroup group, String networkName, List<String> vlanNames) {
        Instant now = desk.now();
        String id = id("vnvlan:" + group.id() + networkName);
        JsonObject mapping = Json.createObjectBuilder()
                .add("id", id)
                .add("name", group.name() + "-" + networkName)
                .add("sgtId", group.id())
                .add("vnId", id("vn:" + networkName))
                .add("vnName", networkName)
                .add("vlans", Json.createArrayBuilder(vlanNames))
                .add("timestamp", desk.time(now))
                .build();
        boolean created = vlans.put(id, mapping, now);
        desk.topics()
                .of(IseTopic.SECURITY_GROUP_VN_VLANS)
                .publish(Json.createObjectBuilder()
                        .add("operation", created ? "CREATE" : "UPDATE")
                        .add("securityGroupVnVlan", mapping)
                        .build());
    }

    /** Some cell other than the default one, if there is any. */
    public Optional<JsonObject> anyCell(int number) {
        List<JsonObject> all = cells.all().stream()
                .filter(cell -> !cell.getString("id").equals(BuiltIn.DEFAULT_CELL))
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(Math.floorMod(number, all.size())));
    }
}
