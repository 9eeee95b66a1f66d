package clarion.domain.flows.text;

import java.util.Locale;
import java.util.Map;

/** IP protocols as number or name (IANA "Protocol Numbers", as nfdump and /etc/protocols spell them). */
final class ProtocolText {

    static final int ICMP = 1;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMP6 = 58;
    static final int SCTP = 132;

    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("hopopt", 0),
            Map.entry("icmp", ICMP),
            Map.entry("igmp", 2),
            Map.entry("ipip", 4),
            Map.entry("ipencap", 4),
            Map.entry("ipv4", 4),
            Map.entry("tcp", TCP),
            Map.entry("egp", 8),
            Map.entry("igp", 9),
            Map.entry("igrp", 9),
            Map.entry("udp", UDP),
            Map.entry("dccp", 33),
            Map.entry("ipv6", 41),
            Map.entry("rsvp", 46),
            Map.entry("gre", 47),
            Map.entry("esp", 50),
            Map.entry("ah", 51),
            Map.entry("skip", 57),
            Map.entry("icmp6", ICMP6),
            Map.entry("icmpv6", ICMP6),
            Map.entry("ipv6-icmp", ICMP6),
            Map.entry("eigrp", 88),
            Map.entry("ospf", 89),
            Map.entry("ospfigp", 89),
            Map.entry("pim", 103),
            Map.entry("vrrp", 112),
            Map.entry("carp", 112),
            Map.entry("l2tp", 115),
            Map.entry("sctp", SCTP),
            Map.entry("udplite", 136));

    private ProtocolText() {}

    /** The number, or -1. */
    static int parse(byte[] text, int from, int to) {
        if (NumberText.digit(text[from])) {
            return (int) NumberText.parse(text, from, to, 255);
        }
        if (to - from == 3) {
            int word = (text[from] & 0x5f) << 16 | (text[from + 1] & 0x5f) << 8 | text[from + 2] & 0x5f;
            if (word == ('T' << 16 | 'C' << 8 | 'P')) {
                return TCP;
            }
            if (word == ('U' << 16 | 'D' << 8 | 'P')) {
                return UDP;
            }
        }
        return NAMES.getOrDefault(
                new String(text, from, to - from, java.nio.charset.StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT),
                -1);
    }

    /** True for protocols whose packets have ports. */
    static boolean hasPorts(int protocol) {
        return protocol == TCP || protocol == UDP || protocol == SCTP || protocol == 33 || protocol == 136;
    }

    static boolean isIcmp(int protocol) {
        return protocol == ICMP || protocol == ICMP6;
    }
}
