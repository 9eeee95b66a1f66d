package clarion.ejb.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Free text as a filter: every word must occur in at least one searched column. In text columns it occurs anywhere, in
 * a MAC address in any spelling, an IP address begins with it or lies in the network that it names, a number equals it.
 */
final class FreeText {

    static final int MAX_LENGTH = 200;
    static final int MAX_WORDS = 8;

    private FreeText() {}

    /**
     * The filter for a text.
     *
     * @return empty for a blank text
     * @throws IllegalArgumentException if the text is too long or cannot be stored text
     */
    static Optional<Filter> filter(ListDefinition list, String text) {
        Operands.text(text);
        if (text.isBlank()) {
            return Optional.empty();
        }
        List<String> words = Arrays.asList(text.strip().split("\\s+"));
        if (text.length() > MAX_LENGTH || words.size() > MAX_WORDS) {
            throw new IllegalArgumentException(
                    "at most " + MAX_WORDS + " words and " + MAX_LENGTH + " characters can be searched for");
        }
        return Optional.of(
                Filter.all(words.stream().map(word -> word(list, word)).toList()));
    }

    private static Filter word(ListDefinition list, String word) {
        List<Filter> anywhere = new ArrayList<>();
        for (Column column : list.searched()) {
            occurrence(column, word).ifPresent(anywhere::add);
        }
        return Filter.any(anywhere);
    }

    private static Optional<Filter> occurrence(Column column, String word) {
        Operator operator = switch (column.type()) {
            case TEXT, MAC -> Operator.CO;
            case IP -> word.indexOf('/') < 0 ? Operator.SW : Operator.EQ;
            default -> Operator.EQ;
        };
        if (column.type() == ColumnType.IP && !word.chars().allMatch(c -> isOfAddress((char) c))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Filter.compare(column, operator, word));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // the word cannot occur in such a column
        }
    }

    private static boolean isOfAddress(char c) {
        return c == '.' || c == ':' || c == '/' || (c < 128 && Character.digit(c, 16) >= 0);
    }
}
