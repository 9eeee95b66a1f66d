package clarion.web.metrics;

import clarion.ejb.DatabaseConnections;
import clarion.ejb.health.DatabaseFigures.Figures;
import java.util.TreeMap;

/** The database as this process sees it, and the way to it. */
final class DatabaseMetrics {

    private DatabaseMetrics() {}

    /** The way to it, which can be told also while the database is away. */
    static void writePool(MetricsText text) {
        text.single(Metric.POOL_WAITING, DatabaseConnections.waiting());
        text.family(Metric.POOL_ACQUIRE)
                .part(Metric.POOL_ACQUIRE, "_count", DatabaseConnections.taken() + DatabaseConnections.failed())
                .part(Metric.POOL_ACQUIRE, "_sum", DatabaseConnections.waitedNanos() / 1e9);
        text.single(Metric.POOL_FAILURES, DatabaseConnections.failed());
    }

    static void write(MetricsText text, Figures now) {
        text.single(Metric.DATABASE_SCHEMA, now.schemaVersion())
                .single(Metric.DATABASE_SIZE, now.bytes())
                .single(Metric.AUDIT_ENTRIES, now.auditEntries());
        text.family(Metric.DATABASE_CONNECTIONS);
        new TreeMap<>(now.connections())
                .forEach((state, count) -> text.sample(Metric.DATABASE_CONNECTIONS, count, state));
        text.family(Metric.POOL_CONNECTIONS)
                .sample(Metric.POOL_CONNECTIONS, now.ownActive(), "active")
                .sample(Metric.POOL_CONNECTIONS, now.ownIdle(), "idle");
    }
}
