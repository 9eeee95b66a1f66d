package clarion.pxgrid.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.Topic;
import clarion.pxgrid.records.EgressPolicyRecord;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.records.PolicyDownloadRecord;
import clarion.pxgrid.records.SecurityGroupAclRecord;
import clarion.pxgrid.records.SecurityGroupRecord;
import clarion.pxgrid.records.SxpBindingRecord;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every form in which records come: lists, envelopes with an operation, and records that are the message. */
@Timeout(60)
class RecordMessagesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static RecordForm form(Topic topic) {
        return Objects.requireNonNull(TopicService.of(topic).form());
    }

    private static TopicMessage<IseRecord> read(Topic topic, String json) {
        return RecordMessages.read(form(topic), "/topic/x", json.getBytes(StandardCharsets.UTF_8), NOW);
    }

    private static <T> T only(Class<T> kind, Topic topic, String json) {
        TopicMessage<IseRecord> message = read(topic, json);
        assertEquals(0, message.unreadable().size(), message::toString);
        return assertInstanceOf(kind, message.elements().get(0));
    }

    @Test
    @Tag("pxgrid-28")
    void readsASecurityGroupInItsEnvelope() {
        SecurityGroupRecord made = only(
                SecurityGroupRecord.class,
                Topic.SECURITY_GROUPS,
                "{\"operation\":\"CREATE\",\"securityGroup\":{\"id\":\"g1\",\"name\":\"Lab\",\"tag\":\"17\"},\"sequence\":4}");
        assertEquals(17, made.group().sgt().value());
        SecurityGroupRecord gone = only(
                SecurityGroupRecord.class,
                Topic.SECURITY_GROUPS,
                "{\"securityGroup\":{\"id\":\"g1\",\"tag\":-1},\"operation\":\"DELETE\",\"sequence\":\"5\"}");
        assertTrue(gone.deleted());
        assertEquals("g1", gone.key());
    }

    @Test
    @Tag("pxgrid-28")
    void readsAnSgaclThatIsTheMessageWithEitherNameOfItsDeletion() {
        for (String name : new String[] {"deleted", "isDeleted"}) {
            SecurityGroupAclRecord acl = only(
                    SecurityGroupAclRecord.class,
                    Topic.SECURITY_GROUP_ACLS,
                    "{\"" + name + "\":true,\"id\":\"a1\",\"timestamp\":\"2026-04-14T11:45:19.217+02:00\"}");
            assertTrue(acl.deleted());
            assertEquals(Instant.parse("2026-04-14T09:45:19.217Z"), acl.timestamp());
        }
    }

    @Test
    @Tag("pxgrid-28")
    void readsTheSameCellFromTheTopicAndFromTheBulkAnswer() throws Exception {
        EgressPolicyRecord live = only(
                EgressPolicyRecord.class,
                Topic.EGRESS_POLICIES,
                "{\"id\":\"c1\",\"sourceSgtId\":\"s\",\"destinationSgtId\":\"d\",\"matrixCellStatus\":\"ENABLED\","
                        + "\"sgaclIds\":[\"a\"],\"sequence\":1,\"deleted\":false}");
        IseRecord[] bulk = new IseRecord[1];
        RecordDocument.readAnswer(
                new ByteArrayInputStream(("{\"totalCount\":\"1\",\"egressPolicies\":[{\"id\":\"c1\","
                                + "\"sourceSecurityGroupId\":\"s\",\"destinationSecurityGroupId\":\"d\","
                                + "\"status\":\"ENABLED\",\"sgaclIds\":[\"a\"]}]}")
                        .getBytes(StandardCharsets.UTF_8)),
                form(Topic.EGRESS_POLICIES),
                new RecordDocument.Sink<RuntimeException>() {
                    @Override
                    public void record(IseRecord record) {
                        bulk[0] = record;
                    }

                    @Override
                    public void unreadable(String reason, String element) {
                        throw new AssertionError(reason);
                    }
                });
        assertEquals(live, bulk[0]);
    }

    @Test
    @Tag("pxgrid-29")
    void readsWhichSwitchTookWhichGeneration() {
        PolicyDownloadRecord download = only(
                PolicyDownloadRecord.class,
                Topic.POLICY_DOWNLOADS,
                "{\"policyDownloads\":[{\"timestamp\":\"2026-05-30T14:25:06.653-07:00\",\"status\":\"FAILURE\","
                        + "\"failureReason\":\"timeout\",\"nasIpAddress\":\"10.1.1.1\",\"policies\":[{\"sourceSgt\":5,"
                        + "\"destinationSgt\":\"15\",\"sgaclName\":\"Web\",\"sgaclGenerationId\":\"3\"}]}]}");
        assertEquals("FAILURE", download.status());
        assertEquals("3", download.cells().get(0).aclGeneration());
        assertEquals(15, download.cells().get(0).destination().value());
    }

    @Test
    void writesAPrefixInOneWay() {
        assertEquals(
                "10.1.2.0/24|",
                only(
                                SxpBindingRecord.class,
                                Topic.SXP_BINDINGS,
                                "{\"operation\":\"CREATE\",\"binding\":{\"ipPrefix\":\"10.1.2.3/24\",\"tag\":\"8\"}}")
                        .key());
        assertEquals(
                "2001:db8::1/128|lab",
                only(
                                SxpBindingRecord.class,
                                Topic.SXP_BINDINGS,
                                "{\"bindings\":[{\"ipPrefix\":\"2001:DB8:0::1\",\"tag\":8,\"vpn\":\"lab\"}]}")
                        .key());
    }

    @Test
    @Tag("pxgrid-16")
    void setsOneBadRecordAsideAndTakesTheRest() {
        TopicMessage<IseRecord> message = read(
                Topic.SXP_BINDINGS,
                "{\"bindings\":[{\"ipPrefix\":\"10.0.0.1\",\"tag\":1},{\"ipPrefix\":\"x\",\"tag\":1},7,"
                        + "{\"ipPrefix\":\"10.0.0.2\",\"tag\":99999}],\"unknown\":{\"a\":[1]}}");
        assertEquals(1, message.elements().size());
        assertEquals(3, message.unreadable().size());
        assertTrue(message.unreadable().get(1).reason().startsWith("a record is expected"));
        assertTrue(message.unreadable().get(2).reason().startsWith("tag: "));
    }

    @Test
    @Tag("pxgrid-16")
    void anyOctetsGiveAMessage() {
        Random random = new Random(42);
        List<Topic> topics = List.copyOf(EnumSet.complementOf(EnumSet.of(Topic.SESSIONS)));
        String whole =
                "{\"operation\":\"DELETE\",\"sequence\":3,\"securityGroup\":{\"id\":\"a\",\"name\":\"b\",\"tag\":4}}";
        for (int i = 0; i < 5000; i++) {
            byte[] octets = whole.getBytes(StandardCharsets.UTF_8);
            for (int change = 0; change < 3; change++) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            Topic topic = topics.get(random.nextInt(topics.size()));
            TopicMessage<IseRecord> message = RecordMessages.read(form(topic), "/topic/x", octets, NOW);
            assertTrue(message.elements().size() + message.unreadable().size() > 0, () -> "seed 42, " + topic);
        }
    }
}
