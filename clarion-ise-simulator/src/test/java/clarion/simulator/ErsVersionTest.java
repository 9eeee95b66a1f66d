package clarion.simulator;

import static clarion.simulator.ErsCaller.cell;
import static clarion.simulator.ErsCaller.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    Path data;

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
}
