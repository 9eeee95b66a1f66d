package clarion.domain.segmentation.campus;

import clarion.domain.flows.FlowBatch;
import java.time.LocalDate;
import java.util.List;

/**
 * Who asked whom for which service: one row for each client, server, protocol and port, with how often, on which days,
 * and why the sides are taken to be what they are.
 *
 * <p>Sides are entities by number: endpoints first, in the order of their names; then {@link #external()}, which is all
 * that is outside; then addresses of the campus that nobody is known to have, and group addresses. The numbers are
 * those of the graph that is grouped.
 */
public final class Traffic {

    /** The name of all that is outside. */
    public static final String EXTERNAL = "the internet";

    private final List<String> endpoints;
    private final List<String> others;
    private final LocalDate firstDay;
    private final int[] client;
    private final int[] server;
    private final int[] service;
    private final int[] conversations;
    private final int[] answered;
    private final int[] scans;
    private final int[] evidence;
    private final long[] days;
    private final int[] conversationsOf;
    private final int[] scansBy;

    Traffic(List<String> endpoints, List<String> others, LocalDate firstDay, TrafficTable table, int[] rows) {
        this.endpoints = List.copyOf(endpoints);
        this.others = List.copyOf(others);
        this.firstDay = firstDay;
        int n = rows.length;
        client = new int[n];
        server = new int[n];
        service = new int[n];
        conversations = new int[n];
        answered = new int[n];
        scans = new int[n];
        evidence = new int[n];
        days = new long[n];
        for (int i = 0; i < n; i++) {
            client[i] = table.client(rows[i]);
            server[i] = table.server(rows[i]);
            service[i] = table.service[rows[i]];
            conversations[i] = table.conversations[rows[i]];
            answered[i] = table.answered[rows[i]];
            scans[i] = table.scans[rows[i]];
            evidence[i] = table.evidence[rows[i]];
            days[i] = table.days[rows[i]];
        }
        conversationsOf = new int[endpoints.size()];
        scansBy = new int[endpoints.size()];
        for (int i = 0; i < n; i++) {
            if (isEndpoint(client[i])) {
                conversationsOf[client[i]] += conversations[i];
                scansBy[client[i]] += scans[i];
            }
            if (isEndpoint(server[i]) && server[i] != client[i]) {
                conversationsOf[server[i]] += conversations[i];
            }
        }
    }

    public int rows() {
        return client.length;
    }

    /** Names of all endpoints, in order: MAC address in lower case with colons, else IP address, else device id. */
    public List<String> endpoints() {
        return endpoints;
    }

    /** Names of the entities after the endpoints; the first is {@link #EXTERNAL}. */
    public List<String> others() {
        return others;
    }

    public boolean isEndpoint(int entity) {
        return entity < endpoints.size();
    }

    /** The entity that is all that is outside. */
    public int external() {
        return endpoints.size();
    }

    public String name(int entity) {
        return isEndpoint(entity) ? endpoints.get(entity) : others.get(entity - endpoints.size());
    }

    public int client(int row) {
        return client[row];
    }

    public int server(int row) {
        return server[row];
    }

    /** Protocol number (IANA). */
    public int protocol(int row) {
        return service[row] >>> 16 & 0xff;
    }

    /**
     * The server's port; for ICMP type times 256 plus code, or {@link FlowBatch#UNKNOWN}; 0 for protocols without
     * ports.
     */
    public int port(int row) {
        int port = service[row] & 0xffff;
        boolean icmp = protocol(row) == 1 || protocol(row) == 58;
        return icmp && port == 0xffff ? FlowBatch.UNKNOWN : port;
    }

    /** How many conversations the row stands for, scans included. */
    public int conversations(int row) {
        return conversations[row];
    }

    /** Of how many of them traffic was seen both ways, and the server did not just refuse. */
    public int answered(int row) {
        return answered[row];
    }

    /** How many of them belong to a scan. */
    public int scans(int row) {
        return scans[row];
    }

    /** Bits of {@link clarion.domain.flows.Orientation}: all evidence of all conversations. */
    public int evidence(int row) {
        return evidence[row];
    }

    /**
     * Days (UTC) on which there were conversations: bit i is the i-th day after {@link #firstDay}, 63 all later ones.
     */
    public long days(int row) {
        return days[row];
    }

    /** How many conversations an endpoint took part in. */
    public int conversationsOf(int endpoint) {
        return conversationsOf[endpoint];
    }

    /** How many conversations of an endpoint belong to scans that it did. */
    public int scansBy(int endpoint) {
        return scansBy[endpoint];
    }

    public LocalDate firstDay() {
        return firstDay;
    }
}
