package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Cisco's Python SDK (ciscoisesdk 2.4.4, profile 3.5.0) sends, as it was recorded: paths end with a slash, bodies
 * have the order and spaces of Python's json, reads have a Content-Type too, DELETE has an empty body. Its profile
 * holds the value of a group for an object, so that its user creates one with {@code active_validation=False}.
 */
class CiscoSdkReplayTest {

    private static final Map<String, String> HEADERS = Map.of(
            "User-Agent", "python-cisco-ise/3.5.0",
            "Accept-Encoding", "gzip, deflate",
            "Accept", "application/json",
            "Content-type", "application/json;charset=utf-8");

    private static final String EMPLOYEES = "93ad6890-8c01-11e6-996c-525400b48521";

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

    private static HttpResponse<String> sdk(int status, String method, String path, String body) {
        HttpResponse<String> answer = ers.send(method, path, body, HEADERS);
        assertEquals(status, answer.statusCode(), method + " " + path + ": " + answer.body());
        return answer;
    }

    private static String create(String path, String body) {
        String location =
                sdk(201, "POST", path, body).headers().firstValue("Location").orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private static JsonObject read(String path) {
        return TestConsumer.json(sdk(200, "GET", path, "").body())
                .values()
                .iterator()
                .next()
                .asJsonObject();
    }

    /** Pages as the SDK's generators do: by the numbers in the link to the next page. */
    private static int count(String path, String size) {
        JsonObject page = read(path + "?size=" + size);
        int rows = page.getJsonArray("resources").size();
        while (page.containsKey("nextPage")) {
            String href = page.getJsonObject("nextPage").getString("href");
            String number = href.replaceFirst(".*page=([0-9]+).*", "$1");
            page = read(path + "?page=" + number + "&size=" + size);
            rows += page.getJsonArray("resources").size();
        }
        assertEquals(page.getInt("total"), rows);
        return rows;
    }

    @Test
    void createsListsReadsChangesAndDeletesGroupsSgaclsAndCells() {
        String sgt = create(
                "/ers/config/sgt/",
                "{\"Sgt\": {\"value\": 700, \"name\": \"Sdk_Group_700\", \"description\": \"by the SDK\"}}");
        assertTrue(count("/ers/config/sgt/", "10") > 20);
        assertEquals(700, read("/ers/config/sgt/" + sgt).getInt("value"));
        String changed = sdk(
                        200,
                        "PUT",
                        "/ers/config/sgt/" + sgt,
                        "{\"Sgt\": {\"value\": 700, \"name\": \"Sdk_Group_700\", \"id\": \"" + sgt
                                + "\", \"description\": \"changed\"}}")
                .body();
        assertTrue(changed.contains("\"newValue\":\"changed\""), changed);

        String acl = create(
                "/ers/config/sgacl/",
                "{\"Sgacl\": {\"aclcontent\": \"permit tcp dst eq 443\\ndeny ip\", \"ipVersion\": \"IPV4\","
                        + " \"name\": \"Sdk_Acl_700\"}}");
        assertTrue(count("/ers/config/sgacl/", "2") >= 5);
        sdk(
                200,
                "PUT",
                "/ers/config/sgacl/" + acl,
                "{\"Sgacl\": {\"aclcontent\": \"permit tcp dst eq 80\", \"ipVersion\": \"IPV4\","
                        + " \"name\": \"Sdk_Acl_700\", \"id\": \"" + acl + "\"}}");
        assertEquals("1", read("/ers/config/sgacl/" + acl).getString("generationId"));

        String body = "{\"EgressMatrixCell\": {\"defaultRule\": \"NONE\", \"destinationSgtId\": \"" + sgt
                + "\", \"matrixCellStatus\": \"MONITOR\", \"sgacls\": [\"" + acl + "\"], \"sourceSgtId\": \""
                + EMPLOYEES
                + "\"}}";
        String cell = create("/ers/config/egressmatrixcell/", body);
        assertTrue(
                sdk(400, "POST", "/ers/config/egressmatrixcell/", body).body().contains("Cell Already Exsits"));
        JsonObject found = read("/ers/config/egressmatrixcell/?filter=sgtDstValue.EQ.700");
        assertEquals(cell, found.getJsonArray("resources").getJsonObject(0).getString("id"));
        sdk(
                200,
                "PUT",
                "/ers/config/egressmatrixcell/" + cell,
                body.replace("MONITOR", "ENABLED").replace("}}", ", \"id\": \"" + cell + "\"}}"));
        JsonObject enabled = read("/ers/config/egressmatrixcell/" + cell);
        assertEquals("ENABLED", enabled.getString("matrixCellStatus"));
        assertEquals(acl, enabled.getJsonArray("sgacls").getString(0));
        assertEquals(2, count("/ers/config/egressmatrixcell/", "100"));

        for (String path : new String[] {"egressmatrixcell/" + cell, "sgacl/" + acl, "sgt/" + sgt}) {
            assertEquals("", sdk(204, "DELETE", "/ers/config/" + path, "").body());
            sdk(404, "GET", "/ers/config/" + path, "");
        }
    }
}
