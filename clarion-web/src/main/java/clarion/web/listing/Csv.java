package clarion.web.listing;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes CSV as RFC 4180 says: commas, CRLF, quotes where needed.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it (OWASP, CSV injection). Several
 * values in one cell are separated by semicolons.
 */
final class Csv {

    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private Csv() {}

    static void writeRow(Appendable out, List<? extends @Nullable Object> cells) throws IOException {
        String separator = "";
        for (Object cell : cells) {
            out.append(separator).append(quoted(text(cell)));
            separator = ",";
        }
        out.append("\r\n");
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Number || cell instanceof Boolean) {
            return cell.toString();
        }
        String text = cell instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(";"))
                : cell.toString();
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean needed = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return needed ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
