package clarion.it.flows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.wire.DecoderLimits;
import clarion.domain.flows.wire.ExporterStatistics;
import clarion.ejb.flows.FlowIntake;
import clarion.ejb.flows.collector.ExporterNetworks;
import clarion.ejb.flows.collector.FlowCollector;
import clarion.ejb.flows.collector.FlowCollectorSettings;
import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Exporters that others wrote, softflowd, pmacctd and nfreplay, export to the product's collector on this machine, and
 * every record that they report is accounted for. Their Debian packages are installed where that is allowed; where they
 * are not there the tests say so and are skipped.
 */
class ExportersIT {

    private static final int CONVERSATIONS = 2_000;
    private static final List<String> PROGRAMS = List.of("softflowd", "pmacctd", "nfcapd", "nfreplay");

    /** Takes what the collector reads and adds it up. */
    private static final class Sums implements FlowIntake {
        private final Exporters exporters = new Exporters(10);
        private long records;
        private long octets;
        private long packets;

        @Override
        public synchronized FlowBatch exchange(FlowBatch filled) {
            for (int i = 0; i < filled.size(); i++) {
                if (filled.protocol[i] == 17 && filled.destinationPort[i] == 53) {
                    records++;
                    octets += filled.bytes[i];
                    packets += filled.packets[i];
                }
            }
            filled.clear();
            return filled;
        }

        @Override
        public Exporters exporters() {
            return exporters;
        }

        synchronized String sums() {
            return records + " records, " + packets + " packets, " + octets + " octets";
        }
    }

    @TempDir
    private Path folder;

    private final Sums sums = new Sums();
    private int port;
    private FlowCollector collector = collector(1);

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        if (missing().isEmpty()) {
            return;
        }
        Process apt = new ProcessBuilder(
                        "sh",
                        "-c",
                        "[ \"$(id -u)\" = 0 ] && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq"
                                + " --no-install-recommends softflowd pmacct nfdump")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!apt.waitFor(4, TimeUnit.MINUTES)) {
            apt.destroyForcibly();
        }
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            System.err.println("SKIPPED: no exporters of others on this machine; install the Debian packages softflowd,"
                    + " pmacct and nfdump to have them tried. Missing: " + missing);
        }
        assumeTrue(missing.isEmpty(), "these programs are not installed: " + missing);
    }

    private static List<String> missing() {
        return PROGRAMS.stream().filter(name -> find(name).isEmpty()).toList();
    }

    private static Optional<Path> find(String program) {
        return List.of("/usr/bin", "/usr/sbin").stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private FlowCollector collector(int threads) {
        port = freePort();
        FlowCollectorSettings settings = new FlowCollectorSettings(
                port,
                Optional.of("127.0.0.1"),
                8 << 20,
                threads,
                new ExporterNetworks(""),
                true,
                DecoderLimits.DEFAULT);
        return new FlowCollector(settings, Optional.of(sums), Clock.systemUTC(), Thread::new);
    }

    private static int freePort() {
        try (DatagramSocket any = new DatagramSocket()) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void listen() {
        collector.tend();
    }

    @AfterEach
    void close() {
        collector.close();
    }

    private Path capture() throws IOException {
        return Traffic.write(folder.resolve("traffic.pcap"), CONVERSATIONS, System.currentTimeMillis() / 1000 - 60);
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path out = folder.resolve(command[0] + ".log");
        String[] full = command.clone();
        full[0] = find(command[0]).orElseThrow().toString();
        Process process = new ProcessBuilder(full)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertTrue(ended, command[0] + " did not end: " + Files.readString(out));
        return Files.readString(out);
    }

    /** Everything has come once it is as much as was sent, and no more comes after that. */
    private void accountsFor(String expected, String log) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!sums.sums().equals(expected) && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        Thread.sleep(300);
        collector.tend();
        assertEquals(expected, sums.sums(), log + collector.exporters() + collector.status());
        ExporterStatistics exporter = collector.exporters().get(0);
        assertEquals(0, exporter.decodeErrors(), exporter.toString());
        assertEquals(0, exporter.missingTemplate(), exporter.toString());
        assertEquals(0L, collector.status().kernelDrops());
    }

    private static String all() {
        return CONVERSATIONS + " records, " + CONVERSATIONS + " packets, " + (long) CONVERSATIONS * Traffic.OCTETS
                + " octets";
    }

    private String softflowd(String version, int to) throws IOException, InterruptedException {
        return run(
                "softflowd",
                "-d",
                "-r",
                capture().toString(),
                "-n",
                "127.0.0.1:" + to,
                "-v",
                version,
                "-m",
                "200000",
                "-T",
                "full",
                "-6",
                "-c",
                "none",
                "-p",
                folder.resolve("softflowd.pid").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "9", "10"})
    void everyRecordOfSoftflowdIsAccountedFor(String version) throws Exception {
        String log = softflowd(version, port);
        assertTrue(log.contains("Flows exported: " + CONVERSATIONS), log);
        accountsFor(all(), log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "9", "10"})
    void everyRecordOfPmacctdIsAccountedFor(String version) throws Exception {
        Path config = Files.writeString(folder.resolve("pmacctd.conf"), """
                daemonize: false
                pcap_savefile: %s
                aggregate: src_host, dst_host, src_port, dst_port, proto, tos
                plugins: nfprobe
                nfprobe_receiver: 127.0.0.1:%d
                nfprobe_version: %s
                plugin_buffer_size: 409600
                plugin_pipe_size: 40960000
                """.formatted(capture(), port, version));
        String log = run("pmacctd", "-f", config.toString());
        accountsFor(all(), log);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "9"})
    void everyRecordOfNfreplayIsAccountedFor(String version) throws Exception {
        int relay = freePort();
        Path stored = Files.createDirectory(folder.resolve("nfcapd"));
        Process nfcapd = new ProcessBuilder(
                        find("nfcapd").orElseThrow().toString(),
                        "-b",
                        "127.0.0.1",
                        "-p",
                        "" + relay,
                        "-w",
                        stored.toString(),
                        "-B",
                        "8000000")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("nfcapd.log").toFile())
                .start();
        try {
            Thread.sleep(500);
            var unused = softflowd("9", relay);
            Thread.sleep(1000);
        } finally {
            nfcapd.destroy();
            assertTrue(nfcapd.waitFor(20, TimeUnit.SECONDS));
        }
        Path file;
        try (var files = Files.list(stored)) {
            file = files.filter(each -> each.getFileName().toString().startsWith("nfcapd."))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nfcapd stored nothing"));
        }
        String log =
                run("nfreplay", "-r", file.toString(), "-H", "127.0.0.1", "-p", "" + port, "-v", version, "-d", "50");
        accountsFor(all(), log);
    }

    @Test
    void twoExportersAtOnceShareThreadsAndLoseNothing() throws Exception {
        collector.close();
        collector = collector(2);
        collector.tend();
        String log = softflowd("9", port) + softflowd("10", port);
        accountsFor(
                2 * CONVERSATIONS + " records, " + 2 * CONVERSATIONS + " packets, "
                        + 2L * CONVERSATIONS * Traffic.OCTETS + " octets",
                log);
    }
}
