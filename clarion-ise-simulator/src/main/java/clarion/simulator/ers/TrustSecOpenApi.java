package clarion.simulator.ers;

import clarion.simulator.IseVersion;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Set;

/**
 * {@code /api/v1/trustsec} and {@code /api/v1/sgt/reservation}: whole groups in one call, the matrix and how it is
 * worked on (both since 3.5), and ranges of group numbers. Cisco publishes no sample of the first three: their fields
 * are those of ERS.
 */
final class TrustSecOpenApi {

    private static final String RESERVATION = "/v1/sgt/reservation";
    private static final int FIRST = 16;
    private static final int LAST = 65_519;

    private final SecurityGroups groups;
    private final ErsResource sgts;
    private final ErsResource cells;
    private final TrustSecConfig config;
    private final Reservations reservations;
    private final ErsSettings settings;

    TrustSecOpenApi(
            SecurityGroups groups,
            ErsResource sgts,
            ErsResource cells,
            TrustSecConfig config,
            Reservations reservations,
            ErsSettings settings) {
        this.groups = groups;
        this.sgts = sgts;
        this.cells = cells;
        this.config = config;
        this.reservations = reservations;
        this.settings = settings;
    }

    void register(OpenApiRouter router, IseVersion version) {
        if (version.isAtLeast(IseVersion.V3_5)) {
            router.with(
                            "GET",
                            "/v1/trustsec/security-group",
                            (call, path) -> OpenApiDialect.wrap(array(sgts).build()))
                    .with(
                            "GET",
                            "/v1/trustsec/matrix",
                            (call, path) ->
                                    OpenApiDialect.wrap(config.matrices().getJsonArray("egressMatrices")))
                    .with("GET", "/v1/trustsec/matrix/{matrix}/cells", (call, path) -> {
                        String matrix = path.group("matrix");
                        if (!config.hasMatrix(matrix)) {
                            throw ErsFault.notFound("Matrix not found: " + matrix);
                        }
                        JsonArrayBuilder some = Json.createArrayBuilder();
                        cells.all().stream()
                                .filter(cell -> cell.getString("matrixId").equals(matrix))
                                .forEach(some::add);
                        return OpenApiDialect.wrap(some.build());
                    })
                    .with("GET", "/v1/trustsec/matrix-workflow-settings", (call, path) -> workflow())
                    .with("PUT", "/v1/trustsec/matrix-workflow-settings", (call, path) -> setWorkflow(call.json()));
        }
        router.with("GET", RESERVATION, (call, path) -> {
                    JsonArrayBuilder all = Json.createArrayBuilder();
                    reservations.ranges().forEach((id, range) -> all.add(json(id, range)));
                    return OpenApiDialect.wrap(all.build());
                })
                .with("POST", RESERVATION + "/reserveRange", (call, path) -> reserve(call.json()))
                .with(
                        "GET",
                        RESERVATION + "/{client}",
                        (call, path) -> OpenApiDialect.wrap(json(path.group("client"), range(path.group("client")))))
                .with("PUT", RESERVATION + "/{client}", (call, path) -> change(path.group("client"), call.json()))
                .with("DELETE", RESERVATION + "/{client}", (call, path) -> {
                    range(path.group("client"));
                    reservations.ranges().remove(path.group("client"));
                    return ErsReply.done();
                });
    }

    private static JsonArrayBuilder array(ErsResource resource) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        resource.all().forEach(all::add);
        return all;
    }

    private ErsReply workflow() {
        return OpenApiDialect.wrap(Json.createObjectBuilder()
                .add("matrixMode", config.multipleMatrices() ? "MULTIPLE_MATRICES" : "SINGLE_MATRIX")
                .add("useDefcons", false)
                .add("approvalWorkflow", Json.createObjectBuilder().add("enableApprovalWorkflow", settings.approval()))
                .build());
    }

    /** Changes the settings that are simulated; DEFCONs are not. */
    private ErsReply setWorkflow(JsonObject given) {
        new Schema()
                .mustBeOneOf("matrixMode", "SINGLE_MATRIX", "MULTIPLE_MATRICES")
                .may("useDefcons", Schema.Kind.FLAG)
                .may("approvalWorkflow", Schema.Kind.ANY)
                .check(given, false, Set.of());
        if (given.getBoolean("useDefcons", false)) {
            throw ErsFault.invalid("DEFCON matrices are not simulated");
        }
        config.multipleMatrices(given.getString("matrixMode").equals("MULTIPLE_MATRICES"));
        if (given.get("approvalWorkflow") instanceof JsonObject workflow) {
            settings.approval(workflow.getBoolean("enableApprovalWorkflow", false));
        }
        return workflow();
    }

    private Reservations.Range range(String client) {
        Reservations.Range range = reservations.ranges().get(client);
        if (range == null) {
            throw ErsFault.notFound("No range is reserved for " + client);
        }
        return range;
    }

    private static JsonObject json(String id, Reservations.Range range) {
        return Json.createObjectBuilder()
                .add("clientId", id)
                .add("startIndex", range.first())
                .add("endIndex", range.last())
                .build();
    }

    /** Reserves the lowest numbers in a row of which none is taken or reserved. */
    private ErsReply reserve(JsonObject given) {
        new Schema()
                .must("clientName", Schema.Kind.TEXT)
                .must("numberOfTags", Schema.Kind.NUMBER)
                .check(given, false, Set.of());
        int count = given.getInt("numberOfTags");
        String client = given.getString("clientName");
        if (count < 1 || reservations.ranges().containsKey(client)) {
            throw ErsFault.invalid(count < 1 ? "numberOfTags must be 1 or more" : client + " has a range already");
        }
        int first = FIRST;
        for (int tag = FIRST; tag <= LAST && tag - first < count; tag++) {
            first = isFree(tag, "") ? first : tag + 1;
        }
        Reservations.Range range = new Reservations.Range(client, first, first + count - 1);
        if (range.last() > LAST) {
            throw ErsFault.invalid("There are no " + count + " free numbers in a row");
        }
        reservations.ranges().put(client, range);
        return OpenApiDialect.wrap(json(client, range));
    }

    private ErsReply change(String client, JsonObject given) {
        range(client);
        new Schema()
                .must("clientId", Schema.Kind.TEXT)
                .must("startIndex", Schema.Kind.NUMBER)
                .must("endIndex", Schema.Kind.NUMBER)
                .check(given, false, Set.of());
        int first = given.getInt("startIndex");
        int last = given.getInt("endIndex");
        if (first < FIRST || last < first || last > LAST) {
            throw ErsFault.invalid("A range is from " + FIRST + " to " + LAST + ", not " + first + " to " + last);
        }
        for (int tag = first; tag <= last; tag++) {
            if (!isFree(tag, client)) {
                throw ErsFault.invalid(tag + " is taken or reserved");
            }
        }
        Reservations.Range range = new Reservations.Range(client, first, last);
        reservations.ranges().put(client, range);
        return OpenApiDialect.wrap(json(client, range));
    }

    private boolean isFree(int tag, String client) {
        boolean reserved = reservations.ranges().values().stream()
                .anyMatch(range -> range.has(tag) && !range.client().equals(client));
        return !reserved && groups.findByTag(tag).isEmpty();
    }
}
