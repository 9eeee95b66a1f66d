package clarion.pxgrid;

/**
 * The connector as one of several that may hold the connection to ISE: exactly one leads, and it is told so. All
 * methods return at once.
 */
public interface ConnectorCandidate {

    /** True if there is a controller to connect to; without one this process must not lead. */
    boolean isConfigured();

    /**
     * Leads from now on, and goes on from what is stored, since another process may have led before. Without effect
     * while it leads.
     *
     * @param started whether the connector is meant to be started
     */
    void lead(boolean started);

    /**
     * Leaves the connection to others and ends its own, if there is one.
     *
     * @param why who leads and since when, or why nobody does; a sentence
     * @param trouble true if nobody can lead because the database is away
     */
    void standBy(String why, boolean trouble);
}
