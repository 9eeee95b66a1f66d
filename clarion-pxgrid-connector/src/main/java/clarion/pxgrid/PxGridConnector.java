package clarion.pxgrid;

/** The running connector, as the rest of Clarion sees and steers it. All methods return at once. */
public interface PxGridConnector {

    /** How the connection is doing now. */
    ConnectorStatus status();

    /** Connects, unless connected or on the way to it. */
    void start();

    /** Says goodbye to ISE and stays disconnected until {@link #start}. */
    void stop();

    /** Reads settings and certificates again and connects anew. */
    void reload();
}
