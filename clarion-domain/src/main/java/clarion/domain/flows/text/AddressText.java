package clarion.domain.flows.text;

import clarion.domain.flows.FlowBatch;

/** IP and MAC addresses as text in bytes. Not thread-safe: the halves of the last address stand in its fields. */
final class AddressText {

    /** No MAC address; unlike unknown, which is -1. */
    static final long NO_MAC = -2;

    /** Upper half of the last address read, see {@link FlowBatch}. */
    long high;

    /** Lower half. */
    long low;

    private final int[] groups = new int[8];

    /** Reads an IPv4 or IPv6 address; false if it is none. A zone ({@code %eth0}) is none of the address: refused. */
    boolean parse(byte[] text, int from, int to) {
        for (int i = from; i < to && i < from + 5; i++) {
            if (text[i] == ':') {
                return parseV6(text, from, to);
            }
        }
        long v4 = parseV4(text, from, to);
        high = 0;
        low = FlowBatch.mapped((int) v4);
        return v4 >= 0;
    }

    private static long parseV4(byte[] text, int from, int to) {
        long address = 0;
        int octet = 0;
        int digits = 0;
        int dots = 0;
        for (int i = from; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                octet = octet * 10 + digit;
                if (++digits > 3 || octet > 255) {
                    return -1;
                }
            } else if (text[i] == '.' && digits > 0 && dots < 3) {
                address = address << 8 | octet;
                octet = 0;
                digits = 0;
                dots++;
            } else {
                return -1;
            }
        }
        return dots == 3 && digits > 0 ? address << 8 | octet : -1;
    }

    /** RFC 4291, 2.2: groups of up to four digits, one run of zeros as ::, the last 32 bits dotted or not. */
    private boolean parseV6(byte[] text, int from, int to) {
        int count = 0;
        int gap = -1;
        int at = from;
        if (to - from >= 2 && text[from] == ':') {
            if (text[from + 1] != ':') {
                return false;
            }
            gap = 0;
            at += 2;
        }
        while (at < to) {
            int start = at;
            int group = 0;
            while (at < to && at - start < 5 && Character.digit(text[at], 16) >= 0) {
                group = group << 4 | Character.digit(text[at], 16);
                at++;
            }
            if (at < to && text[at] == '.') {
                long v4 = parseV4(text, start, to);
                if (v4 < 0 || count > 6) {
                    return false;
                }
                groups[count++] = (int) (v4 >>> 16);
                groups[count++] = (int) (v4 & 0xffff);
                break;
            }
            if (at == start || at - start > 4 || count == 8) {
                return false;
            }
            groups[count++] = group;
            if (at == to) {
                break;
            }
            if (text[at] != ':' || ++at == to) {
                return false;
            }
            if (text[at] == ':') {
                if (gap >= 0) {
                    return false;
                }
                gap = count;
                at++;
            }
        }
        if (gap < 0 ? count != 8 : count > 7) {
            return false;
        }
        spread(count, gap < 0 ? 8 : gap);
        return true;
    }

    private void spread(int count, int gap) {
        high = 0;
        low = 0;
        for (int i = 0; i < 8; i++) {
            int group = i < gap ? groups[i] : i < gap + 8 - count ? 0 : groups[i - 8 + count];
            if (i < 4) {
                high = high << 16 | group;
            } else {
                low = low << 16 | group;
            }
        }
    }

    /** A MAC address in any human spelling as 48 bits; unknown for all zeros; {@link #NO_MAC} if it is none. */
    static long mac(byte[] text, int from, int to) {
        int length = to - from;
        int every = length == 17 ? 3 : length == 14 ? 5 : 0;
        if (every == 0 && length != 12) {
            return NO_MAC;
        }
        byte separator = every == 0 ? 0 : text[from + every - 1];
        if (every == 3 && separator != ':' && separator != '-' && separator != '.' || every == 5 && separator != '.') {
            return NO_MAC;
        }
        long bits = 0;
        for (int i = 0; i < length; i++) {
            byte b = text[from + i];
            if (every > 0 && i % every == every - 1) {
                if (b != separator) {
                    return NO_MAC;
                }
            } else {
                int digit = b < 0 ? -1 : Character.digit(b, 16);
                if (digit < 0) {
                    return NO_MAC;
                }
                bits = bits << 4 | digit;
            }
        }
        return bits == 0 ? FlowBatch.UNKNOWN : bits;
    }
}
