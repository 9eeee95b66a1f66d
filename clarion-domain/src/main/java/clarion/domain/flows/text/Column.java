package clarion.domain.flows.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a column of a flow file says. Names are compared without case, underscores, hyphens, blanks and dots.
 *
 * <p>The first name is Clarion's own. The others are those of {@code nfdump -o csv}: up to 1.7.4 the short ones
 * ({@code ts,te,td,sa,da,…}), later the long ones ({@code firstSeen,duration,proto,srcAddr,…}), see nfdump's
 * {@code src/output/output_csv.c} and {@code output_csv_fast.c}.
 */
enum Column {
    SOURCE(0, "src_ip", "sa", "srcAddr"),
    DESTINATION(1, "dst_ip", "da", "dstAddr"),
    PROTOCOL(2, "proto", "pr", "protocol"),
    START(3, "start_time", "ts", "firstSeen", "start"),
    END(4, "end_time", "te", "lastSeen", "end"),
    DURATION(5, "duration", "td"),
    SOURCE_PORT(6, "src_port", "sp"),
    DESTINATION_PORT(7, "dst_port", "dp"),
    BYTES(8, "bytes", "ibyt", "byt", "inBytes"),
    PACKETS(9, "packets", "ipkt", "pkt", "inPackets"),
    REVERSE_BYTES(10, "reverse_bytes", "obyt", "outBytes"),
    REVERSE_PACKETS(11, "reverse_packets", "opkt", "outPackets"),
    SOURCE_MAC(12, "src_mac", "ismc", "inSrcMac"),
    DESTINATION_MAC(13, "dst_mac", "idmc", "inDstMac"),
    VLAN(14, "vlan_id", "svln", "srcVlan", "vlan"),
    EXPORTER(15, "exporter_switch_id", "ra", "routerIP", "exporter"),
    INGRESS(16, "ingress_interface", "in", "input"),
    SOURCE_SGT(17, "src_sgt"),
    DESTINATION_SGT(18, "dst_sgt"),
    TCP_FLAGS(19, "tcp_flags", "flg", "flags"),
    SAMPLING(20, "sampling", "sampling_interval"),
    ICMP(21, "icmp", "icmp_type_code");

    /** {@link #values} without the copy. */
    static final Column[] ALL = values();

    private static final Map<String, Column> BY_NAME = new HashMap<>();

    static {
        for (Column column : ALL) {
            for (String name : column.names.split(" ")) {
                BY_NAME.put(plain(name), column);
            }
        }
    }

    private final int number;

    /** Separated by blanks. */
    private final String names;

    Column(int number, String... names) {
        this.number = number;
        this.names = String.join(" ", names);
    }

    /** Its bit in a set of columns. */
    int bit() {
        return 1 << number;
    }

    /** Clarion's own name, as reports use it. */
    String title() {
        return names.split(" ")[0];
    }

    /** The column of a name, or null for one that says nothing to Clarion. */
    static @Nullable Column find(String name) {
        return BY_NAME.get(plain(name));
    }

    private static String plain(String name) {
        return name.replaceAll("[_\\-\\s.%]", "").toLowerCase(Locale.ROOT);
    }
}
