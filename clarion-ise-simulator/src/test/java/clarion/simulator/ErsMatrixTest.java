package clarion.simulator;

import static clarion.simulator.ErsCaller.cell;
import static clarion.simulator.ErsCaller.object;
import static clarion.simulator.ErsCaller.sgt;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.ers.ErsCredentials;
import clarion.simulator.topics.IseTopic;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written over ERS is what pxGrid tells; and how ERS fails. */
class ErsMatrixTest {

    private static final String SGT = "/ers/config/sgt";
    private static final String CELL = "/ers/config/egressmatrixcell";
    private static final String EMPLOYEES = "93ad6890-8c01-11e6-996c-525400b48521";
    private static final String GUESTS = "93c66ed0-8c01-11e6-996c-525400b48521";
    private static final String AUDITORS = "934557f0-8c01-11e6-996c-525400b48521";
    private static final String DENY_IP = "92919850-8c01-11e6-996c-525400b48521";

    @TempDir
    static Path data; // one PKI for all of them

    private IseSimulator ise;
    private ErsCaller ers;

    @BeforeEach
    void start() {
        start(1);
    }

    private void start(int nodes) {
        ise = IseSimulator.builder().dataDirectory(data).nodes(nodes).start();
        ers = ErsCaller.admin(ise, data);
    }

    @AfterEach
    void stop() {
        ise.close();
    }

    private TestConsumer follow(IseTopic topic) {
        TestConsumer consumer = new TestConsumer(ise, "reader");
        consumer.subscribe(consumer.open(), topic.destination());
        assertEquals("CONNECTED", consumer.next().command());
        Waits.until(() -> ise.pubSub().subscriptions(topic.destination()) == 1);
        return consumer;
    }

    @Test
    void publishesWhatIsWrittenOverErs() {
        TestConsumer groups = follow(IseTopic.SECURITY_GROUPS);
        String group = ers.create(SGT, sgt("Written", 500));
        JsonObject created = TestConsumer.json(groups.next().text());
        assertEquals("CREATE", created.getString("operation"));
        assertEquals(group, created.getJsonObject("securityGroup").getString("id"));

        TestConsumer acls = follow(IseTopic.SECURITY_GROUP_ACLS);
        String acl = ers.create(
                "/ers/config/sgacl", object("Sgacl", "name", "Web", "ipVersion", "IPV4", "aclcontent", "permit tcp"));
        ers.put(
                "/ers/config/sgacl/" + acl,
                object("Sgacl", "name", "Web", "ipVersion", "IPV4", "aclcontent", "permit udp"));
        assertEquals("0", TestConsumer.json(acls.next().text()).getString("generationId"));
        JsonObject second = TestConsumer.json(acls.next().text());
        assertEquals("1", second.getString("generationId"));
        assertEquals("permit udp", second.getString("acl"));

        TestConsumer cells = follow(IseTopic.EGRESS_POLICIES);
        String id = ers.create(CELL, cell(EMPLOYEES, group, "MONITOR", List.of(acl)));
        JsonObject told = TestConsumer.json(cells.next().text());
        assertEquals(id, told.getString("id"));
        assertEquals("Written", told.getString("destinationSgtName"));
        assertEquals("MONITOR", told.getString("matrixCellStatus"));
        assertTrue(cells.call(ServiceNode.TRUSTSEC, "getEgressPolicies", "{\"id\":\"" + id + "\"}")
                .body()
                .contains(acl));
        ers.delete(CELL + "/" + id);
        assertTrue(TestConsumer.json(cells.next().text()).getBoolean("deleted"));
        String again = ers.create(CELL, cell(EMPLOYEES, group, "MONITOR", List.of(acl)));
        assertFalse(again.equals(id), "what is made anew has a new id");
    }

    @Test
    void clearsClonesAndSetsTheStatusOfAllCells() {
        String id = ers.create(CELL, cell(EMPLOYEES, GUESTS, "DISABLED", List.of(DENY_IP)));
        String path = CELL + "/clonecell/" + id + "/srcSgt/" + GUESTS + "/dstSgt/" + AUDITORS;
        assertEquals(204, ers.send("PUT", path, "", ErsCaller.JSON).statusCode());
        assertEquals(400, ers.send("PUT", path, "", ErsCaller.JSON).statusCode());
        assertEquals(
                204,
                ers.send("PUT", CELL + "/status/MONITOR", "", ErsCaller.JSON).statusCode());
        assertEquals(
                List.of("Employees-Guests", "Guests-Auditors"),
                ers.names(CELL + "?filter=matrixStatus.EQ.MONITOR&sortasc=sgtSrcName"));
        assertEquals(
                400,
                ers.send("PUT", CELL + "/status/MONITORED", "", ErsCaller.JSON).statusCode());
        assertEquals(
                204,
                ers.send("PUT", CELL + "/clearallmatrixcells", "", ErsCaller.JSON)
                        .statusCode());
        assertEquals(List.of("ANY-ANY"), ers.names(CELL));
    }

