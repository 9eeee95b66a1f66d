package clarion.ejb;

import clarion.ejb.sessions.SessionIngestService;
import clarion.ejb.sessions.SessionsChanged;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Origin;
import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.RecordBatch;
import clarion.pxgrid.RecordPage;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.SnapshotOutcome;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.records.IseRecord;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The connector's listener on a database of its own; every delivery is a transaction, as the container makes it. */
public final class IngestWorld implements AutoCloseable {

    /** Clarion's clock; a day off ISE's, because nothing may depend on their being the same. */
    public static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    /** ISE's clock at second 0. */
    public static final Instant T0 = Instant.parse("2026-11-02T08:00:00Z");

    public final DataSource dataSource = TestDatabase.migrated();
    public final List<SessionsChanged> announced = new ArrayList<>();
    private final DataSource oneConnection = TestDatabase.onOneConnection(dataSource);
    private final PxGridListener listener;

    /** Says that the schema is there. */
    public final DatabaseReadiness readiness = new DatabaseReadiness();

    private long sequence;

    public IngestWorld() {
        readiness.markReady();
        listener = new SessionIngestService(
                new DatabaseWork(oneConnection),
                readiness,
                new Announcements(),
                Clock.fixed(NOON.plusSeconds(1), ZoneOffset.UTC));
    }

    public static Instant second(int second) {
        return T0.plusSeconds(second);
    }

    /** Calls the listener in a transaction that an exception undoes. */
    public <T> T deliver(Function<PxGridListener, T> delivery) {
        try (Connection connection = oneConnection.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = delivery.apply(listener);
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

    /** Events of the live stream, received at {@link #NOON}. */
    public BatchOutcome live(Topic topic, IseRecord... records) {
        return events(topic, Origin.LIVE, NOON, records);
    }

    public BatchOutcome events(Topic topic, Origin origin, Instant receivedAt, IseRecord... records) {
        TopicPosition position = new TopicPosition(topic, ++sequence, T0);
        return deliver(
                listener -> listener.onRecords(new RecordBatch(topic, origin, List.of(records), position, receivedAt)));
    }

    public BatchOutcome page(Snapshot snapshot, IseRecord... records) {
        return deliver(listener -> listener.onRecordPage(new RecordPage(snapshot, List.of(records))));
    }

    public SnapshotOutcome complete(Snapshot snapshot) {
        return deliver(listener -> listener.onRecordsComplete(snapshot));
    }

    /** A download that began after all of {@link #live}; {@code complete} as ISE's second, or null. */
    public static Snapshot download(Topic topic, @Nullable Integer complete) {
        return download(topic, NOON.plusSeconds(1), complete);
    }

    public static Snapshot download(Topic topic, Instant startedAt, @Nullable Integer complete) {
        Instant until = complete == null ? null : second(complete);
        return new Snapshot(UUID.randomUUID(), topic, Snapshot.Reason.SCHEDULED, startedAt, until);
    }

    /** The rows of a query, columns separated by a bar, null as a dash. */
    public List<String> rows(String sql) {
        List<String> rows = new ArrayList<>();
        try (Connection connection = oneConnection.getConnection();
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

    /** Ends the connection. */
    @Override
    public void close() {
        try (Connection connection = oneConnection.getConnection()) {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps what the listener announces. */
    private final class Announcements implements Event<SessionsChanged> {

        @Override
        public void fire(SessionsChanged event) {
            announced.add(event);
        }

        @Override
        public <U extends SessionsChanged> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends SessionsChanged> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<SessionsChanged> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends SessionsChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends SessionsChanged> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
