package clarion.pxgrid.life;

import static clarion.pxgrid.life.Campaign.mac;
import static clarion.pxgrid.life.Campaign.session;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.ConnectorStatus.State;
import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.Gap;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.SecurityGroupAclRecord;
import clarion.pxgrid.settings.Controller;
import clarion.simulator.Fault;
import clarion.simulator.Faults;
import clarion.simulator.IseVersion;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.topics.IseTopic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every topic on one connection: what one lacks does not hold up the others, and nothing is lost unsaid. */
@Timeout(120)
class TopicsTest {

    /** After the simulator's start, so that its journal reaches back to it. */
    private final Instant t0 = Instant.now().plusSeconds(120);

    @TempDir
    static Path directory;

    private static boolean isAcl(String name, Object record) {
        return record instanceof SecurityGroupAclRecord acl && acl.name().equals(name);
    }

    @Test
    @Tag("pxgrid-28")
    void followsEveryTopicOnOneConnection() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            for (Topic topic : Topic.values()) {
                campaign.await(topic.id(), () -> campaign.stateOf(topic) == TopicState.LIVE);
            }
            assertEquals(1, campaign.ise.pubSub().connections());
            String id = campaign.ise.records().trustSec().putAcl("Web", "", "IPV4", "permit tcp dst eq 443");
            campaign.await("the SGACL", () -> campaign.listener.hasRecord(record -> isAcl("Web", record)));
            campaign.ise.records().trustSec().deleteAcl(id);
            campaign.await("its end", () -> !campaign.listener.hasRecord(record -> isAcl("Web", record)));
        }
    }

    @Test
    @Tag("pxgrid-14")
    void followsTheOthersWhileIseRefusesOneTopicAndComesBackToIt() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.faults().denyTopic("/topic/com.cisco.ise.sxp.binding");
            campaign.startAndAwaitLive();
            campaign.await("refused", () -> campaign.stateOf(Topic.SXP_BINDINGS) == TopicState.REFUSED);
            campaign.await("profiles", () -> campaign.stateOf(Topic.PROFILES) == TopicState.LIVE);
            campaign.awaitLive();
            assertTrue(campaign.listener.hasGap(Topic.SXP_BINDINGS, Gap.Cause.NOT_OFFERED));
            campaign.ise.faults().clear();
            campaign.await("admitted", () -> campaign.stateOf(Topic.SXP_BINDINGS) == TopicState.LIVE);
        }
    }

    @Test
    @Tag("pxgrid-05")
    void followsTheOthersWhileTheLookupOfOneServiceFails() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.inject(Fault.of(Fault.Kind.STATUS, ServiceNode.SXP).withStatus(500));
            campaign.startAndAwaitLive();
            campaign.await("profiles", () -> campaign.stateOf(Topic.PROFILES) == TopicState.LIVE);
            campaign.await("its gap", () -> campaign.listener.hasGap(Topic.SXP_BINDINGS, Gap.Cause.NOT_OFFERED));
            assertEquals(TopicState.NOT_OFFERED, campaign.stateOf(Topic.SXP_BINDINGS));
            campaign.ise.faults().clear();
            campaign.await("known", () -> campaign.stateOf(Topic.SXP_BINDINGS) == TopicState.LIVE);
            assertEquals(0, campaign.status().counters().reconnects(), "the connection stayed up all the time");
        }
    }

    @Test
    @Tag("pxgrid-05")
    void showsWhatAnOldIseDoesNotOffer() {
        try (Campaign campaign = new Campaign(directory, ise -> ise.version(IseVersion.V2_7), settings -> settings)) {
            campaign.startAndAwaitLive();
            campaign.await("not offered", () -> campaign.stateOf(Topic.ENDPOINTS) == TopicState.NOT_OFFERED);
            campaign.await("groups", () -> campaign.stateOf(Topic.SECURITY_GROUPS) == TopicState.LIVE);
            campaign.await("its gap", () -> campaign.listener.hasGap(Topic.ENDPOINTS, Gap.Cause.NOT_OFFERED));
        }
    }

    @Test
    @Tag("pxgrid-10")
    void subscribesToNothingBeforeIseHasAnsweredTheConnect() {
        try (Campaign campaign = new Campaign(directory)) {
            campaign.ise.inject(Fault.of(Fault.Kind.HANG, Faults.CONNECT).times(1));
            campaign.start();
            campaign.await("the CONNECT", () -> campaign.ise.faults().calls(Faults.CONNECT) == 1);
            assertEquals(0, campaign.ise.pubSub().subscriptions(IseTopic.SESSIONS.destination()));
            campaign.await("another try", () -> campaign.ise.faults().calls(Faults.CONNECT) == 2);
            campaign.awaitLive();
            assertEquals(1, campaign.ise.pubSub().subscriptions(IseTopic.SESSIONS.destination()));
        }
    }

    @Test
    @Tag("pxgrid-36")
    void twoMembersOfAClusterDeliverTheSameAndOneGoesOnWithoutTheOther() throws Exception {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            PxGridClient second = campaign.secondMember();
            try {
                second.start();
                campaign.await("the second", () -> second.status().state() == State.LIVE);
                campaign.ise.feed().publish(session(1, t0));
                campaign.awaitEqual();
                campaign.await(
                        "both have delivered it",
                        () -> second.status().counters().events() >= 1
                                && campaign.status().counters().events() >= 1);
                campaign.client.close();
                campaign.ise.feed().publish(session(2, t0.plusSeconds(1)));
                campaign.awaitStored(mac(2));
                campaign.awaitEqual();
                assertEquals(State.LIVE, second.status().state());
            } finally {
                second.close();
            }
        }
    }

    @Test
    @Tag("pxgrid-32")
    void goesOnFromTheSavedPositionAfterARestart() throws Exception {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            int downloads = campaign.ise.faults().calls("getSessions");
            campaign.restart(() -> campaign.ise.feed().publish(session(2, t0.plusSeconds(1))));
            campaign.awaitEqual();
            assertEquals(1, campaign.ise.faults().calls("getSessionsForRecovery"));
            assertEquals(downloads, campaign.ise.faults().calls("getSessions"));
            assertTrue(campaign.listener.wasClosed(Topic.SESSIONS, Gap.Cause.NOT_RUNNING, Gap.How.RECOVERY));
        }
    }

    @Test
    @Tag("pxgrid-20")
    void comparesBesideTheLiveStream() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.ise.feed().publish(session(2, t0));
            campaign.awaitStored(mac(2));
            campaign.ise.sessions().remove(session(1, t0).key());
            Instant live = campaign.status().since();
            campaign.client.reconcile(Snapshot.Reason.REQUESTED);
            campaign.awaitEqual();
            campaign.await("the end", () -> !campaign.status().reconciling());
            assertEquals(State.LIVE, campaign.status().state());
            assertEquals(live, campaign.status().since(), "it was live all the time");
        }
    }

    @Test
    @Tag("pxgrid-17")
    void writesTheGapOfALostConnectionIntoTheLedgerWithItsRepair() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            campaign.ise.pubSub().dropConnections();
            campaign.await("reconnect", () -> campaign.status().counters().reconnects() > 0);
            campaign.await(
                    "the repair",
                    () -> campaign.listener.wasClosed(Topic.SESSIONS, Gap.Cause.DISCONNECTED, Gap.How.RECOVERY));
        }
    }

    @Test
    @Tag("pxgrid-06")
    void goesToTheOtherNodeWhenTheOneInUseIsGone() {
        try (Campaign campaign = new Campaign(
                directory,
                ise -> ise.nodes(2),
                settings -> settings.withControllers(List.of(
                        settings.controllers().get(0),
                        new Controller(
                                "127.0.0.2", settings.controllers().get(0).port()))))) {
            campaign.startAndAwaitLive();
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            String node = String.valueOf(campaign.status().node());
            campaign.ise.nodes().crash(node.endsWith("1") ? 1 : 2);
            long gone = System.nanoTime();
            campaign.ise.feed().publish(session(2, t0.plusSeconds(1)));
            campaign.awaitStored(mac(2));
            campaign.awaitLive();
            assertTrue(System.nanoTime() - gone < 10_000_000_000L, "live again within ten seconds");
            assertNotEquals(node, campaign.status().node());
        }
    }

    @Test
    @Tag("pxgrid-07")
    void asksForAnotherSecretWhenADataCallRefusesIt() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0));
            campaign.awaitStored(mac(1));
            campaign.ise.inject(Fault.of(Fault.Kind.STATUS, "getSessionsForRecovery")
                    .withStatus(401)
                    .times(1));
            campaign.ise.feed().loseMessages(1);
            campaign.ise.feed().publish(session(2, t0.plusSeconds(1)));
            campaign.ise.feed().publish(session(3, t0.plusSeconds(2)));
            campaign.awaitEqual();
            campaign.awaitLive();
            assertEquals(2, campaign.ise.faults().calls("getSessionsForRecovery"));
            assertEquals(1, campaign.listener.snapshotCount());
        }
    }

    @Test
    @Tag("pxgrid-13")
    void takesABatchOfFiveMebibytes() {
        try (Campaign campaign = new Campaign(directory).startAndAwaitLive()) {
            campaign.ise.feed().publish(session(1, t0).with("endpointProfile", "x".repeat(5 << 20)));
            campaign.awaitStored(mac(1));
            assertEquals(0, campaign.status().counters().reconnects());
        }
    }
}
