package clarion.pxgrid.life;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.ConnectorCandidate;
import clarion.pxgrid.ConnectorStatus;
import clarion.pxgrid.PxGridConnector;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import clarion.pxgrid.control.Controllers;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.control.StoppedException;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.settings.SettingsException;
import clarion.pxgrid.tls.IdentityKeeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The connector without its container: connects, keeps connected, and comes back after every fault.
 *
 * <p>One thread follows the connection and is the only one that calls the listener for sessions; the socket is read on
 * the threads of the given executor. Every wait ends at once when the connector is stopped.
 *
 * <p>It leads until it is told to {@linkplain #standBy stand by}; while it stands by, a start is without effect.
 */
public final class PxGridClient implements PxGridConnector, ConnectorCandidate {

    private static final System.Logger LOG = ContextLogger.of(PxGridClient.class);

    private static final Duration DATABASE_POLL = Duration.ofSeconds(2);
    private static final Duration IDENTITY_POLL = Duration.ofSeconds(3);
    private static final Duration AT_ONCE = Duration.ofMillis(50);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(10);

    private final Supplier<PxGridSettings> settingsSource;
    private final PxGridListener listener;
    private final ScheduledExecutorService threads;
    private final Clock clock;
    private final RandomGenerator random;
    private final StatusBoard board;
    private final IdentityKeeper identities;

    private Memory memory;

    private @Nullable Run current;
    private @Nullable Standby standby;
    private List<Controller> knownControllers = List.of();

    /** Why this process does not lead. */
    private record Standby(String why, @Nullable PxGridException fault) {}

    /**
     * @param settingsSource read at every start
     * @param threads for everything that runs; stays the caller's to shut down, after {@link #close}
     * @param random for the jitter
     */
    public PxGridClient(
            Supplier<PxGridSettings> settingsSource,
            PxGridListener listener,
            ScheduledExecutorService threads,
            Clock clock,
            RandomGenerator random) {
        this.settingsSource = settingsSource;
        this.listener = listener;
        this.threads = threads;
        this.clock = clock;
        this.random = random;
        this.board = new StatusBoard(clock);
        this.identities = new IdentityKeeper(System.getProperties(), clock);
        board.certificate(identities::certificate);
        this.memory = new Memory(listener, clock);
    }

    @Override
    public ConnectorStatus status() {
        return board.status();
    }

    @Override
    public synchronized void start() {
        boolean running = current != null && !current.stop.isStopped();
        if (running || standby != null) {
            return;
        }
        Run run = new Run(current == null ? null : current.ended, memory);
        current = run;
        threads.execute(run);
    }

    @Override
    public synchronized void stop() {
        if (current != null) {
            current.stop.stop();
        }
    }

    @Override
    public synchronized void reload() {
        stop();
        start();
    }

    @Override
    public boolean isConfigured() {
        try {
            return settingsSource.get().isEnabled();
        } catch (SettingsException e) {
            return true; // what is wrong with them shows when it leads
        }
    }

    @Override
    public synchronized void lead(boolean started) {
        if (standby == null) {
            return;
        }
        standby = null;
        memory = new Memory(listener, clock); // another process may have got further
        board.lead();
        if (started) {
            start();
        }
    }

    @Override
    public synchronized void standBy(String why, boolean trouble) {
        Standby latest = new Standby(why, trouble ? new PxGridException(Fault.DATABASE_AWAY, why) : null);
        if (standby != null && standby.why().equals(why) && (standby.fault() != null) == trouble) {
            return;
        }
        if (standby == null) {
            memory.end(); // who leads now notes by itself what was missed
        }
        standby = latest;
        if (current == null || current.ended.getCount() == 0) {
            show(latest);
        } else {
            current.stop.stop();
        }
    }

    private void show(Standby shown) {
        if (isConfigured()) {
            board.standBy(shown.why(), shown.fault());
        } else {
            board.lead();
            board.disable();
        }
    }

    /** The end of a run, which may have been told to stand by meanwhile. */
    private synchronized void ended(CountDownLatch ended) {
        ended.countDown();
        if (standby != null) {
            show(standby);
        }
    }

    @Override
    public synchronized void reconcile(Snapshot.Reason reason) {
        var unused = memory.reconciliation().request(reason); // one that is under way serves for this too
    }

    /** Stops and waits, for at most some seconds, until everything has ended. */
    public void close() throws InterruptedException {
        Run run;
        synchronized (this) {
            memory.end();
            stop();
            run = current;
        }
        if (run != null && !run.ended.await(CLOSE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.log(System.Logger.Level.WARNING, "event=close-overdue patience={0}", CLOSE_PATIENCE);
        }
    }

    /** From one start to the next stop. */
    private final class Run implements Runnable {

        private final @Nullable CountDownLatch before;
        private final CountDownLatch ended = new CountDownLatch(1);
        private final StopSignal stop = new StopSignal();
        private final Memory memory;
        private volatile StopSignal attempt = stop;

        Run(@Nullable CountDownLatch before, Memory memory) {
            this.before = before;
            this.memory = memory;
        }

        @Override
        public void run() {
            PxGridException why = null;
            try {
                if (before != null) {
                    before.await();
                }
                PxGridSettings settings = settingsSource.get();
                if (!settings.isEnabled()) {
                    board.disable();
                    return;
                }
                board.enable();
                board.move(Life.Stopped.class, stopped -> stopped.start(clock.instant()));
                keepConnected(settings);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (SettingsException e) {
                why = new PxGridException(Fault.SETTINGS, "Settings cannot be used: " + e.getMessage() + ".", e);
            } catch (RuntimeException e) {
                why = new PxGridException(Fault.INTERNAL, "The connector ended: " + Causes.deepest(e) + ".", e);
                LOG.log(System.Logger.Level.ERROR, Fault.INTERNAL.code() + " event=connector-ended", e);
            } finally {
                stop.stop(); // however it ended, a start begins anew
                board.stopped(why);
                ended(ended);
            }
        }

        private void keepConnected(PxGridSettings settings) throws InterruptedException {
            Transport transport = new Transport(settings, identities, threads);
            IdentityTrial trial = new IdentityTrial(settings, threads, clock, stop);
            Future<?> watching = threads.scheduleWithFixedDelay(
                    () -> watchIdentity(trial),
                    IDENTITY_POLL.toMillis(),
                    IDENTITY_POLL.toMillis(),
                    TimeUnit.MILLISECONDS);
            Controllers controllers = new Controllers(settings.controllers(), clock);
            board.watch(controllers, memory.reconciliation());
            if (!knownControllers.isEmpty() && !knownControllers.equals(settings.controllers())) {
                memory.distrust();
            }
            knownControllers = settings.controllers();
            memory.forgetRefusals();
            Backoff backoff = new Backoff(settings.backoffInitial(), settings.backoffMax(), random);
            try {
                while (true) {
                    Instant began = clock.instant();
                    PxGridException fault = attempt(settings, transport, controllers);
                    if (fault == null) {
                        board.move(Life.Running.class, life -> life.renew(clock.instant()));
                        continue;
                    }
                    boolean lasted = began.plus(settings.backoffInitial()).isBefore(clock.instant());
                    if (lasted && board.wasLiveSince(began)) {
                        backoff.reset();
                    }
                    Duration delay = memory.isRetriedAtOnce()
                            ? AT_ONCE
                            : fault.fault() == Fault.DATABASE_AWAY || fault.fault() == Fault.QUEUE_AWAY
                                    ? DATABASE_POLL
                                    : backoff.next();
                    Instant now = clock.instant();
                    board.move(Life.Running.class, life -> life.fail(fault.problemAt(now), now, now.plus(delay)));
                    if (stop.await(delay)) {
                        return;
                    }
                    board.move(Life.Waiting.class, waiting -> waiting.retry(clock.instant()));
                }
            } catch (StoppedException e) {
                LOG.log(System.Logger.Level.DEBUG, "event=stopped");
            } finally {
                watching.cancel(false);
                transport.close();
            }
        }

        /** Ends the connection in good order when there is a new identity; the next one uses it. */
        private void watchIdentity(IdentityTrial trial) {
            try {
                if (identities.refresh(board.isConnected() ? trial : null)) {
                    attempt.stop();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "CLARION-PXG-099 event=internal", e);
            }
        }

        /** Connects and stays connected; returns why that ended, or null if it is to be made anew at once. */
        private @Nullable PxGridException attempt(PxGridSettings settings, Transport transport, Controllers controllers)
                throws InterruptedException {
            StopSignal renewal = new StopSignal();
            attempt = renewal;
            StopSignal.Registration registration = stop.onStop(renewal::stop);
            try {
                awaitDatabase();
                new Connection(settings, transport, controllers, listener, board, threads, clock, renewal, memory)
                        .run();
                return new PxGridException(Fault.INTERNAL, "The connection ended without a reason.");
            } catch (StoppedException e) {
                stop.check();
                return null;
            } catch (PxGridException e) {
                stop.check();
                return e;
            } catch (RuntimeException e) {
                stop.check();
                LOG.log(System.Logger.Level.WARNING, "CLARION-PXG-099 event=internal", e);
                return new PxGridException(Fault.INTERNAL, "Clarion's connector failed: " + Causes.deepest(e) + ".", e);
            } finally {
                registration.close();
            }
        }

        /** Nothing is read from ISE that could not be stored. */
        private void awaitDatabase() throws PxGridException {
            try {
                var unused = listener.savedPosition(Topic.SESSIONS);
            } catch (RuntimeException e) {
                throw Delivery.databaseAway(e);
            }
        }
    }
}
