package clarion.ejb.flows.collector;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * How many datagrams the kernel dropped because a socket's buffer was full: the last column of {@code /proc/net/udp}
 * and {@code udp6} (Linux, proc(5)).
 */
final class KernelDrops {

    private final List<Path> tables;

    KernelDrops() {
        this(List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6")));
    }

    KernelDrops(List<Path> tables) {
        this.tables = List.copyOf(tables);
    }

    /** Of all sockets on a port since they were opened; empty where the kernel does not say. */
    OptionalLong of(int port) {
        String suffix = String.format(":%04X", port);
        long drops = 0;
        boolean said = false;
        for (Path table : tables) {
            try {
                for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
                    String[] columns = line.strip().split("\\s+");
                    if (columns.length >= 13 && columns[1].endsWith(suffix)) {
                        drops += Long.parseLong(columns[columns.length - 1]);
                        said = true;
                    }
                }
            } catch (IOException | NumberFormatException e) {
                // Another kernel, or one without IPv6: what the other table says counts.
            }
        }
        return said ? OptionalLong.of(drops) : OptionalLong.empty();
    }
}
