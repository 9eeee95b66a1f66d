package clarion.ejb.listing;

/**
 * A token of a filter.
 *
 * @param text the word, or the content of a quoted string
 * @param position of its first character, from 1
 */
record FilterToken(Kind kind, String text, int position) {

    enum Kind {
        WORD,
        STRING,
        OPEN,
        CLOSE,
        END
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    /** How an error message names it. */
    String found() {
        return switch (kind) {
            case END -> "the end";
            case STRING -> "\"" + shortened() + "\"";
            default -> "'" + shortened() + "'";
        };
    }

    private String shortened() {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
