package clarion.pxgrid.life;

import static clarion.pxgrid.life.Campaign.mac;
import static clarion.pxgrid.life.Campaign.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.ConnectorStatus.State;
import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.Gap;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.SecurityGroupAclRecord;
import clarion.simulator.Fault;
import clarion.simulator.Faults;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.topics.IseTopic;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sessions are a topic like the others: without them the others are followed, and it is said. */
@Timeout(120)
class SessionTopicTest {

    private final Instant t0 = Instant.now().plusSeconds(120);

    @TempDir
    static Path directory;

    private static void awaitDegraded(Campaign campaign, String code) {
        campaign.await("degraded", () -> campaign.status().state() == State.DEGRADED);
        campaign.awaitProblem(code);
        for (Topic topic : Topic.values()) {
            if (topic != Topic.SESSIONS) {
                campaign.await(topic.id(), () -> campaign.stateOf(topic) == TopicState.LIVE);
            }
        }
        assertTrue(
                String.valueOf(campaign.status().why()).contains("without sessions"),
                campaign.status().why());
        assertNotNull(campaign.status().staleSince());
        assertNotNull(campaign.status().nextAttemptAt());
        assertTrue(campaign.listener.hasGap(Topic.SESSIONS, Gap.Cause.NOT_OFFERED));
        campaign.ise.records().trustSec().putAcl("Web", "", "IPV4", "permit tcp dst eq 443");
        campaign.await("an SGACL", () -> campaign.listener.hasRecord(SecurityGroupAclRecord.class::isInstance));
    }

    @Test
    @Tag("pxgrid-14")
    void followsTheOthersWhileIseRefusesSessionsAndComesBackToThem() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.ise.faults().denyTopic(IseTopic.SESSIONS.destination());
            campaign.start();
            awaitDegraded(campaign, "CLARION-PXG-047");
            assertEquals(TopicState.REFUSED, campaign.stateOf(Topic.SESSIONS));
            String what = String.valueOf(campaign.status().problem());
            assertEquals(2, what.split("not authorized", -1).length, () -> "said once, not twice: " + what);
            long connects = campaign.status().counters().reconnects();
            campaign.client.reconcile(Snapshot.Reason.REQUESTED);
            campaign.await("the end", () -> !campaign.status().reconciling());
            campaign.ise.faults().clear();
            campaign.awaitLive();
            campaign.awaitStored(mac(1));
            assertEquals(connects, campaign.status().counters().reconnects(), "the connection stayed up all the time");
        }
    }

    @Test
    @Tag("pxgrid-05")
    void followsTheOthersWhileNobodyProvidesSessions() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.feed().publish(session(1, t0));
            var nodes = campaign.ise.services().lookup(ServiceNode.SESSION);
            campaign.ise.services().remove(ServiceNode.SESSION);
            campaign.start();
            campaign.await("degraded", () -> campaign.status().state() == State.DEGRADED);
            campaign.awaitProblem("CLARION-PXG-030");
            campaign.await("profiles", () -> campaign.stateOf(Topic.PROFILES) == TopicState.LIVE);
            nodes.forEach(campaign.ise.services()::add);
            campaign.awaitLive();
            campaign.awaitStored(mac(1));
            campaign.await("user groups", () -> campaign.stateOf(Topic.USER_GROUPS) == TopicState.LIVE);
            assertEquals(0, campaign.status().counters().reconnects());
        }
    }

    @Test
    @Tag("pxgrid-05")
    void followsTheOthersWhileTheLookupOfSessionsFails() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.ise.inject(Fault.of(Fault.Kind.STATUS, ServiceNode.SESSION).withStatus(500));
            campaign.start();
            campaign.await("degraded", () -> campaign.status().state() == State.DEGRADED);
            campaign.awaitProblem("CLARION-PXG-004");
            campaign.await("profiles", () -> campaign.stateOf(Topic.PROFILES) == TopicState.LIVE);
            campaign.ise.faults().clear();
            campaign.awaitLive();
            campaign.awaitStored(mac(1));
            assertEquals(0, campaign.status().counters().reconnects());
        }
    }

    @Test
    @Tag("pxgrid-08")
    void followsTheOthersWhileTheSessionServiceNamesNoTopic() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.services().setProperty(ServiceNode.SESSION, ServiceNode.SESSION_TOPIC, null);
            campaign.start();
            awaitDegraded(campaign, "CLARION-PXG-031");
            assertEquals(TopicState.NOT_OFFERED, campaign.stateOf(Topic.SESSIONS));
            campaign.ise
                    .services()
                    .setProperty(ServiceNode.SESSION, ServiceNode.SESSION_TOPIC, IseTopic.SESSIONS.destination());
            campaign.awaitLive();
        }
    }

    @Test
    @Tag("pxgrid-03")
    void staysUpWithoutSessionsOverAReconnect() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.inject(Fault.of(Fault.Kind.DENY_TOPIC, IseTopic.SESSIONS.destination()));
            campaign.start();
            awaitDegraded(campaign, "CLARION-PXG-047");
            campaign.ise.pubSub().closeConnections(1012);
            campaign.await("reconnect", () -> campaign.status().counters().reconnects() > 1);
            campaign.await("degraded again", () -> campaign.status().state() == State.DEGRADED);
            campaign.client.stop();
            campaign.await("stopped", () -> campaign.status().state() == State.STOPPED);
        }
    }

    @Test
    @Tag("pxgrid-08")
    void noticesThatIseHasRenamedATopicWhileTheStreamStaysOpen() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            campaign.ise.services().setProperty(ServiceNode.SESSION, ServiceNode.SESSION_TOPIC, "/topic/renamed");
            campaign.ise.feed().publish(session(2, t0.plusSeconds(1)));
            campaign.awaitStored(mac(2));
            campaign.await("the new name", () -> campaign.ise.pubSub().subscriptions("/topic/renamed") == 1);
            campaign.ise.services().setProperty(ServiceNode.ANC, "statusTopic", "/topic/other");
            campaign.await("the other", () -> campaign.ise.pubSub().subscriptions("/topic/other") == 1);
            campaign.awaitLive();
        }
    }

    @Test
    @Tag("pxgrid-04")
    void keepsTheStreamWhileNoControllerAnswers() throws Exception {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            for (Topic topic : Topic.values()) {
                campaign.await(topic.id(), () -> campaign.stateOf(topic) == TopicState.LIVE);
            }
            int before = campaign.ise.faults().calls("ServiceLookup");
            campaign.ise.inject(Fault.of(Fault.Kind.STATUS, "ServiceLookup").withStatus(503));
            campaign.await("lookups", () -> campaign.ise.faults().calls("ServiceLookup") > before + 3);
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            assertEquals(0, campaign.status().counters().reconnects());
            assertEquals(State.LIVE, campaign.status().state());
            assertEquals(0, campaign.ise.faults().calls(Faults.CONNECT) - 1);
        }
    }
}
