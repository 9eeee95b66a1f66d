package clarion.ejb.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The IPv4 addresses whose text begins with some text, as ranges that an index on the address serves. */
final class AddressPrefix {

    /** At least one whole octet, and perhaps digits of the next one. */
    private static final Pattern PREFIX = Pattern.compile("([0-9]{1,3}\\.){1,3}[0-9]{0,3}");

    private AddressPrefix() {}

    /** First and last address of each range, alternately; empty if the text is not of this kind. */
    static List<String> ranges(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            return List.of();
        }
        int dot = prefix.lastIndexOf('.');
        String whole = prefix.substring(0, dot);
        String digits = prefix.substring(dot + 1);
        String[] octets = whole.split("\\.");
        for (String octet : octets) {
            if (!octet.equals(Integer.toString(Integer.parseInt(octet))) || Integer.parseInt(octet) > 255) {
                return List.of();
            }
        }
        List<String> ranges = new ArrayList<>();
        for (int from = 0; from < 256; from++) {
            int to = from;
            while (to < 256 && Integer.toString(to).startsWith(digits)) {
                to++;
            }
            if (to > from) {
                ranges.add(whole + "." + from + ".0".repeat(3 - octets.length));
                ranges.add(whole + "." + (to - 1) + ".255".repeat(3 - octets.length));
                from = to;
            }
        }
        return List.copyOf(ranges);
    }
}
