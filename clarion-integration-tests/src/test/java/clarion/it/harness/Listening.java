package clarion.it.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where a process takes TCP connections, as Linux tells it. */
final class Listening {

    private static final String LISTEN = "0A";

    private Listening() {}

    /** Each as {@code address:port}; an IPv6 socket that takes IPv4 as that. */
    static Set<String> of(ProcessHandle process) throws IOException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        Set<String> inodes = new HashSet<>();
        try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
            for (Path file : files.toList()) {
                String target = Files.exists(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                        ? Files.readSymbolicLink(file).toString()
                        : "";
                if (target.startsWith("socket:[")) {
                    inodes.add(target.substring(8, target.length() - 1));
                }
            }
        }
        Set<String> addresses = new TreeSet<>();
        for (String table : new String[] {"net/tcp", "net/tcp6"}) {
            for (String line : Files.readAllLines(proc.resolve(table))) {
                String[] cells = line.strip().split("\\s+");
                if (cells[3].equals(LISTEN) && inodes.contains(cells[9])) {
                    addresses.add(address(cells[1]));
                }
            }
        }
        return addresses;
    }

    /** The kernel writes addresses in words of four octets, each in the machine's order. */
    private static String address(String hex) throws IOException {
        String[] parts = hex.split(":");
        byte[] octets = HexFormat.of().parseHex(parts[0]);
        for (int word = 0; word < octets.length; word += 4) {
            byte first = octets[word];
            byte second = octets[word + 1];
            octets[word] = octets[word + 3];
            octets[word + 1] = octets[word + 2];
            octets[word + 2] = second;
            octets[word + 3] = first;
        }
        return InetAddress.getByAddress(octets).getHostAddress() + ":" + Integer.parseInt(parts[1], 16);
    }
}
