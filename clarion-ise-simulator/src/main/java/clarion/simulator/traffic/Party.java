package clarion.simulator.traffic;

import org.jspecify.annotations.Nullable;

/**
 * One side of a conversation, as it is while it speaks.
 *
 * @param mac 48 bits, or 0 for somebody out on the internet
 * @param address the address it has now
 * @param role what it truly is, {@link Relation#EXTERNAL}, or {@link #NOBODY}
 * @param user who is logged on, as the directory writes the account
 * @param sgt the security group that it should have; 0 is Unknown
 * @param tag the security group that switches take it for
 * @param exporter the switch that it hangs on
 * @param port the interface there
 * @param vlan its VLAN, 0 for none
 */
public record Party(
        long mac,
        Address address,
        String role,
        @Nullable String user,
        int sgt,
        int tag,
        Exporter exporter,
        int port,
        int vlan) {

    /** The role of an address at which there is no device. */
    public static final String NOBODY = "NOBODY";

    /** The MAC address in lower case with colons, or nothing. */
    public String macText() {
        return mac == 0 ? "" : macText(mac);
    }

    /** 48 bits as {@code 00:1b:...}. */
    public static String macText(long mac) {
        StringBuilder text = new StringBuilder(17);
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(Character.forDigit((int) (mac >> shift + 4 & 15), 16))
                    .append(Character.forDigit((int) (mac >> shift & 15), 16))
                    .append(shift > 0 ? ":" : "");
        }
        return text.toString();
    }
}
