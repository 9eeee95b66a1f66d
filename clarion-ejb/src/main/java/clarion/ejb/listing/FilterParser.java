package clarion.ejb.listing;

import clarion.domain.ClarionException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads filters as RFC 7644 section 3.4.2.2 defines them: {@code sgtName eq "Employees" and not (ip eq "10.1.0.0/16")}.
 *
 * <p>Beyond the RFC, a value may stand without quotes if it holds no space, quote or parenthesis, and {@code not} may
 * stand before a single comparison. Attributes with sub-attributes and value paths do not occur.
 */
final class FilterParser {

    /** Characters of a filter. */
    static final int MAX_LENGTH = 4096;
    /** Parentheses and negations inside one another. */
    static final int MAX_DEPTH = 32;
    /** Comparisons in one filter. */
    static final int MAX_COMPARISONS = 100;

    private final ListDefinition list;
    private final List<FilterToken> tokens;
    private int next;
    private int comparisons;

    private FilterParser(ListDefinition list, List<FilterToken> tokens) {
        this.list = list;
        this.tokens = tokens;
    }

    /**
     * The filter that the text says.
     *
     * @throws ClarionException of type INVALID_FILTER, with the position and what was expected there
     */
    static Filter parse(ListDefinition list, String text) {
        if (text.length() > MAX_LENGTH) {
            throw FilterLexer.problem(
                    MAX_LENGTH + 1, "a filter has at most " + MAX_LENGTH + " characters, not " + text.length());
        }
        FilterParser parser = new FilterParser(list, FilterLexer.tokens(text));
        Filter filter = parser.disjunction(0);
        FilterToken rest = parser.peek();
        if (rest.kind() != FilterToken.Kind.END) {
            throw parser.expected("'and', 'or' or the end", rest);
        }
        return filter;
    }

    private Filter disjunction(int depth) {
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(conjunction(depth));
        } while (skip("or"));
        return Filter.any(parts);
    }

    private Filter conjunction(int depth) {
        List<Filter> parts = new ArrayList<>();
        do {
            parts.add(term(depth));
        } while (skip("and"));
        return Filter.all(parts);
    }

    private Filter term(int depth) {
        FilterToken token = peek();
        if (depth > MAX_DEPTH) {
            throw FilterLexer.problem(token.position(), "a filter is nested at most " + MAX_DEPTH + " levels deep");
        }
        if (skip("not")) {
            return new Filter.Not(term(depth + 1));
        }
        if (token.kind() == FilterToken.Kind.OPEN) {
            next++;
            Filter inside = disjunction(depth + 1);
            FilterToken close = take();
            if (close.kind() != FilterToken.Kind.CLOSE) {
                throw expected("'and', 'or' or ')'", close);
            }
            return inside;
        }
        return comparison();
    }

    private Filter comparison() {
        FilterToken name = take();
        if (name.kind() != FilterToken.Kind.WORD) {
            throw expected("a column name, 'not' or '('", name);
        }
        if (++comparisons > MAX_COMPARISONS) {
            throw FilterLexer.problem(
                    name.position(), "a filter has at most " + MAX_COMPARISONS + " comparisons; split the query");
        }
        Column column = list.findFilterable(name.text())
                .orElseThrow(() -> FilterLexer.problem(
                        name.position(),
                        "there is no column " + name.found() + " to filter by; there are: "
                                + String.join(", ", list.filterableNames())));
        FilterToken word = take();
        Operator operator = (word.kind() == FilterToken.Kind.WORD
                        ? Operator.find(word.text())
                        : java.util.Optional.<Operator>empty())
                .orElseThrow(() -> expected("an operator (" + Operator.KNOWN + ")", word));
        return operator == Operator.PR ? new Filter.Present(column) : compare(column, operator);
    }

    private Filter compare(Column column, Operator operator) {
        FilterToken value = take();
        if (value.kind() != FilterToken.Kind.WORD && value.kind() != FilterToken.Kind.STRING) {
            throw expected("a value of type " + column.type().words() + " after '" + operator + "'", value);
        }
        try {
            if (value.isWord("null")) {
                return absent(column, operator);
            }
            return Filter.compare(column, operator, value.text());
        } catch (IllegalArgumentException e) {
            throw FilterLexer.problem(
                    value.position(), "column " + column.name() + " cannot be compared so: " + e.getMessage());
        }
    }

    private static Filter absent(Column column, Operator operator) {
        return switch (operator) {
            case EQ -> new Filter.Not(new Filter.Present(column));
            case NE -> new Filter.Present(column);
            default -> throw new IllegalArgumentException("null goes with eq and ne only");
        };
    }

    private FilterToken peek() {
        return tokens.get(next);
    }

    private FilterToken take() {
        FilterToken token = tokens.get(next);
        if (token.kind() != FilterToken.Kind.END) {
            next++;
        }
        return token;
    }

    private boolean skip(String word) {
        boolean found = peek().isWord(word);
        next += found ? 1 : 0;
        return found;
    }

    private ClarionException expected(String what, FilterToken found) {
        return FilterLexer.problem(found.position(), "expected " + what + ", found " + found.found());
    }
}
