package clarion.ejb.segmentation;

/**
 * An endpoint that came after a run, and where it fits. Public because a service takes it, whose proxy a server may
 * define in a class loader of its own.
 */
public final class Newcomer {

    private final Endpoint endpoint;
    private final long cluster;
    private final long second;
    private final int percent;
    private final boolean silent;

    /** @param percent how sure the cluster is */
    Newcomer(Endpoint endpoint, long cluster, long second, int percent, boolean silent) {
        this.endpoint = endpoint;
        this.cluster = cluster;
        this.second = second;
        this.percent = percent;
        this.silent = silent;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    long cluster() {
        return cluster;
    }

    long second() {
        return second;
    }

    int percent() {
        return percent;
    }

    boolean isSilent() {
        return silent;
    }
}
