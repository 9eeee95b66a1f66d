package clarion.ejb.devices;

import static clarion.ejb.IngestWorld.second;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.ejb.IngestWorld;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.topics.TopicListService;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.AncOperation;
import clarion.pxgrid.records.EndpointRecord;
import clarion.pxgrid.records.RadiusFailureRecord;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceTopicsDatabaseTest {

    private static final MacAddress PHONE = MacAddress.parse("00:1b:44:11:3a:b7");

    private final IngestWorld world = new IngestWorld();

    @AfterEach
    void close() {
        world.close();
    }

    private static AncOperation anc(String id, @Nullable String policy, String status) {
        return new AncOperation(id, PHONE, IpAddress.parse("10.0.0.1"), policy, status, null);
    }

    private List<String> quarantined() {
        return world.rows("select mac, policy_name, operation_id from anc_endpoint");
    }

    @Test
    void anEndpointIsUnderTheAncPolicyThatWasAppliedLastUntilItIsTakenOff() {
        assertEquals(
                new BatchOutcome(2, 1, 0),
                world.live(
                        Topic.ANC_STATUS,
                        anc("1", "Quar", "RUNNING"),
                        anc("1", "Quar", "SUCCESS"),
                        anc("1", "Quar", "SUCCESS")));
        assertEquals(List.of("00:1b:44:11:3a:b7|Quar|1"), quarantined());
        world.live(Topic.ANC_STATUS, anc("2", "Shut", "FAILURE"));
        assertEquals(List.of("00:1b:44:11:3a:b7|Quar|1"), quarantined());
        world.live(Topic.ANC_STATUS, anc("3", null, "SUCCESS"));
        assertEquals(List.of(), quarantined());
        assertEquals(new BatchOutcome(0, 1, 0), world.live(Topic.ANC_STATUS, anc("1", "Quar", "RUNNING")));
        assertEquals(List.of(), quarantined());
    }

    @Test
    void aDeviceHasTheHistoryOfWhatAncDidToIt() {
        world.live(Topic.ANC_STATUS, anc("1", "Quar", "RUNNING"), anc("2", "Shut", "FAILURE"));
        world.live(Topic.ANC_STATUS, anc("1", "Quar", "SUCCESS"), anc("3", null, "SUCCESS"));
        var lists = new TopicListService(new Lists(world.dataSource));
        assertEquals(
                List.of("3 null SUCCESS", "2 Shut FAILURE", "1 Quar SUCCESS"),
                lists.listWithin(DeviceTopicLists.ancOf(PHONE), ListQuery.of(DeviceTopicLists.ANC)).items().stream()
                        .map(row -> row.text("operationId") + " " + row.findText("policy") + " " + row.text("status"))
                        .toList());
        assertEquals(
                0,
                lists.listWithin(
                                DeviceTopicLists.ancOf(MacAddress.parse("00:1b:44:11:3a:b8")),
                                ListQuery.of(DeviceTopicLists.ANC))
                        .items()
                        .size());
    }

    @Test
    void aDeviceThatNeverGotInHasItsFailures() {
        TreeMap<String, String> attributes = new TreeMap<>();
        attributes.put("authenticationMethod", "EAP-TLS");
        attributes.put("policySetName", "Wired");
        attributes.put("executionSteps", "11001, 11017");
        attributes.put("authenticationProtocol", "PEAP \u0000 \"quoted\"");
        RadiusFailureRecord failure = new RadiusFailureRecord(
                "f1",
                PHONE,
                "CORP\\alice",
                IpAddress.parse("10.0.0.1"),
                "Gi1/0/1",
                "22056 Subject not found",
                22056,
                "ise1",
                "0A",
                attributes,
                second(1));
        world.live(Topic.RADIUS_FAILURES, failure, failure);
        var failures = new TopicListService(new Lists(world.dataSource))
                .listWithin(DeviceTopicLists.failuresOf(PHONE), ListQuery.of(DeviceTopicLists.FAILURES))
                .items();
        assertEquals(1, failures.size());
        assertEquals("22056 Subject not found", failures.get(0).findText("reason"));
        assertEquals("EAP-TLS", failures.get(0).findText("authenticationMethod"));
        assertEquals("Wired", failures.get(0).findText("policySet"));
        assertEquals("11001, 11017", failures.get(0).findText("steps"));
        assertEquals(null, failures.get(0).findText("location"));
        assertEquals(List.of("1|1"), world.rows("select applied, duplicates from topic_ledger"));
    }

    @Test
    void anEndpointEventThatLeavesOutTheGroupLeavesIt() {
        world.live(
                Topic.ENDPOINTS,
                new EndpointRecord(PHONE, "Cisco-Device", "Phones", new TreeMap<>(), second(1), false),
                new EndpointRecord(PHONE, "Cisco-IP-Phone", null, new TreeMap<>(), second(2), false));
        assertEquals(List.of("Cisco-IP-Phone|Phones"), world.rows("select profile, identity_group from endpoint"));
    }
}
