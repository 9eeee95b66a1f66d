package clarion.domain.policy.mining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What was seen in a small world. Entities: 0 to 99 laptops, 100 to 103 servers, 104 outside, 105 unknown, 106 group.
 */
final class SeenUsage implements Usage {

    static final int LAPTOPS = 0;
    static final int SERVERS = 1;
    static final int SERVER = 100;
    static final int OUTSIDE = 104;
    static final int STRANGER = 105;
    static final int MULTICAST = 106;

    private record Row(
            int client, int server, int protocol, int port, int conversations, int answered, int scans, long days) {}

    private final List<Row> rows = new ArrayList<>();

    static Groups groups() {
        int[] of = new int[107];
        for (int i = SERVER; i < OUTSIDE; i++) {
            of[i] = SERVERS;
        }
        of[OUTSIDE] = Groups.EXTERNAL;
        of[STRANGER] = Groups.UNKNOWN;
        of[MULTICAST] = Groups.MULTICAST;
        return new Groups(List.of("laptops", "servers"), of, new int[] {100, 4});
    }

    SeenUsage see(int client, int server, int protocol, int port) {
        return see(client, server, protocol, port, 3, 3, 0, 0b111);
    }

    SeenUsage see(
            int client, int server, int protocol, int port, int conversations, int answered, int scans, long days) {
        rows.add(new Row(client, server, protocol, port, conversations, answered, scans, days));
        rows.sort(Comparator.comparingInt(Row::client));
        return this;
    }

    /** So many laptops ask a service of all servers in turn. */
    SeenUsage many(int laptops, int protocol, int port) {
        for (int i = 0; i < laptops; i++) {
            see(i, SERVER + i % 4, protocol, port);
        }
        return this;
    }

    Mined mined() {
        return Miner.mine(this, groups(), MiningSettings.DEFAULTS);
    }

    @Override
    public int rows() {
        return rows.size();
    }

    @Override
    public int client(int row) {
        return rows.get(row).client();
    }

    @Override
    public int server(int row) {
        return rows.get(row).server();
    }

    @Override
    public int protocol(int row) {
        return rows.get(row).protocol();
    }

    @Override
    public int port(int row) {
        return rows.get(row).port();
    }

    @Override
    public int conversations(int row) {
        return rows.get(row).conversations();
    }

    @Override
    public int answered(int row) {
        return rows.get(row).answered();
    }

    @Override
    public int scans(int row) {
        return rows.get(row).scans();
    }

    @Override
    public boolean isSymmetric(int row) {
        return rows.get(row).protocol() == 17 && rows.get(row).port() == 123;
    }

    @Override
    public long days(int row) {
        return rows.get(row).days();
    }
}
