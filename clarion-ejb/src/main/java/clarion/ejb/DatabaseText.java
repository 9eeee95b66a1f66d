package clarion.ejb;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes text from the network fit for PostgreSQL, so that one odd value cannot fail a batch.
 *
 * <p>The rule: NUL and halves of surrogate pairs, which PostgreSQL cannot store, become U+FFFD; text is cut at
 * {@value #TEXT_LIMIT} characters, the last of them an ellipsis, so that every column can be indexed (a B-tree entry
 * ends at 2,704 octets); a key is not cut but keeps its head and gets a digest for the rest, so that different keys
 * stay different.
 */
public final class DatabaseText {

    /** Longest text of a column, in UTF-16 units. */
    public static final int TEXT_LIMIT = 512;

    /** Longest value of a free attribute; those are not indexed. */
    public static final int ATTRIBUTE_LIMIT = 4096;

    private static final int KEY_HEAD = 200;
    private static final char REPLACEMENT = '\ufffd';

    private DatabaseText() {}

    /** A column's text, or null for null. */
    public static @Nullable String text(@Nullable String raw) {
        return raw == null ? null : limit(raw, TEXT_LIMIT);
    }

    /** Text that is there, cut at a limit of its own. */
    public static String limit(String raw, int limit) {
        String clean = clean(raw);
        if (clean.length() <= limit) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return clean.substring(0, end) + "…";
    }

    /** A key's text: equal for equal keys, different for different ones, however long and whatever is in them. */
    public static String key(String raw) {
        String clean = clean(raw);
        if (clean.length() <= TEXT_LIMIT && clean.equals(raw)) {
            return clean;
        }
        ByteBuffer octets = ByteBuffer.allocate(2 * raw.length());
        raw.chars().forEach(c -> octets.putChar((char) c));
        String digest = HexFormat.of().formatHex(sha256().digest(octets.array()), 0, 16);
        return limit(clean, KEY_HEAD) + "#" + digest;
    }

    /** A JSON array of strings. */
    public static String json(List<String> values) {
        StringBuilder json = new StringBuilder().append('[');
        for (String value : values) {
            quote(json.length() == 1 ? json : json.append(','), value);
        }
        return json.append(']').toString();
    }

    /** A JSON object of strings, in the map's order. */
    public static String json(Map<String, String> values) {
        StringBuilder json = new StringBuilder().append('{');
        values.forEach((name, value) -> {
            quote(json.length() == 1 ? json : json.append(','), name);
            quote(json.append(':'), value);
        });
        return json.append('}').toString();
    }

    /** SHA-256, which every Java platform has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void quote(StringBuilder json, String raw) {
        String text = limit(raw, ATTRIBUTE_LIMIT);
        json.append('"');
        int plain = 0; // where what needs no escape begins
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append(text, plain, i).append('\\').append(c);
                plain = i + 1;
            } else if (c < ' ') {
                json.append(text, plain, i)
                        .append("\\u00")
                        .append(HexFormat.of().toHexDigits((byte) c));
                plain = i + 1;
            }
        }
        json.append(text, plain, text.length()).append('"');
    }

    private static String clean(String raw) {
        return firstBad(raw, 0).map(i -> replaceBad(raw, i)).orElse(raw);
    }

    private static Optional<Integer> firstBad(String raw, int from) {
        for (int i = from; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))) {
                i++;
            } else if (c == 0 || Character.isSurrogate(c)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static String replaceBad(String raw, int first) {
        StringBuilder text = new StringBuilder(raw);
        for (Optional<Integer> bad = Optional.of(first); bad.isPresent(); bad = firstBad(raw, bad.get() + 1)) {
            text.setCharAt(bad.get(), REPLACEMENT);
        }
        return text.toString();
    }
}
