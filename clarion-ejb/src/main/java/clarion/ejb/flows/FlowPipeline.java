package clarion.ejb.flows;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.identity.AddressLog;
import clarion.domain.flows.identity.PartyResolver;
import clarion.domain.flows.identity.SegmentMacs;
import clarion.domain.logging.ContextLogger;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * From records to committed buckets: a bounded queue, one thread that joins, holds and identifies, and one that writes.
 * While the database does not answer, the same batch is tried again until it is known to be written; what comes
 * meanwhile is counted together as far as the bound allows, and counted as dropped beyond.
 */
final class FlowPipeline implements FlowIntake {

    private static final System.Logger LOG = ContextLogger.of(FlowPipeline.class);

    private static final int EXPORTERS = 100_000;
    private static final int MACS = 200_000;
    private static final long TICK_MILLIS = 500;
    private static final long FOLLOW_MILLIS = 2_000;
    private static final long NOTE_MILLIS = 10_000;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final long STOP_MILLIS = 10_000;
    private static final long FUTURE_MILLIS = 600_000;
    private static final long FORGET_MILLIS = 60_000;
    private static final long REMEMBERED_MILLIS = 7_200_000;

    private final FlowSettings settings;
    private final Joiner joiner;
    private final FlowCommitService service;
    private final Clock clock;
    private final String name;
    private final UUID run = UUID.randomUUID();
    private final FlowFigures figures = new FlowFigures();
    private final Exporters exporters = new Exporters(EXPORTERS);
    private final BlockingQueue<FlowBatch> filled;
    private final Queue<FlowBatch> empty = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<Buckets> ready = new ArrayBlockingQueue<>(1);
    private final Queue<AddressLogTable.Changes> news = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(2);
    private volatile boolean joined;
    private volatile boolean following;

    // of the thread that joins
    private final AddressLog addresses = new AddressLog();
    private final PartyResolver resolver;
    private final Hold hold;
    private Buckets buckets;
    private long lastCommit;
    private long lastForget;
    private long now;

    // of the thread that writes
    private final PartyNumbers numbers;
    private long batch;
    private long lastChange;
    private volatile boolean failing;

    /** @param name of the process, as others see it */
    FlowPipeline(String name, FlowSettings settings, Joiner joiner, FlowCommitService service, Clock clock) {
        this.name = name;
        this.settings = settings;
        this.joiner = joiner;
        this.service = service;
        this.clock = clock;
        this.filled = new ArrayBlockingQueue<>(settings.queue());
        this.hold = new Hold(settings.hold().toMillis(), settings.mostHeld());
        this.resolver = new PartyResolver(addresses, settings.networks(), new SegmentMacs(MACS));
        this.buckets = new Buckets(settings.mostHeld());
        this.numbers = new PartyNumbers(service, exporters);
    }

    @Override
    public FlowBatch exchange(FlowBatch batch) {
        figures.received.add(batch.size());
        int capacity = batch.capacity();
        int size = batch.size();
        if (!stopped.get() && filled.offer(batch)) {
            FlowBatch next = empty.poll();
            return next != null && next.capacity() >= capacity ? next : new FlowBatch(capacity);
        }
        figures.droppedByQueue.add(size);
        batch.clear();
        return batch;
    }

    @Override
    public Exporters exporters() {
        return exporters;
    }

    FlowFigures figures() {
        return figures;
    }

