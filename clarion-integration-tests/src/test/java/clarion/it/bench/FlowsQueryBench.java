package clarion.it.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The API's sums over a day of 50 million conversations, as a campus of 10,000 endpoints leaves them. */
final class FlowsQueryBench implements Bench.Suite {

    private static final int ENDPOINTS = 10_000;
    private static final int USES = 8;
    private static final int HOURS = 25;
    private static final int CONVERSATIONS = 50_000_000;
    private static final int ASKED = 7;

    @Override
    public List<Measure> run() throws Exception {
        try (FlowsServer clarion = new FlowsServer("flows-query")) {
            System.out.println("Storing a day");
            store(clarion);
            List<Measure> measures = new ArrayList<>();
            long rows = clarion.postgres.count("select count(*) from flow_1h");
            long conversations = clarion.postgres.count(
                    "select sum(conversations)::int8 from flow_by_hour where at >= now() - interval '1 day'");
            measures.add(new Measure("conversations in the window", conversations, "", "asked for", CONVERSATIONS));
            measures.add(new Measure("hourly buckets stored", rows, "", "of that many conversations", conversations));
            for (String by : List.of("service", "sgts", "exporter", "client", "server", "client-user", "server-user")) {
                measures.add(timed(clarion, "by " + by, "/api/v1/flows/conversations/groups?by=" + by));
            }
            measures.add(timed(clarion, "top talkers of a group", "/api/v1/flows/talkers?clientSgt=7"));
            measures.add(timed(
                    clarion,
                    "who uses a server",
                    "/api/v1/flows/conversations/groups?by=client&serverIp=" + "10.200.0.7"));
            measures.add(timed(clarion, "a page of conversations", "/api/v1/flows/conversations?limit=100"));
            return measures;
        }
    }

    private static Measure timed(FlowsServer clarion, String name, String path) throws Exception {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
            long began = System.nanoTime();
            var unused = clarion.api.json(path);
            seconds.add((System.nanoTime() - began) / 1e9);
        }
        System.out.println("  " + name + ": " + seconds);
        Collections.sort(seconds);
        return new Measure("24 h, " + name + ", median", seconds.get(ASKED / 2), "s", "asked for at most", 1);
    }

    /** Parties, then hourly buckets up to the hour before this one; as the product makes them, analysed. */
    private static void store(FlowsServer clarion) throws Exception {
        int many = CONVERSATIONS / 24 / (ENDPOINTS * USES);
        clarion.run(
                "insert into network_user (identity, name, kind, first_seen, last_seen) select 'user' || i, 'user' ||"
                        + " i, 'PERSON', now(), now() from generate_series(1, 4000) i",
                "insert into flow_party (kind, mac, user_id, ip, anywhere, seen_on) select 'DEVICE',"
                        + " ('02' || lpad(to_hex(i), 10, '0'))::macaddr, i % 4000 + 1, '10.1.0.0'::inet + i, i,"
                        + " current_date from generate_series(1, " + ENDPOINTS + ") i",
                "insert into flow_party (kind, ip, anywhere, seen_on) select 'INTERNAL', '10.200.0.0'::inet + i, "
                        + ENDPOINTS + " + i, current_date from generate_series(1, 400) i",
                "insert into flow_source (name) select 'switch-' || i from generate_series(1, 50) i",
                "select flow_cover('flow_1h', now() - interval '2 days', now())",
                "insert into flow_1h (at, client, server, service, service_last, exporter, client_sgt, server_sgt,"
                        + " protocol, sgt_origin, first_at, last_at, request_bytes, request_packets, reply_bytes,"
                        + " reply_packets, conversations, answered, refused, replies, met, sampling, evidence, marks)"
                        + " select h, e, " + ENDPOINTS + " + 1 + (e / 64 * 7 + u * 17) % 400, s, s, e % 50 + 1,"
                        + " e % 30 + 2, u + 40, case when s = 53 then 17 else 6 end, 0, h, h + interval '59 min',"
                        + " 900 * n, 9 * n, 9000 * n, 12 * n, n, n, 0, 0, 0, 1, 3, 0"
                        + " from generate_series(date_bin('1 hour', now(), 'epoch') - interval '" + HOURS + " hours',"
                        + " date_bin('1 hour', now(), 'epoch') - interval '1 hour', interval '1 hour') h,"
                        + " generate_series(1, " + ENDPOINTS + ") e, generate_series(0, " + (USES - 1) + ") u,"
                        + " lateral (select (array[53, 443, 8443, 389, 88, 445, 8080, 9100])[u + 1] as s, "
                        + many + " * 2 / (u + 1) + " + many / 3 + " as n) x order by 1, 2, 3, 4",
                "update flow_made set until = date_bin('1 hour', now(), 'epoch') where series = 'flow_1h'",
                "vacuum analyze flow_1h",
                "analyze flow_party");
    }
}
