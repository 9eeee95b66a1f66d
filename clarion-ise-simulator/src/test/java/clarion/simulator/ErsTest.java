package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import clarion.simulator.control.AccountState;
import clarion.simulator.ers.ErsCredentials;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErsTest {

    @TempDir
    static Path data;

    static IseSimulator ise;

    @BeforeAll
    static void start() {
        ise = IseSimulator.builder().dataDirectory(data).start();
    }

    @AfterAll
    static void stop() {
        ise.close();
    }

    private static HttpResponse<String> get(String path) {
        return get(path, ErsCredentials.open(data).password());
    }

    private static HttpResponse<String> get(String path, String password) {
        String basic = Base64.getEncoder().encodeToString(("ersadmin:" + password).getBytes(StandardCharsets.UTF_8));
        return new TestConsumer(ise, "any", ise.pki().anonymousContext())
                .send(HttpRequest.newBuilder(URI.create("https://localhost:" + ise.ersPort() + path))
                        .header("Authorization", "Basic " + basic)
                        .header("Accept", "application/json")
                        .build());
    }

    @Test
    void listsGroupsInPagesWithoutTheirValues() {
        int seen = 0;
        String path = "/ers/config/sgt?size=7";
        while (!path.isEmpty()) {
            JsonObject page = TestConsumer.json(get(path).body()).getJsonObject("SearchResult");
            assertEquals(ise.groups().all().size(), page.getInt("total"));
            for (JsonObject group : page.getJsonArray("resources").getValuesAs(JsonObject.class)) {
                assertFalse(group.containsKey("value"));
                seen++;
            }
            path = page.containsKey("nextPage")
                    ? URI.create(page.getJsonObject("nextPage").getString("href"))
                            .toString()
                            .replaceFirst("https://[^/]*", "")
                    : "";
        }
        assertEquals(ise.groups().all().size(), seen);
    }

    private static int put(String path) {
        String basic = Base64.getEncoder()
                .encodeToString(("ersadmin:" + ErsCredentials.open(data).password()).getBytes(StandardCharsets.UTF_8));
        return new TestConsumer(ise, "any", ise.pki().anonymousContext())
                .send(HttpRequest.newBuilder(URI.create("https://localhost:" + ise.ersPort() + path))
                        .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                        .header("Authorization", "Basic " + basic)
                        .header("ERS-Media-Type", "pxgrid.pxgridnode.1.0")
                        .build())
                .statusCode();
    }

    /** Cisco's sample writes pxgridNode where the guide writes pxgridnode. */
    @Test
    void approvesAPxGridAccountThatWaits() {
        ise.accounts().set("waiting", AccountState.PENDING);
        assertEquals(204, put("/ers/config/pxgridNode/name/waiting/approve"));
        assertEquals(AccountState.ENABLED, ise.accounts().find("waiting").orElseThrow());
        assertEquals(404, put("/ers/config/pxgridnode/name/nobody/approve"));
        ise.accounts().autoApprove(false);
        assertEquals(204, put("/ers/config/pxgridsettings/autoapprove"));
        assertEquals(AccountState.ENABLED, ise.accounts().activate("new"));
    }

    @Test
    void tellsAGroupById() {
        JsonObject employees = TestConsumer.json(get("/ers/config/sgt/93ad6890-8c01-11e6-996c-525400b48521")
                        .body())
                .getJsonObject("Sgt");
        assertEquals("Employees", employees.getString("name"));
        assertEquals(4, employees.getInt("value"));
    }

    @Test
    void refusesInTheFormOfErs() {
        assertRefused(401, get("/ers/config/sgt", "wrong"));
        assertRefused(404, get("/ers/config/sgt/none"));
        assertRefused(404, get("/ers/config/networkdevice"));
        assertRefused(400, get("/ers/config/sgt?size=101"));
        assertRefused(400, get("/ers/config/sgt?page=0"));
        assertRefused(400, get("/ers/config/sgt?filter=name.EQ.Employees"));
    }

    private static void assertRefused(int status, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode());
        JsonObject message = TestConsumer.json(answer.body())
                .getJsonObject("ERSResponse")
                .getJsonArray("messages")
                .getJsonObject(0);
        assertEquals("ERROR", message.getString("type"));
        assertFalse(message.getString("title").isBlank());
    }
}
