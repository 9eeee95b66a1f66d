package clarion.ejb.flows;

import clarion.domain.flows.identity.Party;

/**
 * What a bucket counts together.
 *
 * @param at where the bucket begins, in milliseconds since 1970 UTC
 * @param exporter number of {@link clarion.domain.flows.Exporters}
 * @param sgtOrigin {@link #CLIENT_FROM_RECORD}, {@link #SERVER_FROM_RECORD}: SGTs that an exporter said
 */
record BucketKey(
        long at,
        Party client,
        Party server,
        int protocol,
        int service,
        int serviceLast,
        int exporter,
        int clientSgt,
        int serverSgt,
        int sgtOrigin) {

    static final int CLIENT_FROM_RECORD = 1;
    static final int SERVER_FROM_RECORD = 2;
    static final long WIDTH_MILLIS = 300_000;

    /** Where the bucket of an instant begins. */
    static long begin(long millis) {
        return Math.floorDiv(millis, WIDTH_MILLIS) * WIDTH_MILLIS;
    }
}