    /** Joins, holds and identifies until it is stopped. */
    void join() {
        try {
            lastCommit = clock.millis();
            long lastTick = 0;
            while (!stopped.get() || !filled.isEmpty()) {
                FlowBatch next = filled.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                now = clock.millis();
                if (next != null) {
                    joiner.join(next, now, this::hold);
                    next.clear();
                    empty.offer(next);
                }
                if (now - lastTick >= TICK_MILLIS || now < lastTick || hold.isOver()) {
                    lastTick = now;
                    tick();
                }
            }
            joiner.end(this::hold);
            hold.release(Long.MAX_VALUE, this::identify);
            var unused = ready.offer(buckets, STOP_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.log(ERROR, "CLARION-FLW-006 event=flows-stopped restart this process and report this", e);
            stopped.set(true);
        } finally {
            joined = true;
            ended.countDown();
        }
    }

    private void hold(Conversation conversation) {
        figures.joined.increment();
        if (conversation.firstMillis() > now + FUTURE_MILLIS) {
            figures.clockCorrected.increment();
            hold.add(Conversations.at(conversation, now));
        } else {
            hold.add(conversation);
        }
    }

    private void identify(HeldKey key, Totals totals) {
        buckets.add(key, totals, resolver);
    }

    private void tick() {
        for (AddressLogTable.Changes some = news.poll(); some != null; some = news.poll()) {
            some.changes().forEach(addresses::add);
        }
        joiner.advance(now, this::hold);
        if (following || hold.isOver()) {
            hold.release(now, this::identify); // at first nobody is known: what is held waits for the log
        }
        if (now - lastCommit >= settings.commitInterval().toMillis() && !buckets.isEmpty() && ready.offer(buckets)) {
            lastCommit = now;
            buckets = new Buckets(settings.mostHeld());
        }
        if (now - lastForget >= FORGET_MILLIS) {
            lastForget = now;
            addresses.forgetBefore(now - REMEMBERED_MILLIS);
        }
        figures.waiting = filled.size();
        figures.held = hold.size();
        figures.releasedEarly.add(hold.early() - figures.releasedEarly.sum());
    }

    /** Writes until it is stopped and everything is written, or nothing can be. */
    void write() {
        try {
            long lastFollow = 0;
            long lastNote = 0;
            while (!joined || !ready.isEmpty()) {
                long at = clock.millis();
                figures.look(at);
                if (at - lastFollow >= FOLLOW_MILLIS || at < lastFollow) {
                    lastFollow = at;
                    attempt(this::follow);
                }
                Buckets next = ready.poll(TICK_MILLIS, TimeUnit.MILLISECONDS);
                if (next != null) {
                    persist(next);
                    lastNote = at;
                } else if (at - lastNote >= NOTE_MILLIS && figures.received.sum() > 0) {
                    lastNote = at;
                    attempt(() -> service.note(name, run, batch, figures.json()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    /** Hears what sessions newly say of addresses. */
    private void follow() {
        AddressLogTable.Changes changes = following
                ? service.changesSince(lastChange)
                : service.changesFrom(clock.instant().minusMillis(REMEMBERED_MILLIS));
        lastChange = changes.last();
        news.add(changes);
        following = true;
    }

    private void persist(Buckets next) throws InterruptedException {
        batch++;
        figures.droppedByStore.add(next.dropped);
        figures.sides.add(next.sides);
        figures.unresolvedSides.add(next.unresolvedSides);
        long conversations =
                next.totals.values().stream().mapToLong(Totals::all).sum();
        long pause = TICK_MILLIS;
        while (true) {
            try {
                FlowStore.Numbers known = numbers.of(next, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
                FlowStore.Written written =
                        service.write(new FlowStore.Batch(name, run, batch, next), known, figures.json());
                figures.commits.increment();
                figures.buckets.add(written.buckets());
                figures.outOfTime.add(written.outOfTime());
                figures.stored.add(conversations - written.outOfTime());
                recovered();
                return;
            } catch (RuntimeException e) {
                failed(e);
                if (stopped.get() && pause >= LONGEST_PAUSE_MILLIS) {
                    figures.droppedByStore.add(conversations);
                    LOG.log(ERROR, "CLARION-FLW-007 event=flows-lost conversations={0}", conversations);
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private void attempt(Runnable work) {
        try {
            work.run();
            recovered();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    /** Said once, however long it lasts. */
    private void failed(RuntimeException e) {
        figures.failedCommits.increment();
        if (!failing) {
            failing = true;
            LOG.log(
                    WARNING,
                    "CLARION-FLW-005 event=flows-not-stored cause=\"{0}\"; kept as far as memory is allowed, and tried"
                            + " again",
                    e.getMessage());
        }
    }

    private void recovered() {
        if (failing) {
            failing = false;
            LOG.log(INFO, "event=flows-stored-again at={0}", Instant.now(clock));
        }
    }

    boolean isFailing() {
        return failing;
    }

    /** Takes no more, writes what there is, and ends; gives up after a while. */
    void stop() throws InterruptedException {
        stopped.set(true);
        var unused = ended.await(2 * STOP_MILLIS, TimeUnit.MILLISECONDS);
    }
}
