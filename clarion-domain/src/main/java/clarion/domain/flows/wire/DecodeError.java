package clarion.domain.flows.wire;

import java.util.Locale;

/** Why something of a datagram could not be read. Each is counted for itself; what is read before it stays. */
public enum DecodeError {
    /** Neither version 5 nor 9 nor 10, or too short for a header. */
    NOT_FLOW_EXPORT,
    /** It ends before the length or count that it announces. */
    TRUNCATED,
    /** A length that cannot be: less than its own header, or a field beyond the end of its set. */
    BAD_LENGTH,
    /** A set with an id that the protocol reserves. */
    RESERVED_SET,
    /** A template with a reserved id, without fields, with too many, or with more scopes than fields. */
    BAD_TEMPLATE,
    /** A template that there was no room for: the bound of all exporters together is reached. */
    NO_ROOM_FOR_TEMPLATE,
    /** Data of a template whose records have no octets. */
    EMPTY_RECORDS,
    /** Records whose octets or packets are more than any line could carry; they are left out. */
    IMPLAUSIBLE_COUNT;

    /** As metrics and lists name it, such as {@code bad-length}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
