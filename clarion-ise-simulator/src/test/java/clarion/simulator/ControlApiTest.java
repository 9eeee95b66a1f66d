package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlApiTest {

    @TempDir
    Path data;

    private final HttpClient client = HttpClient.newHttpClient();
    private IseSimulator ise;

    @BeforeEach
    void start() {
        ise = IseSimulator.builder()
                .dataDirectory(data)
                .controlPort(0)
                .nodes(2)
                .devices(50)
                .sessions(100)
                .start();
    }

    @AfterEach
    void stop() {
        ise.close();
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ise.controlPort() + path))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .timeout(TestConsumer.PATIENCE)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonObject json(String method, String path, String body) throws Exception {
        HttpResponse<String> answer = call(method, path, body);
        assertEquals(200, answer.statusCode(), answer.body());
        return TestConsumer.json(answer.body());
    }

    @Test
    void tellsWhatThereIs() throws Exception {
        String help = call("GET", "/", "").body();
        assertTrue(help.contains("POST   /faults"), help);
        assertEquals(404, call("GET", "/nowhere", "").statusCode());
        assertEquals(405, call("PUT", "/faults", "").statusCode());
    }

    @Test
    void putsFaultsUpAndTakesThemDown() throws Exception {
        String id = json("POST", "/faults", "{\"kind\":\"status\",\"call\":\"AccountActivate\",\"status\":503}")
                .getString("id");
        TestConsumer consumer = new TestConsumer(ise, "reader");
        assertEquals(503, consumer.control("AccountActivate", "{}").statusCode());
        JsonObject list = json("GET", "/faults", "");
        assertEquals(id, list.getJsonArray("faults").getJsonObject(0).getString("id"));
        assertEquals(1, list.getJsonObject("happened").getInt("status"));
        assertEquals(200, call("DELETE", "/faults/" + id, "").statusCode());
        assertEquals(404, call("DELETE", "/faults/" + id, "").statusCode());
        assertEquals(200, consumer.control("AccountActivate", "{}").statusCode());
        json("POST", "/faults", "{\"kind\":\"half-open\",\"seconds\":600}");
        assertTrue(ise.faults().frozen(1));
        call("DELETE", "/faults", "");
        assertTrue(ise.faults().list().isEmpty());
    }

    @Test
    void saysWhatIsWrongWithAFault() throws Exception {
        for (String wrong : List.of(
                "{}",
                "{",
                "{\"kind\":\"flood\"}",
                "{\"kind\":\"gap\",\"count\":1}",
                "{\"kind\":\"gap\",\"times\":-1}",
                "{\"kind\":\"gap\",\"times\":\"x\"}",
                "{\"kind\":\"drop\",\"node\":7}",
                "{\"kind\":\"certificate\",\"target\":\"nice\"}",
                "{\"kind\":\"rename-topic\",\"topic\":\"none\"}")) {
            HttpResponse<String> answer = call("POST", "/faults", wrong);
            assertEquals(400, answer.statusCode(), wrong);
            assertEquals(1, answer.body().lines().count(), answer.body());
        }
    }

    @Test
    void approvesAndDisablesAccounts() throws Exception {
        call("POST", "/approval/manual", "");
        TestConsumer consumer = new TestConsumer(ise, "reader");
        assertTrue(consumer.control("AccountActivate", "{}").body().contains("PENDING"));
        call("POST", "/accounts/reader/approve", "");
        assertTrue(consumer.control("AccountActivate", "{}").body().contains("ENABLED"));
        call("POST", "/accounts/reader/disable", "");
        assertTrue(consumer.control("AccountActivate", "{}").body().contains("DISABLED"));
        assertEquals(
                "DISABLED", json("GET", "/status", "").getJsonObject("accounts").getString("reader"));
        assertEquals(400, call("POST", "/accounts/reader/praise", "").statusCode());
    }

    @Test
    void losesAndRestoresANode() throws Exception {
        TestConsumer consumer = new TestConsumer(ise, "reader");
        assertEquals(200, call("POST", "/nodes/1/crash", "").statusCode());
        org.junit.jupiter.api.Assertions.assertThrows(
                java.io.UncheckedIOException.class, () -> consumer.control("AccountActivate", "{}"));
        assertEquals(200, call("POST", "/nodes/1/restore", "").statusCode());
        assertEquals(200, consumer.control("AccountActivate", "{}").statusCode());
        assertEquals(400, call("POST", "/nodes/9/crash", "").statusCode());
    }

    @Test
    void tellsTheTruthAboutEveryKind() throws Exception {
        JsonObject counts = json("GET", "/truth", "");
        assertEquals(ise.store().live(), counts.getInt("sessions"));
        assertEquals(
                ise.store().live(),
                call("GET", "/truth/sessions", "").body().lines().count());
        for (String kind : counts.keySet()) {
            if (!kind.equals("sessions")) {
                assertEquals(
                        counts.getInt(kind),
                        call("GET", "/truth/" + kind, "").body().lines().count(),
                        kind);
            }
        }
        assertTrue(counts.getInt("egress-policies") > 10);
        assertTrue(call("GET", "/truth/user-groups", "").body().lines().count() > 60);
        assertEquals(404, call("GET", "/truth/weather", "").statusCode());
    }

    @Test
    void publishesAndRemembers() throws Exception {
        long before = json("GET", "/status", "").getJsonNumber("journal").longValue();
        String session = "{\"sessions\":[{\"macAddress\":\"00:00:00:00:00:07\",\"ipAddresses\":[\"10.0.0.7\"],"
                + "\"timestamp\":\"2026-01-02T03:04:05.678Z\",\"mdmRegistered\":true,\"identitySourcePortStart\":0}]}";
        assertEquals(200, call("POST", "/publish/sessions", session).statusCode());
        assertEquals(400, call("POST", "/publish/sessions", "{\"sessions\":[]}").statusCode());
        assertEquals(200, call("POST", "/publish/anc-status", "what\never").statusCode());
        JsonObject burst = json("POST", "/burst", "{\"events\":50,\"batch\":20,\"wait\":true}");
        assertEquals(50, burst.getInt("published"));
        List<JsonObject> lines = journal("/journal?after=" + before);
        assertEquals(5, lines.size());
        assertEquals(
                "00:00:00:00:00:07",
                lines.get(0)
                        .getJsonObject("body")
                        .getJsonArray("sessions")
                        .getJsonObject(0)
                        .getString("macAddress"));
        assertEquals("what\never", lines.get(1).getString("body"));
        assertEquals(20, lines.get(2).getInt("events"));
        assertEquals(10, lines.get(4).getInt("events"));
        assertEquals(1, journal("/journal?topic=anc-status&after=" + before).size());
        assertEquals(2, journal("/journal?limit=2&after=" + before).size());
        assertEquals(400, call("GET", "/journal?after=x", "").statusCode());
    }

    private List<JsonObject> journal(String path) throws Exception {
        return call("GET", path, "").body().lines().map(TestConsumer::json).toList();
    }

    @Test
    void tellsWhatWasCalledAndSetsErs() throws Exception {
        ErsCaller ers = ErsCaller.admin(ise, data);
        ers.get("/ers/config/sgt");
        List<JsonObject> calls = journal("/calls?after=0&limit=1");
        assertEquals("/ers/config/sgt", calls.get(0).getString("path"));
        assertEquals(200, calls.get(0).getInt("status"));
        assertEquals(1, json("GET", "/calls/rate", "").getInt("busiestSecond"));
        assertEquals(0, json("DELETE", "/calls/rate", "").getInt("busiestSecond"));
        JsonObject set = json("POST", "/ers", "{\"csrf\":true,\"approval\":true}");
        assertTrue(set.getBoolean("csrf") && set.getBoolean("approval") && set.getBoolean("ers"));
        assertEquals(400, call("POST", "/ers", "{\"colour\":true}").statusCode());
        assertEquals(400, call("POST", "/ers", "{\"csrf\":1}").statusCode());
        assertEquals(0, json("POST", "/edits/approve", "").getInt("edits"));
        JsonObject first = json("GET", "/switches", "").getJsonArray("switches").getJsonObject(0);
        assertEquals("prompt", first.getString("mode"));
        String path = "/switches/" + first.getString("address");
        assertEquals(
                200, call("POST", path, "{\"mode\":\"failing\",\"seconds\":2}").statusCode());
        assertEquals(400, call("POST", path, "{\"mode\":\"broken\"}").statusCode());
        assertEquals(
                404, call("POST", "/switches/10.9.9.9", "{\"mode\":\"silent\"}").statusCode());
        assertEquals(
                "failing",
                json("GET", "/switches", "")
                        .getJsonArray("switches")
                        .getJsonObject(0)
                        .getString("mode"));
        json(
                "POST",
                "/faults",
                "{\"kind\":\"late-status\",\"call\":\"GET-sgt\",\"status\":500,\"after\":1,\"times\":1}");
        assertEquals(200, ers.get("/ers/config/sgt").statusCode());
        assertEquals(500, ers.get("/ers/config/sgt").statusCode());
        assertEquals(200, ers.get("/ers/config/sgt").statusCode());
        json("POST", "/faults", "{\"kind\":\"pan-failover\"}");
        assertEquals(2, json("GET", "/ers", "").getInt("primary"));
    }

    @Test
    void isThereOnlyWhenItIsWanted() throws IOException {
        try (IseSimulator other =
                IseSimulator.builder().dataDirectory(data.resolve("other")).start()) {
            assertEquals(-1, other.controlPort());
        }
    }
}
