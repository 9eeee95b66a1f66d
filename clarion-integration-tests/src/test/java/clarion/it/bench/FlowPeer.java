package clarion.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A collector that others wrote, on a port of this machine, for as long as it is open. */
final class FlowPeer implements AutoCloseable {

    private final Process process;
    final int port;

    private FlowPeer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** nfcapd, which writes files and looks at nothing; empty where it is not installed. */
    static Optional<FlowPeer> nfcapd(Path work, int port) throws IOException, InterruptedException {
        Path files = Files.createDirectories(work.resolve("nfcapd"));
        return start("nfcapd", port, "-b", "127.0.0.1", "-p", "" + port, "-w", files.toString(), "-B", "33554432");
    }

    /** nfacctd, which aggregates on six keys in memory; empty where it is not installed. */
    static Optional<FlowPeer> nfacctd(Path work, int port) throws IOException, InterruptedException {
        Path config = Files.writeString(work.resolve("nfacctd.conf"), """
                daemonize: false
                nfacctd_ip: 127.0.0.1
                nfacctd_port: %d
                nfacctd_pipe_size: 33554432
                aggregate: src_host, dst_host, src_port, dst_port, proto, tcpflags
                plugins: print
                print_output_file: %s
                print_refresh_time: 300
                plugin_buffer_size: 409600
                plugin_pipe_size: 40960000
                """.formatted(port, work.resolve("nfacctd.out")));
        return start("nfacctd", port, "-f", config.toString());
    }

    private static Optional<FlowPeer> start(String program, int port, String... arguments)
            throws IOException, InterruptedException {
        Optional<Path> found = List.of("/usr/bin", "/usr/sbin").stream()
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<String> command = new java.util.ArrayList<>(List.of(found.get().toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Thread.sleep(1500);
        return Optional.of(new FlowPeer(process, port));
    }

    /** Processor time of it and of the processes that it started. */
    Duration cpu() {
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(process.toHandle()), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Datagrams that the kernel dropped at its port. */
    static long drops(int port) throws IOException {
        String suffix = String.format(":%04X", port);
        long drops = 0;
        for (String table : List.of("/proc/net/udp", "/proc/net/udp6")) {
            for (String line : Files.exists(Path.of(table)) ? Files.readAllLines(Path.of(table)) : List.<String>of()) {
                String[] columns = line.strip().split("\\s+");
                if (columns.length >= 13 && columns[1].endsWith(suffix)) {
                    drops += Long.parseLong(columns[columns.length - 1]);
                }
            }
        }
        return drops;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
