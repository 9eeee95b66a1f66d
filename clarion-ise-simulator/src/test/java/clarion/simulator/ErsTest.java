package clarion.simulator;

import static clarion.simulator.ErsCaller.cell;
import static clarion.simulator.ErsCaller.object;
import static clarion.simulator.ErsCaller.sgt;
import static clarion.simulator.ErsCaller.title;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.AccountState;
import clarion.simulator.ers.ErsCredentials;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErsTest {

    private static final String SGT = "/ers/config/sgt";
    private static final String SGACL = "/ers/config/sgacl";
    private static final String CELL = "/ers/config/egressmatrixcell";
    private static final String EMPLOYEES = "93ad6890-8c01-11e6-996c-525400b48521";
    private static final String GUESTS = "93c66ed0-8c01-11e6-996c-525400b48521";
    private static final String ANY = "92bb1950-8c01-11e6-996c-525400b48521";
    private static final String PERMIT_IP = "92951ac0-8c01-11e6-996c-525400b48521";
    private static final String DEFAULT_CELL = "92c1a900-8c01-11e6-996c-525400b48521";

    @TempDir
    static Path data;

    static IseSimulator ise;
    static ErsCaller ers;

    @BeforeAll
    static void start() {
        ise = IseSimulator.builder()
                .dataDirectory(data)
                .version(IseVersion.V3_5)
                .start();
        ers = ErsCaller.admin(ise, data);
    }

    @AfterAll
    static void stop() {
        ise.close();
    }

    @Test
    void listsGroupsInPagesWithoutTheirValues() {
        Set<String> seen = new HashSet<>();
        String path = SGT + "?size=7";
        while (!path.isEmpty()) {
            JsonObject page = ers.read(path);
            for (JsonObject group : page.getJsonArray("resources").getValuesAs(JsonObject.class)) {
                assertEquals(Set.of("id", "name", "description", "link"), group.keySet());
                assertTrue(seen.add(group.getString("id")));
            }
            String next = page.containsKey("nextPage")
                    ? page.getJsonObject("nextPage").getString("href")
                    : "";
            path = next.replaceFirst("https://[^/]*", "");
        }
        assertTrue(seen.size() >= 26, seen.toString());
        assertEquals(
                "https://localhost:" + ise.ersPort() + SGT + "?size=7&page=1",
                ers.read(SGT + "?size=7&page=2").getJsonObject("previousPage").getString("href"));
        assertEquals(0, ers.read(SGT + "?page=999").getJsonArray("resources").size());
    }

    @Test
    void filtersAndSorts() {
        assertEquals(List.of("Employees"), ers.names(SGT + "?filter=name.EQ.Employees"));
        assertEquals(List.of("Employees"), ers.names(SGT + "?filter=value.EQ.4"));
        assertEquals(
                List.of("Production_Servers", "Production_Users"), ers.names(SGT + "?filter=name.STARTSW.Production"));
        assertEquals(
                List.of("Production_Users"),
                ers.names(SGT + "?filter=name.STARTSW.Production&filter=name.ENDSW.Users"));
        assertEquals(
                List.of("Employees", "Guests"), ers.names(SGT + "?filter=value.EQ.4&filter=value.EQ.6&filterType=or"));
        assertEquals(List.of("Unknown", "TrustSec_Devices"), ers.names(SGT + "?filter=value.LT.3&sortdsc=name"));
        assertEquals(
                List.of("Unknown", "TrustSec_Devices", "Network_Services"),
                ers.names(SGT + "?filter=value.LT.4&sortasc=value"));
        assertFalse(ers.names(SGT + "?size=100&filter=name.NCONTAINS.Servers").contains("Test_Servers"));
        HttpResponse<String> wrong = ers.get(SGT + "?filter=name.EQUALS.Employees");
        assertEquals(400, wrong.statusCode());
        assertEquals("The filter operator is incorrect", title(wrong));
        for (String query : List.of(
                "filter=colour.EQ.red", "filter=name", "size=101", "size=0", "page=0", "sortasc=colour", "rows=7")) {
            assertEquals(400, ers.get(SGT + "?" + query).statusCode(), query);
        }
    }

    @Test
    void tellsWhatItSupports() {
        JsonObject info = ers.read(SGT + "/versioninfo");
        assertEquals("1.2", info.getString("currentServerVersion"));
        assertEquals("1.0,1.1,1.2", info.getString("supportedVersions"));
    }

    @Test
    void createsChangesAndDeletesAGroup() {
        String id = ers.create(SGT, object("Sgt", "name", "Robots", "value", 700, "description", "on wheels"));
        JsonObject made = ers.read(SGT + "/" + id);
        assertEquals(700, made.getInt("value"));
        assertEquals(0, made.getInt("generationId"));
        HttpResponse<String> put =
                ers.put(SGT + "/" + id, object("Sgt", "id", id, "name", "Robots", "value", 701, "generationId", 99));
        assertEquals(200, put.statusCode());
        JsonObject updated = TestConsumer.json(put.body()).getJsonObject("UpdatedFieldsList");
        assertEquals(
                "[{\"field\":\"value\",\"oldValue\":\"700\",\"newValue\":\"701\"}]",
                updated.getJsonArray("updatedField").toString());
        JsonObject changed = ers.read(SGT + "/" + id);
        assertEquals(1, changed.getInt("generationId"));
        assertEquals("on wheels", changed.getString("description"));
        assertEquals(701, ise.groups().findByName("Robots").orElseThrow().tag());
        HttpResponse<String> gone = ers.delete(SGT + "/" + id);
        assertEquals(204, gone.statusCode());
        assertEquals("", gone.body());
        assertEquals(404, ers.get(SGT + "/" + id).statusCode());
        assertEquals(404, ers.delete(SGT + "/" + id).statusCode());
    }

    @Test
    void choosesTheLowestFreeValueForMinusOne() {
        String first = ers.create(SGT, sgt("Auto_1", -1));
        String second = ers.create(SGT, sgt("Auto_2", -1));
        assertEquals(16, ers.read(SGT + "/" + first).getInt("value"));
        assertEquals(17, ers.read(SGT + "/" + second).getInt("value"));
        ers.delete(SGT + "/" + first);
        ers.delete(SGT + "/" + second);
    }

    @Test
    void refusesGroupsThatCannotBe() {
        assertInvalid(SGT, sgt("Employees", 800), "already exists");
        assertInvalid(SGT, sgt("New_One", 4), "already exists");
        for (int value : List.of(0, 1, -2, 65_520, 65_535)) {
            assertInvalid(SGT, sgt("New_One", value), "2 to 65519");
        }
        assertInvalid(SGT, sgt("Two words", 801), "underscores");
        assertInvalid(SGT, object("Sgt", "value", 801), "Mandatory fields missing: [name,]");
        assertInvalid(SGT, object("Sgt", "name", "New_One", "value", "801"), "NUMBER");
        assertInvalid(SGT, object("Sgt", "name", "New_One", "value", 801, "colour", "red"), "colour");
        assertInvalid(SGT, object("sgt", "name", "New_One", "value", 801), "Sgt");
        assertEquals(400, ers.send("POST", SGT, "{\"Sgt\":", ErsCaller.JSON).statusCode());
        assertEquals(400, ers.delete(SGT + "/" + ANY).statusCode());
        assertTrue(title(ers.put(SGT + "/" + ANY, sgt("Everybody", 65_000))).contains("read-only"));
    }

    private static void assertInvalid(String path, JsonObject body, String why) {
        HttpResponse<String> answer = ers.post(path, body);
        assertEquals(400, answer.statusCode(), body.toString());
        assertTrue(title(answer).contains(why), title(answer));
        assertEquals("ERROR", ErsCaller.refusal(answer).getString("type"));
    }

    @Test
    void keepsSgaclsAsTheyAreUnlessAskedToCheckThem() {
        JsonObject wrong =
                object("Sgacl", "name", "Sloppy", "ipVersion", "IPV4", "aclcontent", "permit tcp from everywhere");
        String id = ers.create(SGACL, wrong);
        JsonObject checked = object(
                "Sgacl",
                "name",
                "Strict",
                "ipVersion",
                "IPV4",
                "aclcontent",
                "permit tcp dst eq 443\npermit icmp dst eq 1",
                "validateAclContent",
                true);
        assertInvalid(SGACL, checked, "line 2");
        assertEquals("0", ers.read(SGACL + "/" + id).getString("generationId"));
        JsonObject better = object("Sgacl", "name", "Sloppy", "ipVersion", "IPV4", "aclcontent", "permit tcp");
        assertEquals(200, ers.put(SGACL + "/" + id, better).statusCode());
        JsonObject read = ers.read(SGACL + "/" + id);
        assertEquals("1", read.getString("generationId"));
        assertEquals("permit tcp", read.getString("aclcontent"));
        assertInvalid(SGACL, object("Sgacl", "name", "Sloppy", "ipVersion", "IPV6"), "already exists");
        assertInvalid(SGACL, object("Sgacl", "name", "Other", "ipVersion", "IPV5"), "IPV5");
        assertEquals(204, ers.delete(SGACL + "/" + id).statusCode());
        assertTrue(title(ers.delete(SGACL + "/" + PERMIT_IP)).contains("read-only"));
    }

    @Test
    void keepsTheMatrixWhole() {
        String acl = ers.create(SGACL, object("Sgacl", "name", "Used", "ipVersion", "IPV4"));
        String source = ers.create(SGT, sgt("Used_Group", 900));
        String id = ers.create(CELL, cell(source, GUESTS, "MONITOR", List.of(acl)));
        assertEquals("Used_Group-Guests", ers.read(CELL + "/" + id).getString("name"));
        HttpResponse<String> twice = ers.post(CELL, cell(source, GUESTS, "ENABLED", List.of()));
        assertEquals(400, twice.statusCode());
        assertTrue(title(twice).contains("Error: Cell Already Exsits !\n MATRIX_CELL failed"), title(twice));
        assertEquals("CRUD operation exception", ErsCaller.refusal(twice).getString("code"));
        assertEquals(
                "POST-create-egressmatrixcell",
                TestConsumer.json(twice.body()).getJsonObject("ERSResponse").getString("operation"));
        assertTrue(title(ers.delete(SGT + "/" + source)).contains("Used_Group-Guests"));
        assertTrue(title(ers.delete(SGACL + "/" + acl)).contains("Used_Group-Guests"));
        assertEquals(
                List.of("Used_Group-Guests"),
                ers.names(CELL + "?filter=sgtSrcValue.EQ.900&filter=sgtDstName.EQ.Guests"));
        assertEquals(List.of(), ers.names(CELL + "?filter=sgtSrcName.EQ.Used_Group&filter=matrixStatus.EQ.ENABLED"));
        JsonObject withoutId = cell(source, GUESTS, "ENABLED", List.of(acl));
        assertEquals("Validation Error - Mandatory fields missing: [Id,]", title(ers.put(CELL + "/" + id, withoutId)));
        assertEquals(204, ers.delete(CELL + "/" + id).statusCode());
        assertEquals(204, ers.delete(SGT + "/" + source).statusCode());
        assertEquals(204, ers.delete(SGACL + "/" + acl).statusCode());
    }

    @Test
    void refusesCellsThatCannotBe() {
        assertInvalid(CELL, cell(EMPLOYEES, "none", "ENABLED", List.of()), "destination");
        assertInvalid(CELL, cell(EMPLOYEES, ANY, "ENABLED", List.of()), "ANY");
        assertInvalid(CELL, cell(EMPLOYEES, EMPLOYEES, "ENABLE", List.of()), "ENABLE");
        assertInvalid(CELL, cell(EMPLOYEES, EMPLOYEES, "ENABLED", List.of("none")), "SGACL");
        assertInvalid(CELL, cell(EMPLOYEES, EMPLOYEES, "ENABLED", List.of(PERMIT_IP, PERMIT_IP)), "twice");
        assertEquals(400, ers.delete(CELL + "/" + DEFAULT_CELL).statusCode());
    }

    @Test
    void deletesTheCellsOfAGroupWithItIfItIsSetSo() {
        String source = ers.create(SGT, sgt("Doomed", 901));
        String id = ers.create(CELL, cell(source, GUESTS, "MONITOR", List.of(PERMIT_IP)));
        ise.api().settings().cascades(true);
        try {
            assertEquals(204, ers.delete(SGT + "/" + source).statusCode());
            assertEquals(404, ers.get(CELL + "/" + id).statusCode());
        } finally {
            ise.api().settings().cascades(false);
        }
    }

    @Test
    void refusesInTheFormOfErs() {
        ErsCaller stranger = new ErsCaller(ise, ise.ersPort(), "ersadmin", "wrong");
        assertRefused(401, stranger.get(SGT));
        assertRefused(404, ers.get(SGT + "/none"));
        assertRefused(400, ers.get("/ers/config/spaceship"));
        assertRefused(405, ers.send("PATCH", SGT + "/" + EMPLOYEES, "{}", ErsCaller.JSON));
        assertRefused(405, ers.delete(SGT));
        assertRefused(415, ers.send("GET", SGT, "", Map.of()));
        assertRefused(415, ers.send("GET", SGT, "", Map.of("Accept", "*/*")));
        assertRefused(415, ers.send("POST", SGT, "{}", Map.of("Accept", "application/json")));
        Map<String, String> old = Map.of("Accept", "application/json", "ERS-Media-Type", "trustsec.sgt.0.9");
        assertRefused(415, ers.send("GET", SGT, "", old));
        Map<String, String> pinned = Map.of("Accept", "application/json", "ERS-Media-Type", "trustsec.sgt.1.2");
        assertEquals(200, ers.send("GET", SGT, "", pinned).statusCode());
    }

    @Test
    void letsAnOperatorReadOnly() {
        ErsCaller operator = new ErsCaller(ise, ise.ersPort(), ErsCredentials.operator(data));
        assertEquals(200, operator.get(SGT).statusCode());
        assertRefused(403, operator.post(SGT, sgt("Mine", 902)));
        assertRefused(403, operator.delete(SGT + "/" + EMPLOYEES));
    }

    private static void assertRefused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals("ERROR", ErsCaller.refusal(answer).getString("type"));
        assertFalse(title(answer).isBlank());
    }

    @Test
    void saysThatItIsOff() {
        ise.api().settings().ers(false);
        try {
            assertRefused(403, ers.get(SGT));
        } finally {
            ise.api().settings().ers(true);
        }
    }

    private static int approve(String path) {
        return ers.send("PUT", path, "{}", Map.of("ERS-Media-Type", "pxgrid.pxgridnode.1.0"))
                .statusCode();
    }

    /** Cisco's sample writes pxgridNode where the guide writes pxgridnode. */
    @Test
    void approvesAPxGridAccountThatWaits() {
        ise.accounts().set("waiting", AccountState.PENDING);
        assertEquals(204, approve("/ers/config/pxgridNode/name/waiting/approve"));
        assertEquals(AccountState.ENABLED, ise.accounts().find("waiting").orElseThrow());
        assertEquals(404, approve("/ers/config/pxgridnode/name/nobody/approve"));
        ise.accounts().autoApprove(false);
        assertEquals(204, approve("/ers/config/pxgridsettings/autoapprove"));
        assertEquals(AccountState.ENABLED, ise.accounts().activate("new"));
    }

    @Test
    void linksToWhatItLists() {
        JsonObject row = ers.read(SGT + "?filter=name.EQ.Employees")
                .getJsonArray("resources")
                .getJsonObject(0);
        String path = URI.create(row.getJsonObject("link").getString("href")).getPath();
        assertEquals(4, ers.read(path).getInt("value"));
    }
}
