package clarion.ejb.listing;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Cuts a filter into words, JSON strings and parentheses. */
final class FilterLexer {

    private final String text;
    private int at;

    private FilterLexer(String text) {
        this.text = text;
    }

    /** The tokens, with one of kind END last. */
    static List<FilterToken> tokens(String text) {
        return new FilterLexer(text).read();
    }

    /** The problem at a position counted from 1. */
    static ClarionException problem(int position, String what) {
        return new ClarionException(
                ProblemType.INVALID_FILTER,
                "filter, character " + position + ": " + what,
                Map.of("parameter", "filter", "position", position));
    }

    private List<FilterToken> read() {
        List<FilterToken> tokens = new ArrayList<>();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (c == '(') {
                tokens.add(new FilterToken(FilterToken.Kind.OPEN, "(", ++at));
            } else if (c == ')') {
                tokens.add(new FilterToken(FilterToken.Kind.CLOSE, ")", ++at));
            } else if (c == '"') {
                tokens.add(string());
            } else {
                tokens.add(word());
            }
        }
        tokens.add(new FilterToken(FilterToken.Kind.END, "", text.length() + 1));
        return tokens;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }

    private FilterToken word() {
        int start = at;
        while (at < text.length() && !isSpace(text.charAt(at)) && "()\"".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        if (word.startsWith("'")) {
            throw problem(start + 1, "strings are written in double quotes");
        }
        return new FilterToken(FilterToken.Kind.WORD, word, start + 1);
    }

    /** A JSON string (RFC 8259 section 7). */
    private FilterToken string() {
        int start = at++;
        StringBuilder content = new StringBuilder();
        while (true) {
            if (at >= text.length()) {
                throw problem(start + 1, "the string that begins here is not closed");
            }
            char c = text.charAt(at++);
            if (c == '"') {
                return new FilterToken(FilterToken.Kind.STRING, content.toString(), start + 1);
            }
            content.append(c == '\\' ? escape() : c);
        }
    }

    private char escape() {
        int position = at;
        char c = at < text.length() ? text.charAt(at++) : ' ';
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode(position);
            default -> throw problem(position, "expected a JSON escape such as \\\\ or \\\" (write \\\\ for one \\)");
        };
    }

    private char unicode(int position) {
        int value = 0;
        for (int end = at + 4; at < end; at++) {
            int digit = at < text.length() && text.charAt(at) < 128 ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0) {
                throw problem(position, "expected four hex digits after \\u");
            }
            value = value << 4 | digit;
        }
        return (char) value;
    }
}
