package clarion.domain.sgacl;

import clarion.domain.sgacl.Words.Wrong;
import java.util.List;

/** Says what is wrong with a word at which an ACE should end. */
final class Leftovers {

    private static final List<String> KNOWN = List.of("src", "dst", "log", "established");

    private Leftovers() {}

    static Wrong wrong(Words words, int protocol, boolean logged) {
        String word = words.peek();
        if (logged) {
            return words.wrong("'log' ends an ACE, and '" + word + "' follows it", "write 'log' last");
        } else if (PortText.isAddress(word)) {
            return words.wrong(
                    "an SGACL has no addresses, so not '" + word + "'",
                    "leave addresses out: '" + (Protocols.hasPorts(protocol) ? "tcp dst eq 443" : "permit ip")
                            + "' is enough, groups say who");
        } else if (word.equals("source") || word.equals("destination")) {
            return words.wrong(
                    "there is no '" + word + "' in an SGACL",
                    "write '" + (word.equals("source") ? "src" : "dst") + "'");
        } else if (List.of("eq", "neq", "lt", "gt", "range").contains(word)) {
            return words.wrong("'" + word + "' of which side?", "write 'dst " + word + "' or 'src " + word + "'");
        } else if (word.matches("[0-9]+")) {
            return words.wrong("'" + word + "' is too much", "write one ACE for each port, or 'dst range FROM TO'");
        }
        return words.wrong(
                "'" + word + "' is not part of an ACE",
                Nearest.to(word, KNOWN)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("leave it out"));
    }
}
