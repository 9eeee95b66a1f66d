package clarion.domain.policy.mining;

import java.util.Arrays;

/** Evidence while it is counted. */
final class Tally {

    final int clientGroup;
    final int serverGroup;
    final int protocol;
    final int port;
    private int[] clients = new int[4];
    private int clientsSize;
    private int[] answeredClients = new int[4];
    private int answeredSize;
    private int[] servers = new int[4];
    private int serversSize;
    private int conversations;
    private int answered;
    private int scans;
    private long days;
    private int ports = 1;

    Tally(int clientGroup, int serverGroup, int protocol, int port) {
        this.clientGroup = clientGroup;
        this.serverGroup = serverGroup;
        this.protocol = protocol;
        this.port = port;
    }

    /**
     * Counts a row.
     *
     * @param turned whether its client is the server, and the other way round
     * @param scanned how many of its conversations are scans
     */
    void add(Usage usage, int row, boolean turned, int scanned) {
        int said = usage.conversations(row) - scanned;
        scans += scanned;
        if (said <= 0) {
            return;
        }
        conversations += said;
        int good = Math.min(said, usage.answered(row));
        answered += good;
        days |= usage.days(row);
        int client = turned ? usage.server(row) : usage.client(row);
        client(client);
        server(turned ? usage.client(row) : usage.server(row));
        if (good > 0 || Doubts.isRoutine(usage, row)) {
            answeredClient(client);
        }
    }

    private void client(int client) {
        if (clientsSize == clients.length) {
            clientsSize = distinct(clients, clientsSize);
            clients = clientsSize * 2 > clients.length ? Arrays.copyOf(clients, clients.length * 2) : clients;
        }
        clients[clientsSize++] = client;
    }

    private void answeredClient(int client) {
        if (answeredSize == answeredClients.length) {
            answeredSize = distinct(answeredClients, answeredSize);
            answeredClients = answeredSize * 2 > answeredClients.length
                    ? Arrays.copyOf(answeredClients, answeredClients.length * 2)
                    : answeredClients;
        }
        answeredClients[answeredSize++] = client;
    }

    private void server(int server) {
        if (serversSize == servers.length) {
            serversSize = distinct(servers, serversSize);
            servers = serversSize * 2 > servers.length ? Arrays.copyOf(servers, servers.length * 2) : servers;
        }
        servers[serversSize++] = server;
    }

    /** Takes in what was counted of another port of the same groups. */
    void addAll(Tally other) {
        conversations += other.conversations;
        answered += other.answered;
        scans += other.scans;
        days |= other.days;
        ports += other.conversations > 0 ? 1 : 0;
        Arrays.stream(other.clients, 0, other.clientsSize).forEach(this::client);
        Arrays.stream(other.answeredClients, 0, other.answeredSize).forEach(this::answeredClient);
        Arrays.stream(other.servers, 0, other.serversSize).forEach(this::server);
    }

    private static int distinct(int[] values, int size) {
        Arrays.sort(values, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[kept++] = values[i];
            }
        }
        return kept;
    }

    int conversations() {
        return conversations;
    }

    int scans() {
        return scans;
    }

    Evidence evidence() {
        clientsSize = distinct(clients, clientsSize);
        answeredSize = distinct(answeredClients, answeredSize);
        serversSize = distinct(servers, serversSize);
        return new Evidence(
                clientsSize,
                answeredSize,
                serversSize,
                conversations,
                answered,
                Long.bitCount(days),
                days == 0 ? 0 : Long.numberOfTrailingZeros(days),
                days == 0 ? 0 : 63 - Long.numberOfLeadingZeros(days),
                ports,
                scans);
    }
}
