package clarion.simulator;

import static clarion.simulator.ErsCaller.object;
import static clarion.simulator.ErsCaller.sgt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.ers.ErsCredentials;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {

    private static final String SETS = "/api/v1/policy/network-access/policy-set";
    private static final String RESERVATION = "/api/v1/sgt/reservation";

    @TempDir
    static Path data;

    static IseSimulator ise;
    static ErsCaller api;

    @BeforeAll
    static void start() {
        ise = IseSimulator.builder()
                .dataDirectory(data)
                .version(IseVersion.V3_5)
                .gatewayPort(0)
                .start();
        api = new ErsCaller(ise, ise.gatewayPort(), ErsCredentials.open(data));
    }

    @AfterAll
    static void stop() {
        ise.close();
    }

    private static JsonObject answer(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        JsonObject body = TestConsumer.json(answer.body());
        assertEquals("1.0.0", body.getString("version"));
        return body;
    }

    private static JsonObject response(int status, String method, String path, String body) {
        return answer(status, api.send(method, path, body, ErsCaller.JSON)).getJsonObject("response");
    }

    private static JsonArray list(String path) {
        return answer(200, api.get(path)).getJsonArray("response");
    }

    private static String error(int status, String method, String path, String body) {
        return answer(status, api.send(method, path, body, ErsCaller.JSON))
                .getJsonObject("error")
                .getString("message");
    }

    private static String rules() {
        return SETS + "/" + list(SETS).getJsonObject(0).getString("id") + "/authorization";
    }

    private static String rule(String name, String rest) {
        return "{\"rule\":{\"name\":\"" + name + "\",\"state\":\"disabled\",\"rank\":0,\"condition\":{"
                + "\"conditionType\":\"ConditionAttributes\",\"isNegate\":false,\"dictionaryName\":\"DEVICE\","
                + "\"attributeName\":\"Location\",\"operator\":\"equals\",\"attributeValue\":\"All Locations\"}}" + rest
                + "}";
    }

    @Test
    void givesGroupsByAuthorizationRules() {
        String made = rule("Printers by place", ",\"profile\":[\"PermitAccess\"],\"securityGroup\":\"Printers\"");
        JsonObject rule = response(201, "POST", rules(), made);
        String id = rule.getJsonObject("rule").getString("id");
        assertEquals("disabled", rule.getJsonObject("rule").getString("state"));
        assertEquals(0, rule.getJsonObject("rule").getInt("hitCounts"));
        assertEquals(2, list(rules()).size());
        assertEquals(1, list(rules()).getJsonObject(1).getJsonObject("rule").getInt("rank"));
        String changed = made.replace("disabled", "monitor");
        assertEquals(
                "monitor",
                response(200, "PUT", rules() + "/" + id, changed)
                        .getJsonObject("rule")
                        .getString("state"));
        String printers = ise.groups().findByName("Printers").orElseThrow().id();
        HttpResponse<String> used = api.delete("/ers/config/sgt/" + printers);
        assertTrue(ErsCaller.title(used).contains("Printers by place"), used.body());
        response(200, "DELETE", rules() + "/" + id, "");
        assertEquals("Authorization rule not found: " + id, error(404, "GET", rules() + "/" + id, ""));
        String last = list(rules()).getJsonObject(0).getJsonObject("rule").getString("id");
        assertTrue(error(400, "DELETE", rules() + "/" + last, "").contains("default"));
    }

    @Test
    void refusesRulesThatCannotBe() {
        String profile = ",\"profile\":[\"PermitAccess\"]";
        assertTrue(error(400, "POST", rules(), rule("R", ",\"securityGroup\":\"Nobody\""))
                .contains("Nobody"));
        assertTrue(error(400, "POST", rules(), rule("R", ",\"profile\":[\"Mine\"]"))
                .contains("Mine"));
        assertTrue(error(400, "POST", rules(), rule("R", "")).contains("profile or a securityGroup"));
        assertTrue(error(400, "POST", rules(), rule("Default", profile)).contains("already exists"));
        String odd = rule("R", profile).replace("ConditionAttributes", "Maybe");
        assertTrue(error(400, "POST", rules(), odd).contains("Maybe"));
        assertTrue(error(400, "POST", rules(), rule("R", profile).replace("\"operator\":\"equals\",", ""))
                .contains("operator"));
        assertTrue(error(404, "GET", SETS + "/none/authorization", "").contains("none"));
    }

    @Test
    void tellsGroupsAndCellsWhole() {
        assertTrue(list("/api/v1/trustsec/security-group").getValuesAs(JsonObject.class).stream()
                .anyMatch(group -> group.getString("name").equals("Employees") && group.getInt("value") == 4));
        JsonObject matrix = list("/api/v1/trustsec/matrix").getJsonObject(0);
        assertEquals("Production", matrix.getString("name"));
        JsonArray cells = list("/api/v1/trustsec/matrix/" + matrix.getString("id") + "/cells");
        assertEquals("ANY-ANY", cells.getJsonObject(0).getString("name"));
        error(404, "GET", "/api/v1/trustsec/matrix/none/cells", "");
        assertEquals(
                "SINGLE_MATRIX",
                response(200, "GET", "/api/v1/trustsec/matrix-workflow-settings", "")
                        .getString("matrixMode"));
        assertTrue(list("/api/v1/policy/network-access/security-groups").size() > 20);
    }

    @Test
    void reservesNumbersThatNobodyElseIsGiven() {
        JsonObject range =
                response(200, "POST", RESERVATION + "/reserveRange", "{\"clientName\":\"dna\",\"numberOfTags\":10}");
        int first = range.getInt("startIndex");
        assertEquals(29, first, "behind the groups of the campus");
        assertEquals(38, range.getInt("endIndex"));
        response(200, "PUT", RESERVATION + "/dna", "{\"clientId\":\"dna\",\"startIndex\":16,\"endIndex\":19}");
        String automatic = api.create("/ers/config/sgt", sgt("Beside", -1));
        assertEquals(29, api.read("/ers/config/sgt/" + automatic).getInt("value"));
        assertTrue(error(400, "PUT", RESERVATION + "/dna", "{\"clientId\":\"dna\",\"startIndex\":16,\"endIndex\":20}")
                .contains("20"));
        assertEquals(204, api.delete(RESERVATION + "/dna").statusCode());
        error(404, "GET", RESERVATION + "/dna", "");
        assertEquals(204, api.delete("/ers/config/sgt/" + automatic).statusCode());
    }

    @Test
    void isAtTheGatewayAloneAndCanBeOff() {
        ErsCaller ers = ErsCaller.admin(ise, data);
        assertEquals(404, ers.get(SETS).statusCode());
        assertEquals(200, api.get("/ers/config/sgt").statusCode());
        assertEquals(
                401, new ErsCaller(ise, ise.gatewayPort(), "x", "y").get(SETS).statusCode());
        ise.api().settings().openApi(false);
        assertEquals(403, api.get(SETS).statusCode());
        ise.api().settings().openApi(true);
        assertTrue(error(405, "DELETE", SETS, "").contains("DELETE"));
    }

    @Test
    void hasTheOtherResourcesOfErs() {
        JsonObject mapping = object(
                "SGMapping",
                "name",
                "10.9.9.9",
                "deployType",
                "ALL",
                "hostIp",
                "10.9.9.9",
                "sgt",
                "93c66ed0-8c01-11e6-996c-525400b48521");
        String id = api.create("/ers/config/sgmapping", mapping);
        assertEquals(
                java.util.List.of("10.9.9.9"),
                api.names("/ers/config/sgmapping?filter=sgtName.EQ.Guests&filter=ip.STARTSW.10.9"));
        assertEquals(
                204,
                api.send("PUT", "/ers/config/sgmapping/" + id + "/deploy", "", ErsCaller.JSON)
                        .statusCode());
        assertTrue(ise.records().bindings().table().find("10.9.9.9/32").isPresent());
        assertTrue(ErsCaller.title(api.delete("/ers/config/sgt/93c66ed0-8c01-11e6-996c-525400b48521"))
                .contains("SG mapping"));
        assertEquals(
                400,
                api.post("/ers/config/sgmapping", object("SGMapping", "name", "x", "deployType", "ALL"))
                        .statusCode());
        assertEquals(204, api.delete("/ers/config/sgmapping/" + id).statusCode());

        JsonObject vlans = object(
                "SgtVNVlanContainer", "name", "v", "sgtId", "93ad6890-8c01-11e6-996c-525400b48521", "description", "");
        String container = api.create("/ers/config/sgtvnvlan", vlans);
        assertEquals(204, api.delete("/ers/config/sgtvnvlan/" + container).statusCode());

        String odd = "{\"SgtVNVlanContainer\":{\"name\":\"o\",\"sgtId\":\"93ad6890-8c01-11e6-996c-525400b48521\","
                + "\"virtualnetworklist\":[7]}}";
        assertEquals(
                400,
                api.send("POST", "/ers/config/sgtvnvlan", odd, ErsCaller.JSON).statusCode());
        String vlan = odd.replace("[7]", "[{\"name\":\"IOT\",\"vlans\":[{\"name\":\"video\"}]}]");
        assertEquals(
                201,
                api.send("POST", "/ers/config/sgtvnvlan", vlan, ErsCaller.JSON).statusCode());
        assertTrue(ise.trustSec().vlans().all().get(0).toString().contains("video"));

        JsonObject profiled = api.read("/ers/config/endpointgroup/name/Profiled");
        assertTrue(profiled.getBoolean("systemDefined"));
        assertEquals(
                400,
                api.delete("/ers/config/endpointgroup/" + profiled.getString("id"))
                        .statusCode());
        String own = api.create("/ers/config/endpointgroup", object("EndPointGroup", "name", "Own"));
        HttpResponse<String> patched = api.send(
                "PATCH",
                "/ers/config/endpointgroup/" + own,
                object("EndPointGroup", "description", "patched").toString(),
                ErsCaller.JSON);
        assertEquals(200, patched.statusCode(), patched.body());
        assertEquals("patched", api.read("/ers/config/endpointgroup/" + own).getString("description"));

        ise.records().switches().add("10.255.0.7", "b01-sw07");
        assertFalse(
                api.names("/ers/config/networkdevice?filter=name.EQ.b01-sw07").isEmpty());
        assertEquals(2, api.names("/ers/config/networkdevicegroup").size());
        assertTrue(api.read("/ers/config/node/name/ise1").getBoolean("primaryPapNode"));
        assertEquals(
                "3.5.0",
                api.read("/ers/config/op/systemconfig/iseversion")
                        .getJsonArray("resultValue")
                        .getJsonObject(0)
                        .getString("value"));
    }
}
