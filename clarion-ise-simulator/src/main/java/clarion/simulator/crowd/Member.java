package clarion.simulator.crowd;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What a synthetic session looks like on the wire, made from its index and its generation alone. Eight generations are
 * one session from its start to its end: in the third its address changes, in the fifth its group, in the eighth it is
 * disconnected; the next one is a new session of the same endpoint. Not thread-safe.
 */
final class Member {

    static final int GENERATIONS = 8;

    /** Times are written from a text per minute: offsets of zones are whole minutes. */
    private static final long MINUTE = 60_000;

    private static final int PORTS = 48;
    private static final int SWITCHES = 5_000;

    private static final String[] GROUPS = {
        "Employees", "Contractors", "Developers", "Auditors", "Guests", "Printers", "IP_Phones", "Cameras"
    };
    private static final String[] PROFILES = {
        "Windows10-Workstation", "Apple-MacBook", "Cisco-IP-Phone-8845", "HP-LaserJet", "Axis-Camera", "Android"
    };
    private static final byte[] TAIL = ascii("\",\"providers\":[\"None\"],\"endpointCheckResult\":\"none\","
            + "\"identitySourcePortStart\":0,\"identitySourcePortEnd\":0,\"identitySourcePortFirst\":0,"
            + "\"serviceType\":\"Framed\",\"networkDeviceProfileName\":\"Cisco\",\"radiusFlowType\":\"Wired802_1x\","
            + "\"mdmRegistered\":false,\"mdmCompliant\":false,\"mdmDiskEncrypted\":false,"
            + "\"mdmJailBroken\":false,\"mdmPinLocked\":false}");
    private static final byte[] TIMESTAMP = ascii("{\"timestamp\":\"");
    private static final byte[] STARTED = ascii("\",\"state\":\"STARTED");
    private static final byte[] DISCONNECTED = ascii("\",\"state\":\"DISCONNECTED");
    private static final byte[] MAC = ascii("\",\"macAddress\":\"");
    private static final byte[] CALLING = ascii("\",\"callingStationId\":\"");
    private static final byte[] CALLED = ascii("\",\"calledStationId\":\"00:1E:BD:");
    private static final byte[] ADDRESSES = ascii("\",\"ipAddresses\":[\"");
    private static final byte[] IPV6 = ascii("\",\"2001:db8:");
    private static final byte[] AUDIT = ascii("],\"auditSessionId\":\"");
    private static final byte[] USER = ascii("\",\"userName\":\"CORP\\\\user");
    private static final byte[] SAM = ascii("\",\"adUserSamAccountName\":\"user");
    private static final byte[] NORMALIZED = ascii("\",\"adNormalizedUser\":\"user");
    private static final byte[] DOMAIN = ascii("\",\"adUserDomainName\":\"corp.example\",\"adUserNetBiosName\":\"CORP");
    private static final byte[] NAS = ascii("\",\"nasIpAddress\":\"10.250.");
    private static final byte[] PORT = ascii("\",\"nasPortType\":\"Ethernet\",\"nasPortId\":\"GigabitEthernet1/0/");
    private static final byte[] PROFILE = ascii("\",\"endpointProfile\":\"");
    private static final byte[] GROUP = ascii("\",\"ctsSecurityGroup\":\"");

    private final DateTimeFormatter minutes;
    private final DateTimeFormatter offsets;
    private final int count;
    private final int salt;
    private long minute = Long.MIN_VALUE;
    private byte[] minuteText = new byte[0];
    private byte[] offsetText = new byte[0];

    Member(int count, long seed, ZoneId zone) {
        this.count = count;
        this.salt = (int) (seed * 0x9E3779B97F4A7C15L >>> 32);
        minutes =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:", Locale.ROOT).withZone(zone);
        offsets = DateTimeFormatter.ofPattern("xxx", Locale.ROOT).withZone(zone);
    }

    static boolean isLive(int generation) {
        return generation % GENERATIONS != GENERATIONS - 1;
    }

    /** The last four octets of the MAC address, which begins with 02:C0. */
    int mac(int index) {
        return index * 0x9E3779B1 + salt;
    }

    /** The IPv4 address as a number. */
    static int address(int index, int generation) {
        boolean moved = generation % GENERATIONS >= 2 && generation % GENERATIONS < 6;
        return moved ? 0x64400000 | index & 0x3FFFFF : 0x0A000000 | index & 0xFFFFFF;
    }

    /** The number of the user whose session it is; six sessions in ten have a user of their own. */
    int user(int index) {
        return index % users();
    }

    int users() {
        return Math.max(1, (int) (count * 6L / 10));
    }

    void write(Octets out, int index, int generation, long millis) {
        int nas = index / PORTS % SWITCHES;
        out.put(TIMESTAMP);
        time(out, millis);
        out.put(isLive(generation) ? STARTED : DISCONNECTED);
        out.put(MAC);
        mac(out, index);
        out.put(CALLING);
        mac(out, index);
        out.put(CALLED).hex(nas >> 8, 2).put(':').hex(nas & 255, 2).put(':').hex(index % PORTS, 2);
        out.put(ADDRESSES);
        address(out, address(index, generation));
        if (index % 3 == 0) {
            // decimal digits only, which are hexadecimal ones too
            out.put(IPV6).number(1000 + index / 10_000).put(':').put(':').number(1000 + index % 9000);
        }
        out.put('"').put(AUDIT).hex(0x0AFA0000L | nas, 8).hex(index, 8).hex(generation / GENERATIONS + 1L, 8);
        out.put(USER).number(user(index), 6);
        out.put(SAM).number(user(index), 6);
        out.put(NORMALIZED).number(user(index), 6);
        out.put(DOMAIN);
        out.put(NAS).number(nas >> 8).put('.').number(nas & 255);
        out.put(PORT).number(index % PORTS + 1L);
        out.put(PROFILE).put(ascii(PROFILES[(index & 0x7FFFFFFF) % PROFILES.length]));
        int group = generation % GENERATIONS >= 4 ? index + 1 : index;
        out.put(GROUP).put(ascii(GROUPS[(group & 0x7FFFFFFF) % GROUPS.length]));
        out.put(TAIL);
    }

    void mac(Octets out, int index) {
        int mac = mac(index);
        out.put('0').put('2').put(':').put('C').put('0');
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.put(':').hex(mac >>> shift & 255, 2);
        }
    }

    private static void address(Octets out, int address) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            out.number(address >>> shift & 255);
            if (shift > 0) {
                out.put('.');
            }
        }
    }

    private void time(Octets out, long millis) {
        if (Math.floorDiv(millis, MINUTE) != minute) {
            minute = Math.floorDiv(millis, MINUTE);
            Instant begin = Instant.ofEpochMilli(minute * MINUTE);
            minuteText = ascii(minutes.format(begin));
            offsetText = ascii(offsets.format(begin));
        }
        long rest = Math.floorMod(millis, MINUTE);
        out.put(minuteText)
                .number(rest / 1000, 2)
                .put('.')
                .number(rest % 1000, 3)
                .put(offsetText);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
