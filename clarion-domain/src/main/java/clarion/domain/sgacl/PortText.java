package clarion.domain.sgacl;

import clarion.domain.sgacl.Words.Wrong;
import java.util.List;

/** Reads what follows {@code src} or {@code dst}. */
final class PortText {

    private static final List<String> OPERATORS = List.of("eq", "neq", "lt", "gt", "range");

    private PortText() {}

    static Ports ports(Words words) throws Wrong {
        String operator = words.peek();
        if (!OPERATORS.contains(operator)) {
            throw noOperator(words, operator);
        }
        words.next();
        int port = port(words);
        switch (operator) {
            case "eq":
                return Ports.of(port);
            case "neq":
                return new Ports(port, port, true);
            case "lt":
                if (port == 0) {
                    throw words.wrongBefore("no port is below 0", "write 'eq 0', or leave the ACE out");
                }
                return Ports.range(0, port - 1);
            case "gt":
                if (port == 65_535) {
                    throw words.wrongBefore("no port is above 65535", "write 'eq 65535', or leave the ACE out");
                }
                return Ports.range(port + 1, 65_535);
            default:
                int high = port(words);
                if (high < port) {
                    throw words.wrongBefore(
                            "the range " + port + " " + high + " ends before it begins",
                            "write 'range " + high + " " + port + "'");
                }
                return Ports.range(port, high);
        }
    }

    private static Wrong noOperator(Words words, String word) {
        if (word.isEmpty()) {
            return words.wrong("the ports are missing", "write 'eq PORT' or 'range FROM TO'");
        } else if (word.matches("[0-9]+")) {
            return words.wrong("'" + word + "' needs an operator", "write 'eq " + word + "'");
        } else if (word.matches("[0-9]+-[0-9]+")) {
            return words.wrong(
                    "'" + word + "' is not how a range is written", "write 'range " + word.replace('-', ' ') + "'");
        } else if (isAddress(word)) {
            return words.wrong("an SGACL has no addresses, so not '" + word + "'", "leave it out; groups say who");
        }
        return words.wrong(
                "'" + word + "' is no operator",
                Nearest.to(word, OPERATORS)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("write eq, neq, lt, gt or range"));
    }

    static boolean isAddress(String word) {
        return word.equals("any")
                || word.equals("host")
                || word.matches("[0-9]+\\.[0-9.]+(/[0-9]+)?")
                || word.matches("[0-9a-f:]*:[0-9a-f:]*:[0-9a-f:/]*");
    }

    private static int port(Words words) throws Wrong {
        String word = words.peek();
        if (word.isEmpty()) {
            throw words.wrong("a port is missing", "write a number from 0 to 65535");
        }
        Integer named = PortNames.ALL.get(word);
        if (named != null) {
            words.next();
            return named;
        } else if (word.matches("[0-9]+-[0-9]+")) {
            throw words.wrong("'" + word + "' is not one port", "write 'range " + word.replace('-', ' ') + "'");
        } else if (word.contains(",")) {
            throw words.wrong("'" + word + "' is not one port", "write one ACE for each port, or a range");
        } else if (!word.matches("[0-9]+")) {
            throw words.wrong(
                    "'" + word + "' is no port",
                    Nearest.to(word, PortNames.ALL.keySet())
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("write a number from 0 to 65535"));
        } else if (word.length() > 9 || Integer.parseInt(word) > 65_535) {
            throw words.wrong("a port is 0 to 65535, not " + word, "write the port that is meant");
        }
        return Integer.parseInt(words.next());
    }
}
