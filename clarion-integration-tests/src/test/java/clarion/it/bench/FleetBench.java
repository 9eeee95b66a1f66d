package clarion.it.bench;

import clarion.it.harness.Api;
import clarion.it.harness.Cluster;
import clarion.it.harness.MicroServer;
import clarion.it.harness.Until;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A fleet on one machine: how soon an API replica serves and what it takes of memory with the heap that its container
 * has, how much more two of them behind nginx read than one, and how soon another process stores what ISE says after
 * the leader was killed.
 *
 * <p>One machine has not the CPUs of two: so each replica gets the same fixed part of a CPU ({@value #SHARE} percent),
 * alone as well as beside the other, and load, nginx and database have the rest.
 */
final class FleetBench implements Bench.Suite {

    /** Half of the container's 768 MB, as the image sets it. */
    private static final String HEAP = "384m";

    private static final int CONTAINER_MEGABYTES = 768;
    private static final int SHARE = 30;
    private static final int CLIENTS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration READING = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public List<Measure> run() throws Exception {
        if (!Nginx.isHere()) {
            throw new IllegalStateException("nginx is not here: install it (Debian package nginx-light)");
        }
        List<Measure> measures = new ArrayList<>();
        try (Cluster cluster = Cluster.start(
                "bench-fleet",
                2,
                2,
                campus -> campus.sessions(5_000).devices(50).eventRate(0))) {
            say("Starting the API with a heap of " + HEAP);
            double start = restart(cluster.replica(0));
            restart(cluster.replica(1));
            cluster.awaitLive(PATIENCE);
            measures.add(new Measure(
                    "start of an API replica, until it serves", start, "s", "the bound that was asked for", 20));
            say("Reading from one replica, and from two");
            reads(cluster, measures);
            measures.add(new Measure(
                    "most memory of an API replica under load",
                    peakMegabytes(cluster.replica(0)),
                    "MB",
                    "its container's limit",
                    CONTAINER_MEGABYTES));
            say("Killing the leader");
            measures.add(new Measure(
                    "failover, from the kill to the next stored event",
                    failover(cluster),
                    "s",
                    "the bound that was asked for",
                    15));
        }
        return measures;
    }

    private static double restart(MicroServer replica) {
        replica.kill();
        replica.limitHeap(HEAP);
        long begin = System.nanoTime();
        replica.start();
        return seconds(begin);
    }

    private static void reads(Cluster cluster, List<Measure> measures) throws Exception {
        List<URI> both = List.of(cluster.replica(0).base(), cluster.replica(1).base());
        try (Nginx one = new Nginx(both.subList(0, 1));
                Nginx two = new Nginx(both)) {
            readsPerSecond(cluster, two.base(), WARM_UP);
            try (CpuShare first = new CpuShare("clarion-bench-1", SHARE);
                    CpuShare second = new CpuShare("clarion-bench-2", SHARE)) {
                first.take(cluster.replica(0).pid());
                second.take(cluster.replica(1).pid());
                double alone = readsPerSecond(cluster, one.base(), READING);
                double together = readsPerSecond(cluster, two.base(), READING);
                measures.add(new Measure(
                        "reads of two replicas behind nginx", together, "reads/s", "of one, as much CPU each", alone));
            }
        }
    }

    private static double readsPerSecond(Cluster cluster, URI base, Duration lasts) throws Exception {
        Api api = cluster.administrator(base);
        long end = System.nanoTime() + lasts.toNanos();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            Callable<Integer> client = () -> {
                int count = 0;
                while (System.nanoTime() < end) {
                    api.get("/api/v1/sessions?live=true&limit=50").expect(200);
                    count++;
                }
                return count;
            };
            long begin = System.nanoTime();
            List<Future<Integer>> counts = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                counts.add(clients.submit(client));
            }
            double all = 0;
            for (Future<Integer> count : counts) {
                all += count.get();
            }
            return all / seconds(begin);
        } finally {
            clients.shutdownNow();
        }
    }

    private static double peakMegabytes(MicroServer replica) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(replica.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    private static double failover(Cluster cluster) throws Exception {
        cluster.awaitLive(PATIENCE);
        long epoch = cluster.postgres().count("select epoch from connector_term");
        var burst = cluster.ise().bursts().start(6_000, 300, 20);
        Cluster.Connector leader = cluster.leader();
        long begin = System.nanoTime();
        leader.server().kill();
        Until.isTrue(
                "another process leads",
                PATIENCE,
                () -> cluster.postgres().count("select epoch from connector_term") > epoch);
        long before = stored(cluster);
        Until.isTrue("another process stores", PATIENCE, () -> stored(cluster) > before);
        double seconds = seconds(begin);
        burst.await();
        return seconds;
    }

    private static long stored(Cluster cluster) {
        return cluster.postgres().count("select coalesce(sum(applied), 0) from topic_ledger where topic = 'sessions'");
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
