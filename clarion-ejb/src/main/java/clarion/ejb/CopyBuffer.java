package clarion.ejb;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import org.postgresql.copy.CopyIn;

/** Rows in the binary format of {@code COPY}, all numbers in network order. Not thread-safe. */
final class CopyBuffer {

    private static final byte[] SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private byte[] octets;
    private int size;

    CopyBuffer(int capacity) {
        octets = new byte[capacity];
    }

    int size() {
        return size;
    }

    /** Before the first row: the signature, no flags, no extension. */
    CopyBuffer head() {
        return octets(SIGNATURE).int4(0).int4(0);
    }

    CopyBuffer tuple(int fields) {
        return int2(fields);
    }

    /** A field that is NULL. */
    CopyBuffer absent() {
        return int4(-1);
    }

    /** After the last row. */
    CopyBuffer end() {
        return int2(-1);
    }

    CopyBuffer int1(int value) {
        room(1);
        octets[size++] = (byte) value;
        return this;
    }

    CopyBuffer int2(int value) {
        return int1(value >> 8).int1(value);
    }

    CopyBuffer int4(int value) {
        room(Integer.BYTES);
        for (int shift = 24; shift >= 0; shift -= 8) {
            octets[size++] = (byte) (value >> shift);
        }
        return this;
    }

    CopyBuffer int8(long value) {
        return int4((int) (value >> 32)).int4((int) value);
    }

    CopyBuffer octets(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, octets, size, value.length);
        size += value.length;
        return this;
    }

    /** Hands over what is in it, and is empty. */
    void sendTo(CopyIn copy) throws SQLException {
        copy.writeToCopy(octets, 0, size);
        size = 0;
    }

    private void room(int more) {
        if (size + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(2 * octets.length, size + more));
        }
    }
}
