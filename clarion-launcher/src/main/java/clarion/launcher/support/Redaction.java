package clarion.launcher.support;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes secrets out of text that leaves the house: every value that is known to be one, wherever it stands, and
 * whatever looks like one. Too much is taken out rather than too little.
 */
public final class Redaction {

    /** What stands in the place of a secret. */
    public static final String MASK = "[removed]";

    private static final int SHORTEST = 4;

    private record Rule(Pattern pattern, String replacement) {}

    private static final List<Rule> RULES = List.of(
            rule("(?s)-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(-----END [A-Z0-9 ]*PRIVATE KEY-----|\\z)", MASK),
            rule("(?i)(\\b(?:proxy-)?authorization\\b[\"']?\\s*[:=]\\s*[\\[\"']?)[^\\r\\n]*", "$1" + MASK),
            rule("(?i)(\\b(?:set-)?cookie\\b[\"']?\\s*[:=]\\s*[\\[\"']?)[^\\r\\n]*", "$1" + MASK),
            rule("(?i)(\\b(?:x-csrf-token)\\b[\"']?\\s*[:=]\\s*[\\[\"']?)[^\\r\\n]*", "$1" + MASK),
            rule("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/._~=-]{6,}", "$1 " + MASK),
            rule("\\bclr_[A-Za-z0-9_-]+", MASK),
            rule("(?i)(clarion_session=)[^;\\s\"]+", "$1" + MASK),
            rule("([a-zA-Z][a-zA-Z0-9+.-]*://[^/\\s:@]*:)[^@\\s/]+@", "$1" + MASK + "@"),
            // name = value, "name": "value", name: value; what names a file is none, and may stand.
            rule(
                    "(?i)([\\w.-]*(?:password|passwd|passphrase|secret|token|api[-_]?key|private[-_]?key|credential)"
                            + "(?![\\w.-]*file)[\\w.-]*[\"']?\\s*[:=]\\s*)(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^\\s,;&}\\]]+)",
                    "$1" + MASK));

    private final List<String> known;

    /** @param known values that are secrets; shorter ones than four characters are not looked for */
    public Redaction(Collection<String> known) {
        this.known = known.stream()
                .map(String::strip)
                .filter(value -> value.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** The text without secrets. */
    public String of(String text) {
        String rest = text;
        for (String secret : known) {
            rest = rest.replace(secret, MASK);
        }
        for (Rule rule : RULES) {
            rest = rule.pattern().matcher(rest).replaceAll(rule.replacement());
        }
        return rest;
    }

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }
}
