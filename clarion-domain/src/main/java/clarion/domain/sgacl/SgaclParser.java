package clarion.domain.sgacl;

import clarion.domain.sgacl.Words.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the text of an SGACL as ISE and IOS XE write it: one ACE a line, {@code permit|deny PROTOCOL [src PORTS] [dst
 * PORTS] [established] [log]}. Blank lines, {@code !} comments and {@code remark} lines are left out, and a sequence
 * number before an ACE is too. A line of {@code ip access-list role-based NAME} or {@code exit} is not part of a list.
 */
public final class SgaclParser {

    private static final List<String> ACTIONS = List.of("permit", "deny");
    private static final int LONGEST = 100_000;

    private SgaclParser() {}

    /** Reads a list; says of each line that is none what is wrong there. */
    public static SgaclReading parse(String text, IpFamily family) {
        List<Ace> aces = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<SgaclError> errors = new ArrayList<>();
        if (text.length() > LONGEST) {
            errors.add(new SgaclError(1, 1, text.length() + " characters are too many", "write at most " + LONGEST));
            return new SgaclReading(Optional.empty(), errors, numbers);
        }
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            Words words = new Words(lines[i], i + 1);
            if (words.isAtEnd() || words.peek().startsWith("!") || words.peek().equals("remark")) {
                continue;
            }
            try {
                aces.add(ace(words));
                numbers.add(i + 1);
            } catch (Wrong wrong) {
                errors.add(wrong.error);
            }
        }
        return new SgaclReading(
                errors.isEmpty() ? Optional.of(new Sgacl(family, aces)) : Optional.empty(), errors, numbers);
    }

    private static Ace ace(Words words) throws Wrong {
        if (words.peek().matches("[0-9]+") && ACTIONS.contains(words.peekFurther())) {
            words.next();
        }
        boolean permit = action(words);
        int protocol = protocol(words);
        Ports source = Ports.ANY;
        Ports destination = Ports.ANY;
        if (Protocols.isIcmp(protocol)) {
            destination = IcmpText.type(words);
        }
        boolean hasSource = false;
        boolean hasDestination = false;
        while (words.peek().equals("src") || words.peek().equals("dst")) {
            boolean atSource = words.next().equals("src");
            if (atSource ? hasSource : hasDestination) {
                throw words.wrongBefore(
                        "'" + (atSource ? "src" : "dst") + "' stands here twice",
                        "write one ACE for each port, or a range");
            } else if (atSource && hasDestination) {
                throw words.wrongBefore("'src' stands after 'dst'", "write 'src' first");
            } else if (!Protocols.hasPorts(protocol)) {
                throw words.wrongBefore(
                        "'" + (protocol < 0 ? "ip" : Protocols.name(protocol)) + "' has no ports",
                        "write 'tcp' or 'udp' before 'src' and 'dst'");
            }
            Ports ports = PortText.ports(words);
            source = atSource ? ports : source;
            destination = atSource ? destination : ports;
            hasSource |= atSource;
            hasDestination |= !atSource;
        }
        boolean established = established(words, protocol);
        boolean log = words.takes("log") || words.takes("log-input");
        if (!words.isAtEnd()) {
            throw Leftovers.wrong(words, protocol, log);
        }
        return new Ace(permit, protocol, source, destination, established, log);
    }

    private static boolean action(Words words) throws Wrong {
        String word = words.peek();
        if (words.takes("permit")) {
            return true;
        } else if (words.takes("deny")) {
            return false;
        } else if (word.equals("ip") && words.peekFurther().equals("access-list")
                || word.equals("ipv6") && words.peekFurther().equals("access-list")
                || word.equals("exit")
                || word.equals("no")) {
            throw words.wrong("'" + word + "' belongs to the switch's command line", "leave this line out");
        }
        throw words.wrong(
                "an ACE begins with 'permit' or 'deny', not '" + word + "'",
                Nearest.to(word, ACTIONS)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("write one of them"));
    }

    private static int protocol(Words words) throws Wrong {
        String word = words.peek();
        if (word.isEmpty()) {
            throw words.wrong("the protocol is missing", "write 'ip' for all of them");
        } else if (words.takes("ip") || words.takes("ipv6")) {
            return Ace.ANY_PROTOCOL;
        } else if (word.equals("icmpv6") || word.equals("icmp6")) {
            throw words.wrong("there is no '" + word + "' in an SGACL", "write 'icmp' in a list for IPv6, or '58'");
        } else if (word.matches("[0-9]+")) {
            if (word.length() > 3 || Integer.parseInt(word) > 255) {
                throw words.wrong("a protocol is 0 to 255, not " + word, "ports come after 'src eq' or 'dst eq'");
            }
            return Integer.parseInt(words.next());
        }
        Integer number = Protocols.BY_NAME.get(word);
        if (number != null) {
            words.next();
            return number;
        }
        throw words.wrong(
                "there is no protocol '" + word + "'",
                PortNames.ALL.containsKey(word) || word.equals("http") || word.equals("https") || word.equals("dns")
                        ? "that is a service: write 'tcp dst eq PORT' or 'udp dst eq PORT'"
                        : Nearest.to(word, withIp())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("write ip, tcp, udp, icmp or a number from 0 to 255"));
    }

    private static List<String> withIp() {
        List<String> names = new ArrayList<>(Protocols.BY_NAME.keySet());
        names.add("ip");
        return names;
    }

    private static boolean established(Words words, int protocol) throws Wrong {
        if (!words.peek().equals("established")) {
            return false;
        } else if (protocol != Protocols.TCP) {
            throw words.wrong("'established' is for tcp alone", "write 'tcp', or leave 'established' out");
        }
        return words.takes("established");
    }
}
