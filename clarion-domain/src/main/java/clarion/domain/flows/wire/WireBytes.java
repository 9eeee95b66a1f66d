package clarion.domain.flows.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Numbers and text in network order. Callers have checked that the octets are there. */
final class WireBytes {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private WireBytes() {}

    static int u8(byte[] data, int at) {
        return data[at] & 0xff;
    }

    static int u16(byte[] data, int at) {
        return (short) SHORT.get(data, at) & 0xffff;
    }

    static int i32(byte[] data, int at) {
        return (int) INT.get(data, at);
    }

    static long u32(byte[] data, int at) {
        return (int) INT.get(data, at) & 0xffff_ffffL;
    }

    static long i64(byte[] data, int at) {
        return (long) LONG.get(data, at);
    }

    /**
     * An unsigned number of 1 to 8 octets: exporters may use fewer than an element has (RFC 7011, 6.2). One of 64 bits
     * with the highest set is no count of anything and reads as negative.
     */
    static long number(byte[] data, int at, int length) {
        switch (length) {
            case 1:
                return u8(data, at);
            case 2:
                return u16(data, at);
            case 4:
                return u32(data, at);
            case 8:
                return i64(data, at);
            default:
                long value = 0;
                for (int i = 0; i < length; i++) {
                    value = value << 8 | data[at + i] & 0xff;
                }
                return value;
        }
    }

    /** Milliseconds since 1970 of an NTP timestamp: 32 bits of seconds since 1900, 32 of their fraction. */
    static long ntpMillis(byte[] data, int at) {
        long seconds = u32(data, at) - 2_208_988_800L;
        return seconds * 1000 + (u32(data, at + 4) * 1000 >>> 32);
    }

    /**
     * Text up to its first NUL, at most {@code longest} octets of it, without control characters: it ends up in lists
     * and logs.
     */
    static String text(byte[] data, int at, int length, int longest) {
        int end = at;
        int limit = at + Math.min(length, longest);
        while (end < limit && data[end] != 0) {
            end++;
        }
        String text = new String(data, at, end - at, StandardCharsets.UTF_8);
        return text.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
