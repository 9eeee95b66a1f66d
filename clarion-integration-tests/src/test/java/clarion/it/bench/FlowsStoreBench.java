package clarion.it.bench;

import clarion.it.harness.Project;
import clarion.it.harness.Until;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From the socket of a whole server to committed buckets, 100,000 endpoints talking: held to every octet that was sent.
 * The same replay goes to nfcapd and nfacctd before, where they are installed.
 */
final class FlowsStoreBench implements Bench.Suite {

    private static final int ENDPOINTS = 100_000;
    private static final int RATE = Integer.getInteger("clarion.bench.rate", 150_000);
    private static final Duration WARM = Duration.ofSeconds(10);
    private static final Duration TIME = Duration.ofSeconds(60);
    private static final Duration PEERS_TIME = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @Override
    public List<Measure> run() throws Exception {
        Path work = Project.work("bench-peers-" + ProcessHandle.current().pid());
        Taken nfcapd = peer(FlowPeer.nfcapd(work, FlowsBench.freePort()));
        Taken nfacctd = peer(FlowPeer.nfacctd(work, FlowsBench.freePort()));
        try (FlowsServer clarion = new FlowsServer("flows-store");
                FlowReplay replay = new FlowReplay(new CampusTraffic(ENDPOINTS), clarion.flowsPort)) {
            clarion.openSessions(ENDPOINTS);
            Thread.sleep(5_000);
            System.out.println("Warming up");
            var unused = replay.send(RATE / 3, WARM);
            Duration cpu = clarion.cpu();
            long before = replay.conversations();
            System.out.println("Sending " + RATE + " records/s for " + TIME.toSeconds() + " s");
            double rate = replay.send(RATE, TIME);
            double micros = clarion.cpu().minus(cpu).toNanos() / 2e3 / (replay.conversations() - before);
            long ended = System.nanoTime();
            long kernel = FlowPeer.drops(clarion.flowsPort);
            double heap = clarion.server.footprint().heap() / 1048576.0;
            Until.holds(
                    "every octet is in a bucket; lost by the kernel: " + kernel,
                    PATIENCE,
                    () -> figure(clarion, "recordsReceived") + " " + figures(clarion) + " octets " + octets(clarion)
                            + " of " + replay.octets(),
                    said -> octets(clarion) >= replay.octets() || lost(clarion) + kernel > 0 && isIdle(clarion));
            double seconds = (System.nanoTime() - ended) / 1e9;
            System.out.println(figures(clarion));
            List<Measure> measures = new ArrayList<>();
            String sent = "v9, " + ENDPOINTS + " endpoints, socket to committed bucket";
            measures.add(new Measure(sent, rate, "records/s", "asked for", 150_000));
            double octets = octets(clarion);
            measures.add(new Measure("octets in buckets", octets, "octets", "sent", replay.octets()));
            measures.add(new Measure("packets lost by the kernel", kernel, "packets", "allowed", 0));
            measures.add(new Measure("records and conversations dropped", lost(clarion), "", "allowed", 0));
            measures.add(new Measure("last packet to last bucket", seconds, "s", "waiting by intention", 130));
            measures.add(new Measure("objects in the heap, right after", heap, "MiB", "asked for", 1024));
            measures.add(new Measure("CPU of a record, server", micros, "us", "nfcapd", nfcapd.micros));
            measures.add(new Measure("CPU of a record, server", micros, "us", "nfacctd", nfacctd.micros));
            measures.add(new Measure("packets lost by nfcapd", nfcapd.lost, "packets", "allowed", 0));
            measures.add(new Measure("packets lost by nfacctd", nfacctd.lost, "packets", "allowed", 0));
            return measures;
        }
    }

    private record Taken(double micros, long lost) {}

    private static Taken peer(Optional<FlowPeer> peer) throws Exception {
        if (peer.isEmpty()) {
            return new Taken(0, 0);
        }
        try (FlowPeer running = peer.get();
                FlowReplay replay = new FlowReplay(new CampusTraffic(ENDPOINTS), running.port)) {
            Duration cpu = running.cpu();
            var unused = replay.send(RATE, PEERS_TIME);
            Thread.sleep(500);
            return new Taken(
                    running.cpu().minus(cpu).toNanos() / 2e3 / replay.conversations(), FlowPeer.drops(running.port));
        }
    }

    private static long octets(FlowsServer clarion) {
        return clarion.postgres.count("select coalesce(sum(request_bytes + reply_bytes), 0)::int8 from flow_5m");
    }

    private static long lost(FlowsServer clarion) {
        return figure(clarion, "recordsDropped")
                + figure(clarion, "conversationsDropped")
                + figure(clarion, "conversationsOutOfTime");
    }

    /** True once nothing has been written for longer than anything waits. */
    private static boolean isIdle(FlowsServer clarion) {
        return clarion.postgres.count("select count(*) from flow_writer where committed_at > now() - interval '1 min'")
                == 0;
    }

    private static String figures(FlowsServer clarion) {
        return List.of(
                        "recordsDropped",
                        "conversations",
                        "releasedEarly",
                        "conversationsDropped",
                        "conversationsStored",
                        "bucketsWritten",
                        "commits")
                .stream()
                .map(name -> name + "=" + figure(clarion, name))
                .toList()
                .toString();
    }

    private static long figure(FlowsServer clarion, String name) {
        return clarion.postgres.count(
                "select coalesce(sum((figures ->> '" + name + "')::int8), 0)::int8 from flow_writer");
    }
}
