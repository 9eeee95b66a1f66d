package clarion.ejb.listing;

/** What a column holds, which decides how it is compared, sorted and read. */
public enum ColumnType {
    /** Text; compared and sorted without regard to case (RFC 7643 section 2.3.1, caseExact false). */
    TEXT("text", "?"),
    /** An EUI-48; any spelling is understood. */
    MAC("MAC address", "?::macaddr"),
    /** An IPv4 or IPv6 address; IPv4 sorts before IPv6. */
    IP("IP address", "?::inet"),
    /** A whole number of at most 64 bits. */
    INTEGER("whole number", "?"),
    BOOLEAN("true or false", "?"),
    /** A point in time with microseconds. */
    INSTANT("time", "?");

    private final String words;
    private final String placeholder;

    ColumnType(String words, String placeholder) {
        this.words = words;
        this.placeholder = placeholder;
    }

    /** The type in a sentence for people. */
    String words() {
        return words;
    }

    /** The bind parameter, cast to the type that PostgreSQL compares with. */
    String placeholder() {
        return placeholder;
    }

    /** The expression that the column is sorted by; text as the filter compares it, the same in every locale. */
    String sortExpression(String sql) {
        return this == TEXT ? "lower(" + sql + ") COLLATE \"C\"" : sql;
    }
}
