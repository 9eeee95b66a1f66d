package clarion.simulator;

import static clarion.simulator.ErsCaller.cell;
import static clarion.simulator.ErsCaller.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.ers.ErsCredentials;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErsVersionTest {

    private static final String CELL = "/ers/config/egressmatrixcell";
    private static final String EMPLOYEES = "93ad6890-8c01-11e6-996c-525400b48521";

    @TempDir
    static Path data; // one PKI for all of them

    /** Until 3.4 a cell has no matrix and PUT needs no id; PATCH comes with 3.2; the OpenAPI of TrustSec with 3.5. */
    @ParameterizedTest
    @CsvSource({"3.1,405,200,404", "3.2,200,200,404", "3.5,200,400,200"})
    void differsByRelease(String version, int patch, int putWithoutId, int matrix) {
        try (IseSimulator ise = IseSimulator.builder()
                .dataDirectory(data)
                .version(IseVersion.parse(version))
                .gatewayPort(0)
                .start()) {
            ErsCaller api = new ErsCaller(ise, ise.gatewayPort(), ErsCredentials.open(data));
            String group = api.create("/ers/config/endpointgroup", object("EndPointGroup", "name", "Own"));
            String description = object("EndPointGroup", "description", "new").toString();
            assertEquals(
                    patch,
                    api.send("PATCH", "/ers/config/endpointgroup/" + group, description, ErsCaller.JSON)
                            .statusCode());
            JsonObject cell = cell(EMPLOYEES, EMPLOYEES, "ENABLED", List.of());
            String id = api.create(CELL, cell);
            assertEquals(putWithoutId, api.put(CELL + "/" + id, cell).statusCode());
            assertEquals(matrix == 200, api.read(CELL + "/" + id).containsKey("matrixId"));
            assertEquals(matrix, api.get("/api/v1/trustsec/matrix").statusCode());
        }
    }

    @Test
    void hasNoGatewayBefore31() {
        try (IseSimulator ise = IseSimulator.builder()
                .dataDirectory(data)
                .version(IseVersion.V3_0)
                .gatewayPort(0)
                .start()) {
            assertEquals(-1, ise.gatewayPort());
            assertFalse(ErsCaller.admin(ise, data).names("/ers/config/sgt").isEmpty());
            assertTrue(ise.ersPort() > 0);
        }
    }

    @Test
    void makesNoGroupsOverErsWithSeveralMatricesBefore35() {
        for (IseVersion version : new IseVersion[] {IseVersion.V3_4, IseVersion.V3_5}) {
            try (IseSimulator ise =
                    IseSimulator.builder().dataDirectory(data).version(version).start()) {
                ise.trustSec().multipleMatrices(true);
                assertEquals(
                        version == IseVersion.V3_5 ? 201 : 403,
                        ErsCaller.admin(ise, data)
                                .post("/ers/config/sgt", ErsCaller.sgt("Robots", 600))
                                .statusCode());
            }
        }
    }

    @Test
    void tellsTheCellsOfASecondMatrixApart() {
        try (IseSimulator ise = IseSimulator.builder()
                .dataDirectory(data)
                .version(IseVersion.V3_5)
                .gatewayPort(0)
                .start()) {
            ErsCaller api = new ErsCaller(ise, ise.gatewayPort(), ErsCredentials.open(data));
            ise.trustSec().multipleMatrices(true);
            String second = TestConsumer.json(api.get("/api/v1/trustsec/matrix").body())
                    .getJsonArray("response")
                    .getJsonObject(1)
                    .getString("id");
            JsonObject here = cell(EMPLOYEES, EMPLOYEES, "ENABLED", List.of());
            JsonObject there = object(
                    "EgressMatrixCell",
                    "sourceSgtId",
                    EMPLOYEES,
                    "destinationSgtId",
                    EMPLOYEES,
                    "matrixCellStatus",
                    "MONITOR",
                    "defaultRule",
                    "DENY_IP",
                    "matrixId",
                    second);
            api.create(CELL, here);
            String id = api.create(CELL, there);
            assertEquals(400, api.post(CELL, there).statusCode());
            assertEquals(List.of("Employees-Employees"), api.names(CELL + "?filter=matrixId.EQ." + second));
            String cells =
                    api.get("/api/v1/trustsec/matrix/" + second + "/cells").body();
            assertTrue(cells.contains(id) && !cells.contains("ANY-ANY"), cells);
            TestConsumer reader = new TestConsumer(ise, "reader");
            reader.control("AccountActivate", "{}");
            String body = "{\"matrixId\":\"" + second + "\"}";
            JsonObject told = TestConsumer.json(
                    reader.call(ServiceNode.TRUSTSEC, "getEgressPolicies", body).body());
            assertEquals(1, told.getInt("totalCount"));
        }
    }

    @Test
    void keepsEditsOfTheMatrixInStagingUntilTheyAreApproved() {
        try (IseSimulator ise = IseSimulator.builder()
                .dataDirectory(data)
                .version(IseVersion.V3_5)
                .gatewayPort(0)
                .start()) {
            ErsCaller api = new ErsCaller(ise, ise.gatewayPort(), ErsCredentials.open(data));
            String settings = "/api/v1/trustsec/matrix-workflow-settings";
            String on = "{\"matrixMode\":\"SINGLE_MATRIX\",\"approvalWorkflow\":{\"enableApprovalWorkflow\":true}}";
            assertEquals(200, api.send("PUT", settings, on, ErsCaller.JSON).statusCode());
            String id = api.create(CELL, cell(EMPLOYEES, EMPLOYEES, "ENABLED", List.of()));
            assertEquals(404, api.get(CELL + "/" + id).statusCode());
            assertEquals(1, ise.api().approveEdits());
            assertEquals("ENABLED", api.read(CELL + "/" + id).getString("matrixCellStatus"));
            assertEquals(204, api.delete(CELL + "/" + id).statusCode());
            assertEquals(1, ise.api().rejectEdits());
            assertEquals(200, api.get(CELL + "/" + id).statusCode());
        }
    }

    @Test
    void tellsAndAssignsEndpoints() {
        try (IseSimulator ise =
                IseSimulator.builder().dataDirectory(data).devices(30).start()) {
            ErsCaller ers = ErsCaller.admin(ise, data);
            String path = "/ers/config/endpoint";
            int known = ers.read(path).getInt("total");
            assertTrue(known > 10, "" + known);
            String group =
                    ers.read("/ers/config/endpointgroup/name/RegisteredDevices").getString("id");
            JsonObject own = object(
                    "ERSEndPoint",
                    "mac",
                    "00-11-22-33-44-55",
                    "groupId",
                    group,
                    "staticGroupAssignment",
                    true,
                    "staticProfileAssignment",
                    false);
            String id = ers.create(path, own);
            assertEquals("00:11:22:33:44:55", ers.read(path + "/" + id).getString("name"));
            assertEquals(
                    List.of("00:11:22:33:44:55"),
                    ers.names(path + "?filter=groupId.EQ." + group + "&filter=staticGroupAssignment.EQ.true"));
            assertTrue(ErsCaller.title(ers.post(path, own)).contains("already exists"));
            assertEquals(204, ers.delete(path + "/" + id).statusCode());
            String mac = ers.names(path).get(0);
            JsonObject known0 = ers.read(path + "/name/" + mac);
            String patch = object("ERSEndPoint", "groupId", group, "staticGroupAssignment", true)
                    .toString();
            assertEquals(
                    200,
                    ers.send("PATCH", path + "/" + known0.getString("id"), patch, ErsCaller.JSON)
                            .statusCode());
            assertEquals(List.of(mac), ers.names(path + "?filter=groupId.EQ." + group));
            assertEquals(known, ers.read(path).getInt("total"));
            assertEquals(
                    400,
                    ers.send(
                                    "PATCH",
                                    path + "/" + known0.getString("id"),
                                    "{\"ERSEndPoint\":{\"groupId\":\"x\"}}",
                                    ErsCaller.JSON)
                            .statusCode());
        }
    }
}
