package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.records.TrustSecConfig;
import clarion.simulator.stomp.StompFrame;
import clarion.simulator.topics.IseTopic;
import jakarta.json.JsonObject;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampusTopicsTest {

    @TempDir
    Path data;

    private static void follow(IseSimulator ise, TestConsumer consumer, IseTopic topic) {
        consumer.subscribe(consumer.open(), topic.destination());
        assertEquals("CONNECTED", consumer.next().command());
        Waits.until(() -> ise.pubSub().subscriptions(topic.destination()) == 1);
    }

    @Test
    void showsItsLifeOnEveryTopic() {
        try (IseSimulator ise = IseSimulator.builder()
                .dataDirectory(data)
                .devices(300)
                .eventRate(5_000)
                .start()) {
            Set<IseTopic> silent = new TreeSet<>(List.of(IseTopic.values()));
            silent.remove(IseTopic.SESSIONS_ALL); // told only if somebody listens
            silent.remove(IseTopic.SECURITY_GROUP_VN_VLANS); // edited by nobody but tests
            Waits.until(() -> {
                silent.removeIf(topic -> ise.topic(topic).nextSequence() > 0 && !isOpening(ise, topic));
                return silent.isEmpty();
            });
        }
    }

    /** Whether no more has been told than what an ISE knows at its start. */
    private static boolean isOpening(IseSimulator ise, IseTopic topic) {
        return switch (topic) {
            case SECURITY_GROUP_ACLS -> ise.topic(topic).nextSequence() <= 7;
            case EGRESS_POLICIES -> ise.topic(topic).nextSequence() <= 16;
            case VIRTUAL_NETWORKS -> ise.topic(topic).nextSequence() <= 4;
            case SXP_BINDINGS -> ise.topic(topic).nextSequence() <= 40;
            case ENDPOINT_ASSETS -> ise.topic(topic).nextSequence() <= 12;
            default -> false;
        };
    }

    @Test
    void tellsCellsFlatAndGroupsInAnEnvelope() {
        try (IseSimulator ise =
                IseSimulator.builder().dataDirectory(data).devices(20).start()) {
            TestConsumer cells = new TestConsumer(ise, "reader");
            follow(ise, cells, IseTopic.EGRESS_POLICIES);
            List<SecurityGroup> groups = ise.groups().all();
            String acl = ise.trustSec().acls().all().get(0).getString("id");
            String id = ise.trustSec().putCell(groups.get(0), groups.get(1), "MONITOR", List.of(acl), "DENY_IP");
            JsonObject put = TestConsumer.json(cells.next().text());
            assertEquals("MONITOR", put.getString("matrixCellStatus"));
            assertEquals(groups.get(0).name(), put.getString("sourceSgtName"));
            assertFalse(put.getBoolean("deleted"));
            ise.trustSec().deleteCell(id);
            JsonObject gone = TestConsumer.json(cells.next().text());
            assertTrue(gone.getBoolean("deleted"));
            assertEquals(put.getInt("sequence") + 1, gone.getInt("sequence"));

            TestConsumer acls = new TestConsumer(ise, "reader");
            follow(ise, acls, IseTopic.SECURITY_GROUP_ACLS);
            ise.trustSec().putAcl("New_Acl", "", "IPV4", "permit ip");
            JsonObject flat = TestConsumer.json(acls.next().text());
            assertEquals("New_Acl", flat.getString("name"));
            assertFalse(flat.getBoolean("isDeleted"));
        }
    }

    @Test
    void listsTheConfigurationInPagesSinceATimeAndWhatIsGone() {
        try (IseSimulator ise =
                IseSimulator.builder().dataDirectory(data).devices(20).start()) {
            TestConsumer consumer = new TestConsumer(ise, "reader");
            consumer.control("AccountActivate", "{}");
            JsonObject page = TestConsumer.json(consumer.call(
                            ServiceNode.TRUSTSEC, "getSecurityGroups", "{\"startIndex\":20,\"recordCount\":\"3\"}")
                    .body());
            assertEquals(ise.groups().all().size(), page.getInt("totalCount"));
            assertEquals(3, page.getJsonArray("securityGroups").size());
            assertEquals(
                    ise.groups().all().get(20).name(),
                    page.getJsonArray("securityGroups").getJsonObject(0).getString("name"));

            Instant before = Instant.now();
            String id = TrustSecConfig.id("sgacl:Permit_Web");
            ise.trustSec().deleteAcl(id);
            ise.groupFeed().put(SecurityGroup.of("Late", "", 777));
            JsonObject acls = TestConsumer.json(consumer.call(
                            ServiceNode.TRUSTSEC, "getSecurityGroupAcls", "{\"startTimestamp\":\"" + before + "\"}")
                    .body());
            assertEquals(0, acls.getInt("totalCount"));
            assertEquals(
                    id,
                    acls.getJsonArray("deletedSecurityGroupAcls")
                            .getJsonObject(0)
                            .getString("id"));
            JsonObject groups = TestConsumer.json(
                    consumer.call(ServiceNode.TRUSTSEC, "getSecurityGroups", "{\"startTimestamp\":\"" + before + "\"}")
                            .body());
            assertEquals(
                    "Late",
                    groups.getJsonArray("securityGroups").getJsonObject(0).getString("name"));
            assertEquals(
                    400,
                    consumer.call(ServiceNode.TRUSTSEC, "getEgressPolicies", "{\"startTimestamp\":\"x\"}")
                            .statusCode());
        }
    }

    @Test
    void answersTheCallsOfTheOtherServices() {
        try (IseSimulator ise =
                IseSimulator.builder().dataDirectory(data).devices(20).start()) {
            TestConsumer consumer = new TestConsumer(ise, "reader");
            consumer.control("AccountActivate", "{}");
            assertEquals(40, size(consumer, ServiceNode.SXP, "getBindings", "{}", "bindings"));
            assertEquals(
                    20, size(consumer, ServiceNode.SXP, "getBindings", "{\"filter\":\"tag == `11`\"}", "bindings"));
            assertEquals(0, size(consumer, ServiceNode.RADIUS, "getFailures", "{}", "failures"));
            assertEquals(2, size(consumer, ServiceNode.ANC, "getPolicies", "{}", "policies"));
            assertTrue(size(consumer, ServiceNode.PROFILER, "getProfiles", "{}", "profiles") > 3);
            assertEquals(12, size(consumer, ServiceNode.SYSTEM, "getHealths", "{}", "healths"));
            assertEquals(12, size(consumer, ServiceNode.SYSTEM, "getPerformances", "{}", "performances"));
            assertEquals(1, size(consumer, ServiceNode.TRUSTSEC, "getEgressMatrices", "{}", "egressMatrices"));
            assertEquals(0, size(consumer, ServiceNode.MDM, "getEndpoints", "{}", "endpoints"));
            String since = "\"startUpdateTimestamp\":\"2020-01-01T00:00:00Z\"";
            assertEquals(
                    5,
                    size(consumer, ServiceNode.ENDPOINT, "getEndpoints", "{" + since + ",\"count\":5}", "endpoints"));
            assertEquals(
                    400,
                    consumer.call(ServiceNode.ENDPOINT, "getEndpoints", "{}").statusCode());
            assertEquals(
                    204,
                    consumer.call(ServiceNode.RADIUS, "getFailureById", "{\"id\":\"1\"}")
                            .statusCode());
            assertEquals(404, consumer.call(ServiceNode.SXP, "getWeather", "{}").statusCode());
        }
    }

    @Test
    void quarantinesAnEndpointAndTellsHowItWent() {
        try (IseSimulator ise =
                IseSimulator.builder().dataDirectory(data).devices(20).start()) {
            TestConsumer consumer = new TestConsumer(ise, "reader");
            follow(ise, consumer, IseTopic.ANC_STATUS);
            String apply = "{\"macAddress\":\"00:11:22:33:44:55\",\"policyName\":\"Quarantine\"}";
            JsonObject begun = TestConsumer.json(consumer.call(ServiceNode.ANC, "applyEndpointByMacAddress", apply)
                    .body());
            assertEquals("RUNNING", begun.getString("status"));
            assertEquals(begun, TestConsumer.json(consumer.next().text()));
            assertEquals("SUCCESS", TestConsumer.json(consumer.next().text()).getString("status"));
            assertEquals(1, size(consumer, ServiceNode.ANC, "getEndpoints", "{}", "endpoints"));
            String status = "{\"operationId\":\"" + begun.getString("operationId") + "\"}";
            assertEquals(
                    "SUCCESS",
                    TestConsumer.json(consumer.call(ServiceNode.ANC, "getOperationStatus", status)
                                    .body())
                            .getString("status"));
            consumer.call(ServiceNode.ANC, "clearEndpointByMacAddress", apply);
            assertEquals(0, size(consumer, ServiceNode.ANC, "getEndpoints", "{}", "endpoints"));
            consumer.call(ServiceNode.ANC, "clearEndpointByMacAddress", apply);
            assertEquals("RUNNING", TestConsumer.json(consumer.next().text()).getString("status"));
        }
    }

    @Test
    void takesAssetsOfAnyPublisherAndTellsThemOn() {
        try (IseSimulator ise =
                IseSimulator.builder().dataDirectory(data).devices(20).start()) {
            TestConsumer consumer = new TestConsumer(ise, "plant-manager");
            WebSocket socket = consumer.subscribe(consumer.open(), IseTopic.ENDPOINT_ASSETS.destination());
            assertEquals("CONNECTED", consumer.next().command());
            for (String body : List.of(
                    "{\"opType\":\"CREATE\",\"asset\":{\"assetId\":\"zoë\",\"assetName\":\"Robot\"}}",
                    "nonsense",
                    "{\"opType\":\"DELETE\",\"asset\":{\"assetId\":\"4000\"}}")) {
                socket.sendBinary(
                                StompFrame.of(
                                                "SEND",
                                                Map.of("destination", IseTopic.ENDPOINT_ASSETS.destination()),
                                                body.getBytes(StandardCharsets.UTF_8))
                                        .encode(),
                                true)
                        .join();
                assertEquals(body, consumer.next().text());
            }
            assertEquals(12, ise.records().assets().table().size());
            assertTrue(ise.records().assets().table().find("zoë").isPresent());
        }
    }

    private static int size(TestConsumer consumer, String service, String call, String body, String list) {
        return TestConsumer.json(consumer.call(service, call, body).body())
                .getJsonArray(list)
                .size();
    }
}
