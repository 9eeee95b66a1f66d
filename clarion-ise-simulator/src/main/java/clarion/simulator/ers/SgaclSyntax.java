package clarion.simulator.ers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of an ACE in an SGACL, which has no addresses:
 *
 * <pre>
 * (permit | deny) protocol [src ports] [dst ports] [established] [log]
 * protocol: ip | a name | 0 to 255;  ports: (eq | neq | lt | gt) P | range A B, for tcp and udp alone
 * </pre>
 *
 * Written for itself, so that it judges what Clarion writes by no code of Clarion's.
 */
final class SgaclSyntax {

    private static final Set<String> PROTOCOLS = Set.of(
            "ip", "tcp", "udp", "icmp", "igmp", "ahp", "eigrp", "esp", "gre", "ipinip", "nos", "ospf", "pcp", "pim");
    private static final Set<String> WITH_PORTS = Set.of("tcp", "udp", "6", "17");
    private static final Set<String> OPERATORS = Set.of("eq", "neq", "lt", "gt");
    private static final int MOST_PORT = 65_535;

    private SgaclSyntax() {}

    /** What is wrong with the first wrong line, if there is one; blank lines are nothing. */
    static Optional<String> check(String content) {
        List<String> lines = content.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                String fault = ace(
                        new ArrayDeque<>(List.of(line.toLowerCase(Locale.ROOT).split("\\s+"))));
                if (fault != null) {
                    return Optional.of("line " + (i + 1) + ", '" + line + "': " + fault);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String ace(Deque<String> words) {
        String action = next(words);
        if (!action.equals("permit") && !action.equals("deny")) {
            return "permit or deny is expected";
        }
        String protocol = next(words);
        if (!PROTOCOLS.contains(protocol) && number(protocol, 255) < 0) {
            return "no such protocol: " + protocol;
        }
        for (String side : List.of("src", "dst")) {
            if (side.equals(words.peek())) {
                words.remove();
                String fault = WITH_PORTS.contains(protocol) ? ports(words) : "ports are for tcp and udp";
                if (fault != null) {
                    return fault;
                }
            }
        }
        if ("established".equals(words.peek())) {
            words.remove();
            if (!protocol.equals("tcp") && !protocol.equals("6")) {
                return "established is for tcp";
            }
        }
        if ("log".equals(words.peek())) {
            words.remove();
        }
        return words.isEmpty() ? null : "not expected: " + words.peek();
    }

    private static @Nullable String ports(Deque<String> words) {
        String operator = next(words);
        if (operator.equals("range")) {
            int from = number(next(words), MOST_PORT);
            int to = number(next(words), MOST_PORT);
            return from < 0 || to < from ? "a range has two ports, the lower one first" : null;
        }
        if (!OPERATORS.contains(operator)) {
            return "eq, neq, lt, gt or range is expected";
        }
        int port = number(next(words), MOST_PORT);
        if (port < 0) {
            return "a port is 0 to " + MOST_PORT;
        }
        boolean none = operator.equals("lt") && port == 0 || operator.equals("gt") && port == MOST_PORT;
        return none ? operator + " " + port + " is no port" : null;
    }

    private static String next(Deque<String> words) {
        String word = words.poll();
        return word == null ? "" : word;
    }

    private static int number(String text, int most) {
        if (!text.matches("[0-9]{1,5}")) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number > most ? -1 : number;
    }
}
