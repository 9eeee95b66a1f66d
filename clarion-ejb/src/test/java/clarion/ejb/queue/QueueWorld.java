package clarion.ejb.queue;

import clarion.domain.sessions.SessionKey;
import clarion.domain.sessions.SessionReport;
import clarion.domain.sessions.SessionState;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.DatabaseWork;
import clarion.ejb.TestDatabase;
import clarion.ejb.queue.broker.EventLog.Entry;
import clarion.ejb.queue.wire.Kind;
import clarion.ejb.queue.wire.QueueMessage;
import clarion.ejb.sessions.SessionIngestService;
import clarion.ejb.sessions.SessionsChanged;
import clarion.pxgrid.Origin;
import clarion.pxgrid.QuarantinedMessage;
import clarion.pxgrid.SessionBatch;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database, a log, a writer that leads and a store, each of whose calls is a transaction. */
final class QueueWorld implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    final FakeLog log = new FakeLog();
    final AtomicLong term = new AtomicLong(1);
    final QueueBoard board = new QueueBoard();
    final AtomicLong comparisons = new AtomicLong();
    private final DataSource dataSource = TestDatabase.onOneConnection(TestDatabase.migrated());
    private final DatabaseWork work = new DatabaseWork(dataSource);
    private final DatabaseReadiness readiness = TestDatabase.ready();

    @SuppressWarnings("unchecked")
    private final SessionIngestService ingest = new SessionIngestService(
            work,
            readiness,
            (Event<SessionsChanged>) Proxy.newProxyInstance(
                    Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> null),
            CLOCK);

    final QueueStoreService store = new Transactions();
    private final QueueStoreService plain = new QueueStoreService(work, readiness, ingest, CLOCK);

    QueuePublisher publisher() {
        return new QueuePublisher(log, store, term::get, board, CLOCK, comparisons::incrementAndGet);
    }

    /** Reads the log from its beginning and stores every entry, as a consumer does that knows nothing. */
    List<String> storeAll() {
        EntryStore entries = new EntryStore(store);
        List<String> kinds = new ArrayList<>();
        List<QueueMessage> all = log.entries();
        for (int i = 0; i < all.size(); i++) {
            kinds.add(all.get(i).kind());
            if (!entries.store(new Entry(i, all.get(i)))) {
                throw new AssertionError("entry " + i + " is too new");
            }
        }
        return kinds;
    }

    static SessionBatch batch(long sequence, String... ids) {
        return batch(sequence, SessionState.STARTED, ids);
    }

    static SessionBatch batch(long sequence, SessionState state, String... ids) {
        Instant at = NOON.plusSeconds(sequence);
        List<SessionReport> reports = new ArrayList<>();
        for (String id : ids) {
            reports.add(new SessionReport(
                    new SessionKey("audit:" + id),
                    at,
                    state,
                    null,
                    List.of(),
                    null,
                    null,
                    SessionReport.Place.NOWHERE,
                    null,
                    null,
                    null,
                    null,
                    null,
                    id,
                    List.of(),
                    new TreeMap<>()));
        }
        return new SessionBatch(Origin.LIVE, reports, position(sequence), NOON);
    }

    static TopicPosition position(long sequence) {
        return new TopicPosition(Topic.SESSIONS, sequence, NOON.plusSeconds(sequence));
    }

    List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return rows;
    }

    void run(String sql) {
        TestDatabase.run(dataSource, sql);
    }

    /** Runs work in a transaction that an exception undoes. */
    <T> T inTransaction(Supplier<T> call) {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = call.get();
                connection.commit();
                return result;
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each of its calls is a transaction; nobody asks it for a replay, so that it needs no audit. */
    @SuppressWarnings("NullAway")
    QueueReplayService replays() {
        QueueReplayService service = new QueueReplayService(work, readiness, ingest, null, CLOCK);
        return new QueueReplayService() {
            @Override
            public List<Replay> list() {
                return inTransaction(service::list);
            }

            @Override
            public Optional<Replay> next() {
                return inTransaction(service::next);
            }

            @Override
            public void again(Replay replay, long offset, Kind kind, Record content) {
                inTransaction(() -> {
                    service.again(replay, offset, kind, content);
                    return true;
                });
            }

            @Override
            public void passOver(Replay replay, long offset) {
                inTransaction(() -> {
                    service.passOver(replay, offset);
                    return true;
                });
            }

            @Override
            public void complete(Replay replay) {
                inTransaction(() -> {
                    service.complete(replay);
                    return true;
                });
            }
        };
    }

    @Override
    public void close() {
        try (Connection connection = dataSource.getConnection()) {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the container does around each method. */
    private final class Transactions extends QueueStoreService {

        @Override
        public Progress progress() {
            return inTransaction(plain::progress);
        }

        @Override
        public Stored stored() {
            return inTransaction(plain::stored);
        }

        @Override
        public void noteLost(String stream, long first) {
            inTransaction(() -> {
                plain.noteLost(stream, first);
                return true;
            });
        }

        @Override
        public void raiseTerm(long to) {
            inTransaction(() -> {
                plain.raiseTerm(to);
                return true;
            });
        }

        @Override
        public Verdict store(long offset, QueueMessage message, Kind kind, @Nullable Record content) {
            return inTransaction(() -> plain.store(offset, message, kind, content));
        }

        @Override
        public void passOver(String stream, long offset, QuarantinedMessage what) {
            inTransaction(() -> {
                plain.passOver(stream, offset, what);
                return true;
            });
        }

        @Override
        public void storePart(Kind kind, Record content) {
            inTransaction(() -> {
                plain.storePart(kind, content);
                return true;
            });
        }

        @Override
        public TopicPosition position(Topic topic) {
            return inTransaction(() -> plain.position(topic));
        }

        @Override
        public void setAside(QuarantinedMessage what) {
            inTransaction(() -> {
                plain.setAside(what);
                return true;
            });
        }
    }
}