    @Test
    void wantsATokenThatIsNotOlderThanItsSession() {
        ise.api().settings().csrf(true);
        HttpResponse<String> refused = ers.post(SGT, sgt("Tokens", 501));
        assertEquals(403, refused.statusCode());
        assertEquals("Required", refused.headers().firstValue("X-CSRF-Token").orElseThrow());
        Map<String, String> token = fetch();
        assertEquals(
                201, ers.send("POST", SGT, sgt("Tokens", 501).toString(), token).statusCode());
        Map<String, String> stolen = Map.of(
                "Accept", "application/json",
                "Content-Type", "application/json",
                "X-CSRF-Token", String.valueOf(token.get("X-CSRF-Token")));
        assertEquals(
                403,
                ers.send("POST", SGT, sgt("Stolen", 502).toString(), stolen).statusCode());
        ise.inject(Fault.of(Fault.Kind.EXPIRE_SESSIONS));
        assertEquals(
                403, ers.send("POST", SGT, sgt("Late", 502).toString(), token).statusCode());
        assertEquals(
                201, ers.send("POST", SGT, sgt("Late", 502).toString(), fetch()).statusCode());
    }

    private Map<String, String> fetch() {
        HttpResponse<String> answer =
                ers.send("GET", SGT, "", Map.of("Accept", "application/json", "X-CSRF-Token", "fetch"));
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(one -> one.startsWith("APPSESSIONID="))
                .findFirst()
                .orElseThrow()
                .replaceFirst(";.*", "");
        return Map.of(
                "Accept",
                "application/json",
                "Content-Type",
                "application/json",
                "Cookie",
                cookie,
                "X-CSRF-Token",
                answer.headers().firstValue("X-CSRF-Token").orElseThrow());
    }

    @Test
    void losesTheAnswerOfACallThatTookEffect() {
        ise.inject(Fault.of(Fault.Kind.LOST_ANSWER, "POST-sgt").times(1));
        org.junit.jupiter.api.Assertions.assertThrows(
                java.io.UncheckedIOException.class, () -> ers.post(SGT, sgt("Lost", 503)));
        assertEquals(List.of("Lost"), ers.names(SGT + "?filter=value.EQ.503"));
        assertTrue(ise.api().journal().after(0).stream()
                .anyMatch(call -> call.method().equals("POST") && call.status() == 0 && call.isWrite()));
    }

    @Test
    void failsBeforeAndAfterItTookEffect() {
        ise.inject(Fault.of(Fault.Kind.STATUS, "ers-write")
                .withStatus(500)
                .after(1)
                .times(1));
        ers.create(SGT, sgt("First", 504));
        HttpResponse<String> second = ers.post(SGT, sgt("Second", 505));
        assertEquals(500, second.statusCode());
        assertEquals("simulated fault", ErsCaller.title(second));
        assertEquals(List.of(), ers.names(SGT + "?filter=value.EQ.505"));
        ers.create(SGT, sgt("Second", 505));
        ise.inject(Fault.of(Fault.Kind.LATE_STATUS, "POST-sgt").withStatus(500).times(1));
        assertEquals(500, ers.post(SGT, sgt("Third", 506)).statusCode());
        assertEquals(List.of("Third"), ers.names(SGT + "?filter=value.EQ.506"));
    }

    @Test
    void takesWritesAtThePrimaryAloneAndFailsOver() {
        stop();
        start(2);
        JsonObject group = sgt("Anywhere", 507);
        HttpResponse<String> elsewhere = ers.send("127.0.0.2", "POST", SGT, group.toString(), ErsCaller.JSON);
        assertEquals(403, elsewhere.statusCode());
        assertEquals(200, ers.send("127.0.0.2", "GET", SGT, "", ErsCaller.JSON).statusCode());
        ise.inject(Fault.of(Fault.Kind.PAN_FAILOVER).lasting(Duration.ofMinutes(1)));
        assertEquals(2, ise.api().primary());
        org.junit.jupiter.api.Assertions.assertThrows(java.io.UncheckedIOException.class, () -> ers.get(SGT));
        assertEquals(
                403,
                ers.send("127.0.0.2", "POST", SGT, group.toString(), ErsCaller.JSON)
                        .statusCode());
        ise.inject(Fault.of(Fault.Kind.PAN_FAILOVER));
        assertEquals(1, ise.api().primary());
        assertEquals(201, ers.post(SGT, group).statusCode());
    }

    @Test
    void countsWhatIsCalled() {
        long before = ise.api().journal().last();
        ers.get(SGT + "?size=1");
        new ErsCaller(ise, ise.ersPort(), ErsCredentials.operator(data)).delete(SGT + "/none");
        var calls = ise.api().journal().after(before);
        assertEquals(2, calls.size());
        assertEquals("ersadmin", calls.get(0).user());
        assertEquals(SGT + "?size=1", calls.get(0).path());
        assertEquals(403, calls.get(1).status());
        assertTrue(ise.api().journal().busiestSecond() >= 1);
        ise.api().journal().restart();
        assertEquals(0, ise.api().journal().busiestSecond());
    }
}
