package clarion.pxgrid.remote;

import clarion.domain.ClarionException;
import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.ConnectorAnswer;
import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.ConnectorStatus.Counters;
import clarion.pxgrid.ConnectorStatus.State;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * How the leader's connection is doing, asked at most once a second and by one thread at a time. Nobody waits long for
 * it: what cannot be told in time is {@link State#UNKNOWN}, with what was known before and since when it may be out of
 * date.
 */
final class RemoteStatus {

    private static final System.Logger LOG = ContextLogger.of(RemoteStatus.class);

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(3);
    private static final Duration CALLER_PATIENCE = Duration.ofMillis(1500);
    private static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0, 0);

    private final Peers peers;
    private final Executor threads;
    private final Clock clock;

    private @Nullable CompletableFuture<ConnectorStatus> asking;
    private @Nullable ConnectorStatus latest;
    private @Nullable ConnectorStatus known;
    private Instant askedAt = Instant.MIN;
    private @Nullable Instant knownAt;

    RemoteStatus(Peers peers, Executor threads, Clock clock) {
        this.peers = peers;
        this.threads = threads;
        this.clock = clock;
    }

    ConnectorStatus get() {
        CompletableFuture<ConnectorStatus> answer = ask();
        try {
            return answer.get(CALLER_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return unknown("no process has answered yet");
        } catch (ExecutionException e) {
            return unknown("the question failed: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown("the question was broken off");
        }
    }

    /** An answer that came with something else. */
    void took(ConnectorAnswer answer) {
        know(answer.status());
    }

    private synchronized CompletableFuture<ConnectorStatus> ask() {
        CompletableFuture<ConnectorStatus> running = asking;
        if (running != null && !running.isDone()) {
            return running;
        }
        Instant now = clock.instant();
        ConnectorStatus last = latest;
        if (last != null && now.isBefore(askedAt.plus(FRESH)) && !now.isBefore(askedAt)) {
            return CompletableFuture.completedFuture(last);
        }
        CompletableFuture<ConnectorStatus> question = new CompletableFuture<>();
        asking = question;
        try {
            threads.execute(() -> question.complete(answer()));
        } catch (RejectedExecutionException e) {
            question.complete(unknown("Clarion is stopping"));
        }
        return question;
    }

    private ConnectorStatus answer() {
        try {
            ConnectorAnswer answer = peers.askLeader(
                    ANSWER_PATIENCE, ConnectorAnswer.class, ConnectorAnswer::leads, ConnectorApi::status);
            return know(answer.status());
        } catch (SilentException e) {
            return note(unknown(e.why()));
        } catch (ClarionException e) {
            return note(unknown(String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "CLARION-PXG-099 event=internal", e);
            return note(unknown(e.toString()));
        }
    }

    private synchronized ConnectorStatus know(ConnectorStatus status) {
        known = status;
        knownAt = clock.instant();
        return note(status);
    }

    private synchronized ConnectorStatus note(ConnectorStatus status) {
        ConnectorStatus before = latest;
        boolean news = before == null || (before.state() == State.UNKNOWN) != (status.state() == State.UNKNOWN);
        if (news && status.state() == State.UNKNOWN) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "{0} event=leader-silent why=\"{1}\"",
                    Fault.LEADER_SILENT.code(),
                    status.why());
        } else if (news) {
            LOG.log(System.Logger.Level.INFO, "event=leader-answers state={0}", status.state());
        }
        latest = status;
        askedAt = clock.instant();
        return status;
    }

    private synchronized ConnectorStatus unknown(String why) {
        Instant now = clock.instant();
        ConnectorStatus before = latest;
        ConnectorStatus last = known;
        Instant since = before != null && before.state() == State.UNKNOWN ? before.since() : now;
        Instant stale = last == null || last.staleSince() == null ? knownAt : last.staleSince();
        String what = "No process that holds the connection to ISE answers: " + why + ".";
        return new ConnectorStatus(
                State.UNKNOWN,
                since,
                stale == null ? since : stale,
                null,
                new PxGridException(Fault.LEADER_SILENT, what).problemAt(since),
                null,
                last == null ? null : last.lastEventAt(),
                last == null ? null : last.lastReceivedAt(),
                null,
                last == null ? NONE : last.counters(),
                last == null ? null : last.certificate(),
                what,
                null,
                List.of(),
                last == null ? null : last.account(),
                List.of(),
                false);
    }
}
