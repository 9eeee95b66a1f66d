package clarion.ejb;

import clarion.domain.devices.IpAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;

/**
 * How a value is sent in the binary format of {@code COPY}: its length, then what the type's receive function reads
 * (PostgreSQL's sources, {@code src/backend/utils/adt}).
 */
enum CopyType {
    /** Of a {@link Long}. */
    INT8 {
        @Override
        void write(CopyBuffer buffer, Object value) {
            buffer.int4(Long.BYTES).int8((Long) value);
        }
    },
    /** Of an {@link Integer}. */
    INT4 {
        @Override
        void write(CopyBuffer buffer, Object value) {
            buffer.int4(Integer.BYTES).int4((Integer) value);
        }
    },
    /** Of a {@link Boolean}. */
    BOOL {
        @Override
        void write(CopyBuffer buffer, Object value) {
            buffer.int4(1).int1((Boolean) value ? 1 : 0);
        }
    },
    /** Of a {@link String}. */
    TEXT {
        @Override
        void write(CopyBuffer buffer, Object value) {
            byte[] octets = ((String) value).getBytes(StandardCharsets.UTF_8);
            buffer.int4(octets.length).octets(octets);
        }
    },
    /** Of a {@link String}: a version, then the text. */
    JSONB {
        @Override
        void write(CopyBuffer buffer, Object value) {
            byte[] octets = ((String) value).getBytes(StandardCharsets.UTF_8);
            buffer.int4(octets.length + 1).int1(1).octets(octets);
        }
    },
    /** Of a {@link String} of hexadecimal digits. */
    BYTEA {
        @Override
        void write(CopyBuffer buffer, Object value) {
            byte[] octets = HexFormat.of().parseHex((String) value);
            buffer.int4(octets.length).octets(octets);
        }
    },
    /** Of an {@link Instant}: whole microseconds since 2000. */
    TIMESTAMPTZ {
        @Override
        void write(CopyBuffer buffer, Object value) {
            Instant time = (Instant) value;
            long micros = (time.getEpochSecond() - YEAR_2000) * 1_000_000 + time.getNano() / 1_000;
            buffer.int4(Long.BYTES).int8(micros);
        }
    },
    /** Of a {@link String}, as {@code MacAddress} writes it. */
    MACADDR {
        @Override
        void write(CopyBuffer buffer, Object value) {
            byte[] octets = MAC.parseHex((String) value);
            buffer.int4(octets.length).octets(octets);
        }
    },
    /** Of a {@link String}, as {@link IpAddress} writes it: family, prefix length, no network, octets. */
    INET {
        @Override
        void write(CopyBuffer buffer, Object value) {
            IpAddress address = IpAddress.parse((String) value);
            byte[] octets = address.octets();
            buffer.int4(4 + octets.length)
                    .int1(address.isV4() ? 2 : 3)
                    .int1(octets.length * 8)
                    .int1(0)
                    .int1(octets.length)
                    .octets(octets);
        }
    };

    /** In seconds since 1970. */
    private static final long YEAR_2000 = 946_684_800;

    private static final HexFormat MAC = HexFormat.ofDelimiter(":");

    abstract void write(CopyBuffer buffer, Object value);

    /** @param name as PostgreSQL names the type */
    static CopyType of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
