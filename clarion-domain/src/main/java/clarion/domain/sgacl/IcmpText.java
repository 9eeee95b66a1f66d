package clarion.domain.sgacl;

import clarion.domain.sgacl.Words.Wrong;
import java.util.Map;

/** Reads what may follow {@code icmp}: a type with or without a code, by number or name (IOS XE). */
final class IcmpText {

    private static final Map<String, Integer> NAMES = Map.of(
            "echo-reply", 0,
            "unreachable", 3,
            "source-quench", 4,
            "redirect", 5,
            "echo", 8,
            "time-exceeded", 11,
            "parameter-problem", 12,
            "timestamp-request", 13,
            "timestamp-reply", 14);

    private IcmpText() {}

    static Ports type(Words words) throws Wrong {
        Integer named = NAMES.get(words.peek());
        if (named == null && !words.peek().matches("[0-9]+")) {
            return Ports.ANY;
        }
        int type = named == null ? number(words, "type") : named;
        if (named != null) {
            words.next();
        }
        if (!words.peek().matches("[0-9]+")) {
            return Ports.range(type * 256, type * 256 + 255);
        }
        return Ports.of(type * 256 + number(words, "code"));
    }

    private static int number(Words words, String what) throws Wrong {
        String word = words.peek();
        if (word.length() > 3 || Integer.parseInt(word) > 255) {
            throw words.wrong("an ICMP " + what + " is 0 to 255, not " + word, "write the " + what + " that is meant");
        }
        return Integer.parseInt(words.next());
    }
}
