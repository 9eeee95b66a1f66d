package clarion.pxgrid.life;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.ConnectorStatus.Problem;
import clarion.pxgrid.Topic;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.topics.TopicService;
import clarion.pxgrid.wire.ServiceWire;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Finds the topic of sessions. Where ISE does not offer it or refuses it, the connection stays up for the other topics,
 * and this asks again: soon at first, then as often as for an account that is pending.
 */
final class SessionDoor {

    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Link link;
    private final Delivery.Checkpoint connected;
    private final Backoff pauses;

    SessionDoor(Link link, Delivery.Checkpoint connected) {
        this.link = link;
        this.connected = connected;
        this.pauses =
                new Backoff(link.settings().backoffInitial(), link.settings().pendingPoll(), new Random());
    }

    /** Asks once. */
    SessionOffer look() throws PxGridException, InterruptedException {
        SessionOffer offer;
        try {
            offer = SessionOffer.of(
                    link.control().lookUp(ServiceWire.SESSION_SERVICE),
                    link.memory().of(Topic.SESSIONS).refusal());
        } catch (PxGridException e) {
            link.stop().check();
            offer = SessionOffer.absent(e); // of this service; if it is more than that, the next lookups fail too
        }
        link.board().topics().found(Topic.SESSIONS, offer.destination());
        return offer;
    }

    /** The service that has the stream: as the session service says, else as any other does. */
    String pubsub(SessionOffer offer) throws PxGridException, InterruptedException {
        String told = offer.pubsub();
        List<String> others = Arrays.stream(Topic.values())
                .map(topic -> TopicService.of(topic).service())
                .distinct()
                .filter(service -> !service.equals(ServiceWire.SESSION_SERVICE))
                .toList();
        Lookups lookups = new Lookups(link.control(), 1);
        for (int i = 0; told == null && i < others.size(); i++) {
            told = SessionOffer.property(lookups.permitted(others.get(i)), ServiceWire.WS_PUBSUB_SERVICE);
            link.stop().check();
        }
        PxGridException failure = lookups.failure();
        if (told == null && failure != null) {
            throw failure;
        }
        return told == null ? ServiceWire.PUBSUB_SERVICE : told;
    }

    /** Shows why there are no sessions and waits until there are; ends with the connection. */
    SessionOffer await(SessionOffer first, Probe probe) throws PxGridException, InterruptedException {
        SessionOffer offer = first;
        PxGridException absent = offer.absent();
        while (absent != null) {
            Duration pause = pauses.next();
            show(offer, absent, pause);
            pause(pause);
            offer = look();
            absent = offer.absent();
            if (absent != null && absent.fault() == Fault.TOPIC_REFUSED && probe.admits(offer.topic())) {
                link.memory().of(Topic.SESSIONS).admitted();
                offer = new SessionOffer(offer.nodes(), offer.destination(), null);
                absent = null;
            }
        }
        return offer;
    }

    private void show(SessionOffer offer, PxGridException absent, Duration pause)
            throws PxGridException, InterruptedException {
        Target<SessionReport> target = new Target.Sessions(link.listener());
        NotFollowed.note(
                link, link.delivery(target, Topic.SESSIONS.id(), connected), Topic.SESSIONS, offer.state(), absent);
        Instant now = link.clock().instant();
        Problem problem = absent.problemAt(now);
        link.board()
                .move(
                        Life.Running.class,
                        life -> life instanceof Life.Degraded degraded
                                ? degraded.still(problem, now.plus(pause))
                                : ((Life.Connecting) life).withoutSessions(problem, now, now.plus(pause)));
    }

    private void pause(Duration pause) throws PxGridException, InterruptedException {
        long until = System.nanoTime() + pause.toNanos();
        for (long left = pause.toNanos(); left > 0; left = until - System.nanoTime()) {
            connected.check();
            link.memory().reconciliation().done(Topic.SESSIONS); // there is nothing to compare with
            if (link.stop().await(Duration.ofNanos(Math.min(left, PATIENCE.toNanos())))) {
                link.stop().check();
            }
        }
        connected.check();
    }
}
