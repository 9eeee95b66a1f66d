package clarion.ejb.flows;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.identity.AddressLog;
import clarion.domain.flows.identity.PartyResolver;
import clarion.domain.flows.identity.SegmentMacs;
import clarion.ejb.SetClock;
import clarion.ejb.TestDatabase;
import clarion.ejb.Transactions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Flows on a database of their own; every call of a service is a transaction, as the container makes it. */
final class FlowWorld {

    static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    final DataSource dataSource = TestDatabase.migrated();
    final SetClock clock = new SetClock(NOON);
    final FlowSettings settings = FlowSettings.defaults();
    final Exporters exporters = new Exporters(100);
    final Faulty work = new Faulty(dataSource);
    final FlowCommitService service = new FlowCommitService(work, TestDatabase.ready(), settings, clock);
    final FlowUpkeepService upkeep = new FlowUpkeepService(work, settings, clock);
    private final UUID run = UUID.randomUUID();
    private final PartyNumbers numbers = new PartyNumbers(service, exporters);

    FlowWorld() {
        exporters.number("switch-1");
        exporters.number("switch-2");
        TestDatabase.run(
                dataSource,
                "insert into security_group (id, name, sgt, received_at) values ('a', 'Employees', 20, now()),"
                        + " ('b', 'Guests', 30, now())",
                "update flow_made set until = case series when 'flow_1h' then timestamptz '2026-11-03T11:00Z'"
                        + " else '2026-11-03T00:00Z' end");
    }

    /** Fails on demand, before a transaction or after it is committed. */
    static final class Faulty extends Transactions {

        volatile boolean away;
        final AtomicInteger lostAnswers = new AtomicInteger();

        Faulty(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        public <T> T call(Call<T> work) {
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            T result = super.call(work);
            if (lostAnswers.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                throw new IllegalStateException("the answer to the commit was lost");
            }
            return result;
        }
    }

    /** Conversations in place of records: the batch's size says how many of a list are meant. */
    static final class ListJoiner implements Joiner {
        final List<Conversation> waiting = new ArrayList<>();

        @Override
        public void join(FlowBatch batch, long nowMillis, Consumer<Conversation> out) {
            for (int i = 0; i < batch.size(); i++) {
                out.accept(waiting.remove(0));
            }
        }

        @Override
        public void advance(long nowMillis, Consumer<Conversation> out) {}

        @Override
        public void end(Consumer<Conversation> out) {}
    }

    /** Stores conversations, as whoever had their addresses by the log of now. */
    void store(long batch, Conversation... conversations) {
        write(batch, buckets(conversations));
    }

    Buckets buckets(Conversation... conversations) {
        AddressLog log = new AddressLog();
        service.changesFrom(Instant.EPOCH).changes().forEach(log::add);
        PartyResolver resolver = new PartyResolver(log, settings.networks(), new SegmentMacs(100));
        Hold hold = new Hold(0, 100);
        for (Conversation conversation : conversations) {
            hold.add(conversation);
        }
        Buckets buckets = new Buckets(1_000);
        hold.release(Long.MAX_VALUE, (key, totals) -> buckets.add(key, totals, resolver));
        return buckets;
    }

    FlowStore.Written write(long batch, Buckets buckets) {
        return service.write(
                new FlowStore.Batch("test", run, batch, buckets),
                numbers.of(buckets, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)),
                "{}");
    }

    /** A session's word on an address. */
    void change(
            Instant at, Instant notedAt, String ip, long session, String mac, String user, String group, boolean live) {
        TestDatabase.run(
                dataSource,
                "insert into network_user (id, identity, name, kind, first_seen, last_seen) values (" + session + ", '"
                        + user + "', '" + user + "', 'PERSON', now(), now()) on conflict do nothing",
                "insert into device (mac, first_seen, last_seen) values ('" + mac
                        + "', now(), now()) on conflict do nothing",
                "insert into session (id, session_key, latest, live, state, started_at, updated_at, received_at, content_hash)"
                        + " values (" + session + ", '" + session + "', true, true, 'STARTED', now(), now(), now(), '')"
                        + " on conflict do nothing",
                "insert into address_change (at, ip, session_id, mac, user_id, sgt_name, live, noted_at) values ('" + at
                        + "', '" + ip + "', " + session + ", '" + mac
                        + "', (select id from network_user where identity = '"
                        + user + "'), '" + group + "', " + live + ", '" + notedAt + "')");
    }

    /** The rows of a query, columns separated by a bar, null as a dash. */
    List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                StringJoiner row = new StringJoiner("|");
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    String value = result.getString(i);
                    row.add(value == null ? "-" : value);
                }
                rows.add(row.toString());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }
}
