package clarion.simulator.export;

/** What an exporter speaks. */
public enum Format {
    /** RFC 3954. */
    NETFLOW_9,
    /** RFC 7011. */
    IPFIX
}
