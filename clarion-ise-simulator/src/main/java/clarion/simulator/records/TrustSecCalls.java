package clarion.simulator.records;

import clarion.simulator.IseVersion;
import clarion.simulator.control.CallService.Call;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.http.Answers;
import jakarta.json.Json;
import java.util.HashMap;
import java.util.Map;

/** The calls of com.cisco.ise.config.trustsec. */
public final class TrustSecCalls {

    private TrustSecCalls() {}

    public static Map<String, Call> of(TrustSecConfig config, SecurityGroups groups, Desk desk) {
        Map<String, Call> calls = new HashMap<>();
        IseVersion version = desk.version();
        // of what is deleted only id, name and time are told, and a tag of -1
        RecordTable.Stone stone = (gone, at) -> Json.createObjectBuilder()
                .add("id", gone.getString("id"))
                .add("name", gone.getString("name"))
                .add("timestamp", desk.time(at))
                .build();
        RecordTable.Stone tagged = (gone, at) ->
                Json.createObjectBuilder(stone.of(gone, at)).add("tag", -1).build();
        calls.put(
                "getSecurityGroups",
                (body, response, callback) -> Answers.json(
                        response,
                        callback,
                        200,
                        groups.table().list(body, "securityGroups", "deletedSecurityGroups", version, tagged)));
        calls.put(
                "getSecurityGroupAcls",
                (body, response, callback) -> Answers.json(
                        response,
                        callback,
                        200,
                        config.acls().list(body, "securityGroupAcls", "deletedSecurityGroupAcls", version, stone)));
        calls.put("getEgressPolicies", (body, response, callback) -> {
            String matrix = body.optional("matrixId");
            RecordTable cells = matrix == null ? config.cells() : config.cellsOf(matrix);
            Answers.json(
                    response,
                    callback,
                    200,
                    cells.list(body, "egressPolicies", "deletedEgressPolicies", version, stone));
        });
        if (version.isAtLeast(IseVersion.V3_2)) {
            calls.put(
                    "getEgressMatrices",
                    (body, response, callback) -> Answers.json(response, callback, 200, config.matrices()));
        }
        if (version.isAtLeast(IseVersion.V3_1)) {
            calls.put(
                    "getVirtualNetwork",
                    (body, response, callback) -> Answers.json(
                            response,
                            callback,
                            200,
                            config.networks().list(body, "virtualNetworks", "deletedVirtualNetworks", version, stone)));
        }
        return calls;
    }
}
