package clarion.simulator.ers;

import clarion.simulator.IseVersion;
import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.records.BuiltIn;
import clarion.simulator.records.Cell;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code /ers/config/egressmatrixcell}: the cells that pxGrid tells of as egress policies. */
final class CellResource extends ErsResource {

    private final TrustSecConfig config;
    private final SecurityGroups groups;
    private final boolean newest;
    private final Staging staging;
    private final CellActions actions;

    CellResource(TrustSecConfig config, SecurityGroups groups, Staging staging, IseVersion version) {
        super(
                "egressmatrixcell",
                "EgressMatrixCell",
                "trustsec.egressmatrixcell",
                EnumSet.of(Verb.CREATE, Verb.UPDATE, Verb.DELETE));
        this.config = config;
        this.groups = groups;
        this.newest = version.isAtLeast(IseVersion.V3_5);
        this.staging = staging;
        this.actions = new CellActions(config, this, staging);
    }

    @Override
    Schema schema() {
        Schema schema = new Schema()
                .must("sourceSgtId", Schema.Kind.TEXT)
                .must("destinationSgtId", Schema.Kind.TEXT)
                .mustBeOneOf("matrixCellStatus", "DISABLED", "ENABLED", "MONITOR")
                .mustBeOneOf("defaultRule", "NONE", "DENY_IP", "PERMIT_IP")
                .may("sgacls", Schema.Kind.TEXTS)
                .may("name", Schema.Kind.TEXT)
                .may("description", Schema.Kind.TEXT);
        return newest ? schema.may("matrixId", Schema.Kind.TEXT) : schema;
    }

    @Override
    Set<String> filters() {
        Set<String> fields = new HashSet<>(
                Set.of("sgtSrcName", "sgtDstName", "sgtSrcValue", "sgtDstValue", "matrixStatus", "description"));
        if (newest) {
            fields.add("matrixId");
        }
        return fields;
    }

    @Override
    JsonValue value(JsonObject cell, String field) {
        return switch (field) {
            case "sgtSrcName" -> Json.createValue(group(cell, "sourceSgtId", SecurityGroup::name, ""));
            case "sgtDstName" -> Json.createValue(group(cell, "destinationSgtId", SecurityGroup::name, ""));
            case "sgtSrcValue" -> Json.createValue(group(cell, "sourceSgtId", SecurityGroup::tag, -1));
            case "sgtDstValue" -> Json.createValue(group(cell, "destinationSgtId", SecurityGroup::tag, -1));
            case "matrixStatus" -> super.value(cell, "matrixCellStatus");
            default -> super.value(cell, field);
        };
    }

    private <T> T group(
            JsonObject cell, String end, java.util.function.Function<SecurityGroup, T> property, T otherwise) {
        return groups.find(cell.getString(end)).map(property).orElse(otherwise);
    }

    /** Until 3.4 ERS reaches the production matrix alone. */
    private boolean reaches(JsonObject told) {
        return newest || told.getString("matrixId").equals(TrustSecConfig.MATRIX_ID);
    }

    @Override
    List<JsonObject> all() {
        return config.cells().all().stream()
                .filter(this::reaches)
                .map(this::json)
                .toList();
    }

    @Override
    Optional<JsonObject> find(String id) {
        return config.cells().find(id).filter(this::reaches).map(this::json);
    }

    private JsonObject json(JsonObject told) {
        Cell cell = Cell.of(told);
        var json = Json.createObjectBuilder()
                .add("id", cell.id())
                .add("name", told.getString("name"))
                .add("description", cell.description())
                .add("sourceSgtId", cell.source())
                .add("destinationSgtId", cell.destination())
                .add("matrixCellStatus", cell.status())
                .add("defaultRule", cell.defaultRule())
                .add("sgacls", Json.createArrayBuilder(cell.acls()));
        return newest ? json.add("matrixId", cell.matrix()).build() : json.build();
    }

    @Override
    String create(JsonObject given) {
        String matrix = text(given, "matrixId", TrustSecConfig.MATRIX_ID);
        if (!config.hasMatrix(matrix)) {
            throw ErsFault.invalid("There is no matrix with the ID " + matrix);
        }
        Cell cell = new Cell(
                UUID.randomUUID().toString(),
                matrix,
                given.getString("sourceSgtId"),
                given.getString("destinationSgtId"),
                given.getString("matrixCellStatus"),
                acls(given, List.of()),
                given.getString("defaultRule"),
                text(given, "description", ""));
        add(cell);
        return cell.id();
    }

    /** Adds a cell where there is none. */
    void add(Cell cell) {
        checkGroup("source", cell.source());
        checkGroup("destination", cell.destination());
        if (config.findCell(cell.matrix(), cell.source(), cell.destination()).isPresent()) {
            throw ErsFault.store("Operation Egress Policy Matrix Create failed: Error: Cell Already Exsits !\n"
                    + " MATRIX_CELL failed....");
        }
        staging.edit(() -> config.putCell(cell));
    }

    private void checkGroup(String end, String id) {
        SecurityGroup group = groups.find(id)
                .orElseThrow(() -> ErsFault.invalid("There is no " + end + " Security Group with the ID " + id));
        if (group.tag() == SecurityGroup.ANY) {
            throw ErsFault.invalid("ANY is the " + end + " of the default cell alone");
        }
    }

    @Override
    void update(JsonObject old, JsonObject given) {
        Cell cell = Cell.of(config.cells().find(old.getString("id")).orElseThrow());
        if (!text(given, "sourceSgtId", cell.source()).equals(cell.source())
                || !text(given, "destinationSgtId", cell.destination()).equals(cell.destination())
                || !text(given, "matrixId", cell.matrix()).equals(cell.matrix())) {
            throw ErsFault.invalid("The Security Groups and the matrix of a cell cannot be changed");
        }
        Cell changed = new Cell(
                cell.id(),
                cell.matrix(),
                cell.source(),
                cell.destination(),
                text(given, "matrixCellStatus", cell.status()),
                acls(given, cell.acls()),
                text(given, "defaultRule", cell.defaultRule()),
                text(given, "description", cell.description()));
        staging.edit(() -> config.putCell(changed));
    }

    @Override
    void delete(JsonObject old) {
        if (old.getString("id").equals(BuiltIn.DEFAULT_CELL)) {
            throw ErsFault.invalid("The default cell cannot be deleted");
        }
        staging.edit(() -> config.deleteCell(old.getString("id")));
    }

    @Override
    @Nullable
    ErsReply act(ErsCall call) {
        return actions.act(call);
    }

    private List<String> acls(JsonObject given, List<String> otherwise) {
        JsonArray ids = given.getJsonArray("sgacls");
        if (ids == null) {
            return otherwise;
        }
        List<String> acls = List.copyOf(ids.getValuesAs(JsonString::getString));
        if (new HashSet<>(acls).size() < acls.size()) {
            throw ErsFault.invalid("An SGACL is named twice");
        }
        for (String id : acls) {
            if (config.acls().find(id).isEmpty()) {
                throw ErsFault.invalid("There is no SGACL with the ID " + id);
            }
        }
        return acls;
    }
}
