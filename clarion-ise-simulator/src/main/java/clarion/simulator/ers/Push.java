package clarion.simulator.ers;

import clarion.simulator.IseVersion;
import clarion.simulator.records.NetworkSwitches;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Tells the switches to download: {@code PUT /ers/config/op/trustsec/egresspushmatrix} (and {@code egresspolicypush},
 * as clients disagree), and since 3.5 {@code PUT /api/v1/trustsec/coa/push}.
 */
final class Push {

    private static final Set<String> ACTIONS = Set.of("egresspushmatrix", "egresspolicypush");
    private static final Set<String> TYPES =
            Set.of("ALL", "ENV", "POLICY", "SGACL", "SGT", "STEERING_CONTRACT", "STEERING_POLICY");

    private final NetworkSwitches switches;
    private final TrustSecConfig config;

    Push(NetworkSwitches switches, TrustSecConfig config) {
        this.switches = switches;
        this.config = config;
    }

    boolean isFor(List<String> path) {
        return path.size() == 3 && path.get(1).equals("trustsec") && ACTIONS.contains(path.get(2));
    }

    /** 204, however many switches there are. */
    ErsReply overErs(ErsCall call) {
        if (!call.method().equals("PUT")) {
            throw ErsFault.unsupportedMethod(call.method(), "PUT");
        }
        switches.push();
        return ErsReply.done();
    }

    void register(OpenApiRouter router, IseVersion version) {
        if (version.isAtLeast(IseVersion.V3_5)) {
            router.with("PUT", "/v1/trustsec/coa/push", (call, path) -> overOpenApi(call));
        }
    }

    private ErsReply overOpenApi(ErsCall call) {
        JsonObject given = call.hasBody() ? call.json() : JsonObject.EMPTY_JSON_OBJECT;
        new Schema()
                .mayBeOneOf("coaType", TYPES.toArray(String[]::new))
                .may("matrixId", Schema.Kind.TEXT)
                .check(given, false, Set.of());
        String matrix = ErsResource.text(given, "matrixId", TrustSecConfig.MATRIX_ID);
        if (!config.hasMatrix(matrix)) {
            throw ErsFault.invalid("There is no matrix with the ID " + matrix);
        }
        String status;
        if (switches.isBusy()) {
            status = "BUSY";
        } else {
            status = switches.push() == 0 ? "NO_CTS_DEVICE_AVAILABLE" : "INITIATED";
        }
        return OpenApiDialect.wrap(Json.createObjectBuilder()
                .add("status", status)
                .add("propagationId", UUID.randomUUID().toString())
                .build());
    }
}
