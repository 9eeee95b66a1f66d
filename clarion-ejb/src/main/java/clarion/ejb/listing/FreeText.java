package clarion.ejb.listing;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Free text as a filter: every word must occur in at least one searched column. In text columns it occurs anywhere, in
 * a MAC address in any spelling, an IP address begins with it or lies in the network that it names, a number equals it.
 */
final class FreeText {

    static final int MAX_LENGTH = 200;
    static final int MAX_WORDS = 8;

    private static final Pattern BEGIN_OF_ADDRESS =
            Pattern.compile("[0-9]{1,3}\\.[0-9.]*|[0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]*");

    /** With separators: {@code 00:1b:2}, {@code 1B-2}, or groups of four as Cisco writes them, {@code 001b.2}. */
    private static final Pattern PART_OF_MAC = Pattern.compile(
            "[0-9A-Fa-f]*([:-][0-9A-Fa-f]*)+|[0-9A-Fa-f]{0,4}(\\.[0-9A-Fa-f]{4}){0,2}\\.[0-9A-Fa-f]{0,4}");

    /** What no row satisfies, for a word that fits no searched column. */
    private static final Filter NOWHERE = new Filter.Any(List.of());

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
        return anywhere.isEmpty() ? NOWHERE : Filter.any(anywhere);
    }

    private static Optional<Filter> occurrence(Column column, String word) {
        if (!column.filterable()) {
            return Optional.of(new Filter.Compare(column, Operator.CO, word, inSearchText(word)));
        }
        return operator(column.type(), word).flatMap(operator -> {
            try {
                return Optional.of(Filter.compare(column, operator, word));
            } catch (IllegalArgumentException e) {
                return Optional.empty(); // the word cannot occur in such a column
            }
        });
    }

    /**
     * Search text ends with the twelve digits of the MAC address, in which a part of one with separators is looked for.
     * It is LIKE, not strpos, which would be faster: of LIKE the planner knows how few rows it finds.
     */
    private static Predicate inSearchText(String word) {
        String anywhere = Operands.pattern(Operator.CO, word);
        String digits = PART_OF_MAC.matcher(word).matches() ? word.replaceAll("[:.-]", "") : "";
        if (digits.isEmpty() || digits.length() > 12) {
            return (sql, x) -> sql.add(x + " LIKE lower(?)", anywhere);
        }
        String inAddress = Operands.pattern(Operator.CO, digits);
        return (sql, x) ->
                sql.add(x + " LIKE lower(?)", anywhere).add(" OR right(" + x + ", 12) LIKE lower(?)", inAddress);
    }

    private static Optional<Operator> operator(ColumnType type, String word) {
        return switch (type) {
            case TEXT -> Optional.of(Operator.CO);
            case MAC -> Optional.of(MacAddress.find(word).isPresent() ? Operator.EQ : Operator.CO);
            case IP -> addressOperator(word);
            case INTEGER, BOOLEAN, INSTANT -> Optional.of(Operator.EQ);
        };
    }

    /** An address or a network is looked up; what may be the beginning of an address is compared as text. */
    private static Optional<Operator> addressOperator(String word) {
        if (word.indexOf('/') >= 0 || IpAddress.find(word).isPresent()) {
            return Optional.of(Operator.EQ);
        }
        return BEGIN_OF_ADDRESS.matcher(word).matches() ? Optional.of(Operator.SW) : Optional.empty();
    }
}
