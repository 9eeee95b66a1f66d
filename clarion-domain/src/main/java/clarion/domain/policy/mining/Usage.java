package clarion.domain.policy.mining;

/**
 * Who asked whom for which service, a row for each client, server, protocol and port; the rows of one client follow
 * each other. Clients and servers are entities with the numbers that {@link Groups} knows.
 */
public interface Usage {

    int rows();

    int client(int row);

    int server(int row);

    /** Protocol number (IANA). */
    int protocol(int row);

    /** The server's port; for ICMP type times 256 plus code, negative if nobody said it; 0 without ports. */
    int port(int row);

    /** How many conversations the row stands for, scans included. */
    int conversations(int row);

    /** Of how many of them traffic was seen both ways, a mere refusal not counted. */
    int answered(int row);

    /** How many of them belong to a scan. */
    int scans(int row);

    /** True if clients send from the service's own port, so that nothing but custom tells which side asks. */
    boolean isSymmetric(int row);

    /** Days on which there were conversations: bit i is the i-th day. */
    long days(int row);
}
