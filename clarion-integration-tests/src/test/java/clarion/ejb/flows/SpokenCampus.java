package clarion.ejb.flows;

import clarion.domain.flows.wire.DecoderLimits;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.flows.collector.ExporterNetworks;
import clarion.ejb.flows.collector.FlowCollector;
import clarion.ejb.flows.collector.FlowCollectorSettings;
import clarion.it.harness.Ports;
import clarion.it.harness.Postgres;
import clarion.simulator.campus.Campus;
import clarion.simulator.flows.CampusFlows;
import clarion.simulator.flows.FlowSettings;
import clarion.simulator.flows.TrueConversation;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Imperfections;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A campus that talks for minutes of a clock of its own, which pass in seconds: its switches export by UDP to the
 * product's collector, whose pipeline stores in a real database what it makes of that.
 */
final class SpokenCampus implements AutoCloseable {

    private static final int DEVICES = 400;
    private static final int RECORDS_PER_SECOND = 120;
    private static final int JOURNAL = 1_000_000;
    private static final int EXPORTERS = 12;
    private static final int BUFFER = 4 << 20;
    private static final long STEP_MILLIS = 1_000;
    private static final int EVENTS_PER_STEP = 2;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A clock that stands until it is set. */
    private static final class Time extends Clock {
        private volatile Instant now = Instant.parse("2026-11-03T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** A transaction around each piece of work, as the container makes it. */
    private static final class Transactions extends DatabaseWork {
        private final PGSimpleDataSource dataSource;

        Transactions(PGSimpleDataSource dataSource) {
            super(dataSource);
            this.dataSource = dataSource;
        }

        @Override
        public <T> T call(Call<T> work) {
            try (Connection connection = dataSource.getConnection()) {
                connection.setAutoCommit(false);
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void run(Run work) {
            call(connection -> {
                work.with(connection);
                return "";
            });
        }
    }

    private final Time clock = new Time();
    private final Postgres postgres;
    private final Transactions work;
    private final Campus campus;
    private final CampusFlows flows;
    private final FlowCollector collector;
    private final FlowPipeline pipeline;
    private final ToldSessions sessions = new ToldSessions();

    SpokenCampus(Path home, long seed) throws IOException {
        postgres = new Postgres(home);
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(postgres.url());
        dataSource.setUser("clarion");
        dataSource.setPassword(postgres.password());
        dataSource.setStringType("unspecified");
        Flyway.configure(FlowPipeline.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        work = new Transactions(dataSource);
        FlowSettings export = new FlowSettings(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free()),
                RECORDS_PER_SECOND,
                Duration.ofMinutes(1).toMillis(),
                JOURNAL,
                EXPORTERS,
                Imperfections.usual()
                        .with(Imperfection.LOSS, 0)
                        .with(Imperfection.ONE_WAY, 0)
                        .with(Imperfection.MISTAGGED, 0));
        pipeline = pipeline();
        collector = new FlowCollector(
                new FlowCollectorSettings(
                        export.target().getPort(),
                        Optional.of("127.0.0.1"),
                        BUFFER,
                        1,
                        new ExporterNetworks(""),
                        true,
                        DecoderLimits.DEFAULT),
                Optional.of(pipeline),
                clock,
                Thread::new);
        campus = new Campus(DEVICES, seed, clock);
        flows = new CampusFlows(campus, DEVICES, export, Map.of(), seed, clock);
    }

    private FlowPipeline pipeline() {
        DatabaseReadiness ready = new DatabaseReadiness() {
            @Override
            public void require() {}
        };
        clarion.ejb.flows.FlowSettings settings = clarion.ejb.flows.FlowSettings.defaults();
        return new FlowPipeline(
                "campus", settings, new PairingJoiner(), new FlowCommitService(work, ready, settings, clock), clock);
    }

    /** Lets the campus live and talk for so long, and returns once all of it is stored. */
    void live(Duration time) throws InterruptedException {
        campus.populate(sessions::hear);
        sessions.store(work);
        new Thread(pipeline::join, "join").start();
        new Thread(pipeline::write, "write").start();
        collector.tend();
        for (long passed = 0; passed < time.toMillis(); passed += STEP_MILLIS) {
            synchronized (campus) {
                for (int i = 0; i < EVENTS_PER_STEP; i++) {
                    sessions.hear(campus.next());
                }
            }
            sessions.store(work);
            flows.tick();
            awaitPackets();
            clock.now = clock.now.plusMillis(STEP_MILLIS);
        }
        flows.finish();
        awaitPackets();
        collector.tend();
        await("all is stored", () -> {
            clock.now = clock.now.plusMillis(STEP_MILLIS);
            return figure("held") == 0
                    && figure("batchesWaiting") == 0
                    && figure("recordsReceived") == flows.count().records()
                    && figure("conversations") > 0
                    && figure("conversationsStored") == figure("conversations")
                    && clock.now.isAfter(
                            Instant.parse("2026-11-03T12:00:00Z").plus(time).plus(Duration.ofMinutes(6)));
        });
        pipeline.stop();
    }

    /** Nothing of a step may arrive in the next one: what is sent is there before time goes on. */
    private void awaitPackets() throws InterruptedException {
        await(
                "all packets are read",
                () -> collector.status().packets() >= flows.count().messages());
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not in time: " + what + "; "
                        + pipeline.figures().values() + collector.status() + flows.count());
            }
            TimeUnit.MILLISECONDS.sleep(3);
        }
    }

    long figure(String name) {
        return Objects.requireNonNull(pipeline.figures().values().get(name));
    }

    /** Conversations that are over, of which some exporter told. */
    List<TrueConversation> truth() {
        return flows.journal().after(0, Integer.MAX_VALUE).stream()
                .filter(one -> one.records() > 0)
                .toList();
    }

    /** True if the device of a MAC address ever had a session. */
    boolean hadSession(String mac) {
        return sessions.hasHeardOf(mac);
    }

    DatabaseWork database() {
        return work;
    }

    @Override
    public void close() {
        flows.close();
        collector.close();
        try {
            pipeline.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        postgres.close();
    }
}
