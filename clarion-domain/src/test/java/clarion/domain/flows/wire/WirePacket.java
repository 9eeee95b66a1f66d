package clarion.domain.flows.wire;

import java.io.ByteArrayOutputStream;

/** Builds packets octet by octet, good ones and odd ones. */
final class WirePacket {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static WirePacket v5(int count, long seconds, long uptime, int sequence, int sampling) {
        return new WirePacket()
                .u16(5)
                .u16(count)
                .u32(uptime)
                .u32(seconds)
                .u32(0)
                .u32(sequence)
                .u16(0)
                .u16(sampling);
    }

    static WirePacket v9(long seconds, long uptime, int sequence, int source) {
        return new WirePacket()
                .u16(9)
                .u16(1)
                .u32(uptime)
                .u32(seconds)
                .u32(sequence)
                .u32(source);
    }

    /** The length is filled in by {@link #ipfixBytes}. */
    static WirePacket ipfix(long seconds, int sequence, int domain) {
        return new WirePacket().u16(10).u16(0).u32(seconds).u32(sequence).u32(domain);
    }

    WirePacket u8(int value) {
        out.write(value);
        return this;
    }

    WirePacket u16(int value) {
        return u8(value >> 8).u8(value);
    }

    WirePacket u32(long value) {
        return u16((int) (value >> 16)).u16((int) value);
    }

    WirePacket u64(long value) {
        return u32(value >> 32).u32(value);
    }

    WirePacket text(String text, int length) {
        for (int i = 0; i < length; i++) {
            u8(i < text.length() ? text.charAt(i) : 0);
        }
        return this;
    }

    WirePacket raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A set with its header. */
    WirePacket set(int id, WirePacket content) {
        return u16(id).u16(content.out.size() + 4).raw(content.bytes());
    }

    /** A template of pairs of type and length; of IPFIX with a third number where the type has the enterprise bit. */
    static WirePacket template(int id, int count, int... numbers) {
        WirePacket template = new WirePacket().u16(id).u16(count);
        for (int i = 0; i < numbers.length; i += 2) {
            template.u16(numbers[i]).u16(numbers[i + 1]);
            if (numbers[i] >= 0x8000 && i + 2 < numbers.length && numbers[i + 2] > 0xffff) {
                template.u32(numbers[i + 2] & 0xffff);
                i++;
            }
        }
        return template;
    }

    /** An enterprise number for {@link #template}. */
    static int pen(int number) {
        return number | 0x10000;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    byte[] ipfixBytes() {
        byte[] bytes = out.toByteArray();
        bytes[2] = (byte) (bytes.length >> 8);
        bytes[3] = (byte) bytes.length;
        return bytes;
    }
}
