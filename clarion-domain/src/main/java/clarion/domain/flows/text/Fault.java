package clarion.domain.flows.text;

/** Why a line of a flow file is no record; each text ends the sentence "line 7 was left out: …". */
public enum Fault {
    NO_ADDRESS("not an IPv4 or IPv6 address"),
    NO_PROTOCOL("neither a protocol number from 0 to 255 nor a known protocol name"),
    NO_PORT("not a port from 0 to 65535"),
    NO_COUNT("not a whole number from 0 to 2^63-1"),
    NO_TIME("neither seconds, milliseconds or microseconds since 1970 nor a date with a time"),
    NO_DURATION("not a number of seconds"),
    NO_MAC("not a MAC address"),
    NO_VLAN("not a VLAN id from 0 to 4095"),
    NO_SGT("not an SGT from 0 to 65535"),
    NO_FLAGS("not TCP flags as a number from 0 to 65535 or as letters"),
    NO_SAMPLING("not a sampling interval from 1 to 2147483647"),
    NO_ICMP("neither an ICMP type times 256 plus code nor type.code"),
    NO_NUMBER("not a whole number from 0 to 2147483647"),
    MISSING("a value that every record needs is missing"),
    ENDS_BEFORE_START("the record ends before it begins"),
    TOO_FEW_FIELDS("fewer fields than the header has columns"),
    TOO_MANY_FIELDS("more fields than the header has columns"),
    BAD_QUOTES("a quoted field that does not end, or goes on after its end"),
    BAD_JSON("not one JSON object on one line"),
    TOO_LONG("longer than " + Lines.LONGEST + " bytes"),
    CUT_OFF("the file ends here in the middle: its compressed data is broken or incomplete");

    private final String text;

    Fault(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
