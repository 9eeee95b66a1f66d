package clarion.ejb.flows;

import java.util.Comparator;

/** A bucket as the database has it. */
record BucketRow(
        long at,
        int client,
        int server,
        int protocol,
        int service,
        int serviceLast,
        int exporter,
        int clientSgt,
        int serverSgt,
        int sgtOrigin,
        Totals totals) {

    /** As the primary key is: neighbours are written together, and two writers never wait for each other crosswise. */
    static final Comparator<BucketRow> ORDER = Comparator.comparingLong(BucketRow::at)
            .thenComparingInt(BucketRow::client)
            .thenComparingInt(BucketRow::server)
            .thenComparingInt(BucketRow::protocol)
            .thenComparingInt(BucketRow::service)
            .thenComparingInt(BucketRow::serviceLast)
            .thenComparingInt(BucketRow::exporter)
            .thenComparingInt(BucketRow::clientSgt)
            .thenComparingInt(BucketRow::serverSgt)
            .thenComparingInt(BucketRow::sgtOrigin);
}
