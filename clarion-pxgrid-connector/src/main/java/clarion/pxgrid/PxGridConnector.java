package clarion.pxgrid;

/** The running connector, as the rest of Clarion sees and steers it. All methods return at once. */
public interface PxGridConnector {

    /** How the connection is doing now. */
    ConnectorStatus status();

    /** Connects, unless connected or on the way to it. */
    void start();

    /** Says goodbye to ISE and stays disconnected until {@link #start}. */
    void stop();

    /**
     * Compares the stored picture of every downloadable topic with ISE's and repairs it, beside the live stream.
     * Without a connection nothing happens: the connection that comes next does the same.
     *
     * @param reason {@link Snapshot.Reason#SCHEDULED} or {@link Snapshot.Reason#REQUESTED}
     */
    void reconcile(Snapshot.Reason reason);

    /** Reads settings and certificates again and connects anew. */
    void reload();
}
