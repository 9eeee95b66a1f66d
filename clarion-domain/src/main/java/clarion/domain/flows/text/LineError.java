package clarion.domain.flows.text;

/**
 * A line that was left out, and why.
 *
 * @param line number of the line in the uncompressed file, from 1
 * @param column Clarion's name of the column at fault, or empty if the whole line is
 * @param value what stood there, cut at 80 characters; control characters as {@code ?}
 * @param fault the reason
 */
public record LineError(long line, String column, String value, Fault fault) {

    /** For people, such as {@code line 7, dst_port '70000': not a port from 0 to 65535}. */
    @Override
    public String toString() {
        String where = column.isEmpty() ? "" : ", " + column;
        String what = value.isEmpty() ? "" : " '" + value + "'";
        return "line " + line + where + what + ": " + fault.text();
    }
}
