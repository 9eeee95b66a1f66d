package clarion.simulator;

import static clarion.simulator.ErsCaller.cell;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.ers.ErsCredentials;
import clarion.simulator.records.NetworkSwitches.Mode;
import clarion.simulator.topics.IseTopic;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PushTest {

    private static final String PUSH = "/ers/config/op/trustsec/egresspushmatrix";
    private static final String CELL = "/ers/config/egressmatrixcell";
    private static final String EMPLOYEES = "93ad6890-8c01-11e6-996c-525400b48521";
    private static final String GUESTS = "93c66ed0-8c01-11e6-996c-525400b48521";
    private static final String DENY_IP = "92919850-8c01-11e6-996c-525400b48521";

    @TempDir
    static Path data; // one PKI for all of them

    private IseSimulator ise;
    private ErsCaller ers;
    private TestConsumer reader;

    @BeforeEach
    void start() {
        ise = IseSimulator.builder()
                .dataDirectory(data)
                .version(IseVersion.V3_5)
                .gatewayPort(0)
                .start();
        ers = ErsCaller.admin(ise, data);
        ise.records().switches().add("10.0.0.1", "good");
        ise.records().switches().add("10.0.0.2", "bad");
        reader = new TestConsumer(ise, "reader");
        reader.subscribe(reader.open(), IseTopic.POLICY_DOWNLOADS.destination());
        assertEquals("CONNECTED", reader.next().command());
        Waits.until(() -> ise.pubSub().subscriptions(IseTopic.POLICY_DOWNLOADS.destination()) == 1);
    }

    @AfterEach
    void stop() {
        ise.close();
    }

    private JsonObject next() {
        return TestConsumer.json(reader.next().text())
                .getJsonArray("policyDownloads")
                .getJsonObject(0);
    }

    /** The next reports, by switch and destination. */
    private Map<String, JsonObject> reports(int count) {
        Map<String, JsonObject> reports = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            JsonObject report = next();
            reports.put(report.getString("nasIpAddress") + " " + report.getString("rbaclSourceList"), report);
        }
        return reports;
    }

    private static JsonObject report(Map<String, JsonObject> reports, String key) {
        JsonObject report = reports.get(key);
        if (report == null) {
            throw new AssertionError("no report of " + key + ", but " + reports.keySet());
        }
        return report;
    }

    @Test
    void letsEverySwitchReportWhatItDownloaded() {
        ers.create(CELL, cell(EMPLOYEES, GUESTS, "ENABLED", List.of(DENY_IP)));
        ise.records().switches().set("10.0.0.2", Mode.FAILING, Duration.ZERO);
        assertEquals(204, ers.send("PUT", PUSH, "", ErsCaller.JSON).statusCode());
        Map<String, JsonObject> reports = reports(4);
        JsonObject good = report(reports, "10.0.0.1 0006-01");
        assertEquals("SUCCESS", good.getString("status"));
        JsonObject policy = good.getJsonArray("policies").getJsonObject(0);
        assertEquals(4, policy.getInt("sourceSgt"));
        assertEquals(6, policy.getInt("destinationSgt"));
        assertEquals("Deny IP", policy.getString("sgaclName"));
        assertEquals("01", policy.getString("destinationSgtGenerationId"));
        JsonObject bad = report(reports, "10.0.0.2 0006-01");
        assertEquals("FAILURE", bad.getString("status"));
        assertTrue(bad.containsKey("failureReason"));
        assertTrue(reports.containsKey("10.0.0.1 FFFF-00"), "the default cell: " + reports.keySet());
    }

    @Test
    void reportsAColumnThatHasLostItsLastCell() {
        ise.records().switches().set("10.0.0.2", Mode.SILENT, Duration.ZERO);
        String id = ers.create(CELL, cell(EMPLOYEES, GUESTS, "ENABLED", List.of(DENY_IP)));
        ers.send("PUT", PUSH, "", ErsCaller.JSON);
        assertTrue(reports(2).containsKey("10.0.0.1 0006-01"));
        ers.delete(CELL + "/" + id);
        ers.send("PUT", PUSH.replace("egresspushmatrix", "egresspolicypush"), "", ErsCaller.JSON);
        JsonObject emptied = report(reports(2), "10.0.0.1 0006-02");
        assertEquals(0, emptied.getJsonArray("policies").size());
    }

    @Test
    void pushesOverTheOpenApiAndSaysWhenItIsBusy() {
        ErsCaller gateway = new ErsCaller(ise, ise.gatewayPort(), ErsCredentials.open(data));
        ise.records().switches().set("10.0.0.2", Mode.LAGGING, Duration.ofMillis(300));
        assertEquals("INITIATED", push(gateway));
        assertEquals("BUSY", push(gateway));
        Map<String, JsonObject> reports = reports(2);
        assertTrue(reports.containsKey("10.0.0.2 FFFF-00"), reports.keySet().toString());
        HttpResponse<String> wrong =
                gateway.send("PUT", "/api/v1/trustsec/coa/push", "{\"coaType\":\"EVERYTHING\"}", ErsCaller.JSON);
        assertEquals(400, wrong.statusCode());
        assertTrue(TestConsumer.json(wrong.body())
                .getJsonObject("error")
                .getString("message")
                .contains("EVERYTHING"));
        assertEquals(
                404,
                ers.send("PUT", "/api/v1/trustsec/coa/push", "{}", ErsCaller.JSON)
                        .statusCode());
    }

    private static String push(ErsCaller gateway) {
        HttpResponse<String> answer =
                gateway.send("PUT", "/api/v1/trustsec/coa/push", "{\"coaType\":\"POLICY\"}", ErsCaller.JSON);
        assertEquals(200, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("X-Request-ID").isPresent());
        return TestConsumer.json(answer.body()).getJsonObject("response").getString("status");
    }
}
