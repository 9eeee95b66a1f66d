package clarion.domain.sgacl;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** IP protocols that an ACE may name instead of their number (IOS XE extended access lists; numbers by IANA). */
public final class Protocols {

    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int ICMP6 = 58;

    static final Map<String, Integer> BY_NAME = new TreeMap<>(Map.ofEntries(
            Map.entry("icmp", ICMP),
            Map.entry("igmp", 2),
            Map.entry("ipinip", 4),
            Map.entry("tcp", TCP),
            Map.entry("egp", 8),
            Map.entry("igrp", 9),
            Map.entry("udp", UDP),
            Map.entry("gre", 47),
            Map.entry("esp", 50),
            Map.entry("ahp", 51),
            Map.entry("eigrp", 88),
            Map.entry("ospf", 89),
            Map.entry("nos", 94),
            Map.entry("pim", 103),
            Map.entry("pcp", 108),
            Map.entry("sctp", 132)));

    /** Names that some lists know and ISE's grammar does not: they are read, and written as numbers. */
    private static final Set<String> READ_ONLY = Set.of("egp", "igrp", "sctp");

    private Protocols() {}

    /** True for protocols whose ports an ACE may give. */
    public static boolean hasPorts(int protocol) {
        return protocol == TCP || protocol == UDP;
    }

    public static boolean isIcmp(int protocol) {
        return protocol == ICMP || protocol == ICMP6;
    }

    /** The name if ISE has one, else the number. */
    public static String name(int protocol) {
        for (Map.Entry<String, Integer> one : BY_NAME.entrySet()) {
            if (one.getValue() == protocol && !READ_ONLY.contains(one.getKey())) {
                return one.getKey();
            }
        }
        return Integer.toString(protocol);
    }
}
