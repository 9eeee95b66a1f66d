package clarion.domain.sgacl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of one line, with where they stand. */
final class Words {

    private final int line;
    private final List<String> words = new ArrayList<>();
    private final List<Integer> columns = new ArrayList<>();
    private final int end;
    private int at;

    Words(String text, int line) {
        this.line = line;
        int i = 0;
        while (i < text.length()) {
            if (Character.isWhitespace(text.charAt(i))) {
                i++;
                continue;
            }
            int from = i;
            while (i < text.length() && !Character.isWhitespace(text.charAt(i))) {
                i++;
            }
            words.add(text.substring(from, i).toLowerCase(Locale.ROOT));
            columns.add(from + 1);
        }
        end = text.stripTrailing().length() + 1;
    }

    boolean isAtEnd() {
        return at == words.size();
    }

    /** The next word, or an empty one at the end of the line. */
    String peek() {
        return isAtEnd() ? "" : words.get(at);
    }

    /** The word that follows the next one, or an empty one. */
    String peekFurther() {
        return at + 1 < words.size() ? words.get(at + 1) : "";
    }

    String next() {
        return isAtEnd() ? "" : words.get(at++);
    }

    boolean takes(String word) {
        boolean same = peek().equals(word);
        at += same ? 1 : 0;
        return same;
    }

    /** An error at the next word, or at the end of the line. */
    Wrong wrong(String what, String fix) {
        return new Wrong(new SgaclError(line, isAtEnd() ? end : columns.get(at), what, fix));
    }

    /** An error at the word before the next one. */
    Wrong wrongBefore(String what, String fix) {
        at--;
        return wrong(what, fix);
    }

    /** Ends the reading of a line. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        final transient SgaclError error;

        Wrong(SgaclError error) {
            super(error.what(), null, false, false);
            this.error = error;
        }
    }
}
