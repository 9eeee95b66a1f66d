package clarion.simulator.crowd;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of ASCII text, written to without a string in between. Not thread-safe. */
final class Octets {

    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private byte[] octets;
    private int size;

    Octets(int capacity) {
        octets = new byte[capacity];
    }

    int size() {
        return size;
    }

    byte[] toArray() {
        return Arrays.copyOf(octets, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(octets, 0, size);
        size = 0;
    }

    Octets put(byte[] constant) {
        room(constant.length);
        System.arraycopy(constant, 0, octets, size, constant.length);
        size += constant.length;
        return this;
    }

    Octets put(char c) {
        room(1);
        octets[size++] = (byte) c;
        return this;
    }

    Octets hex(long value, int digits) {
        room(digits);
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            octets[size++] = HEX[(int) (value >>> shift) & 15];
        }
        return this;
    }

    Octets number(long value) {
        return number(value, 1);
    }

    /** A number that is not negative, with leading zeros. */
    Octets number(long value, int least) {
        int digits = least;
        for (long rest = value; rest >= power(digits); ) {
            digits++;
        }
        room(digits);
        long rest = value;
        for (int i = size + digits - 1; i >= size; i--) {
            octets[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        size += digits;
        return this;
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits && i < 18; i++) {
            power *= 10;
        }
        return power;
    }

    private void room(int more) {
        if (size + more > octets.length) {
            octets = Arrays.copyOf(octets, Math.max(octets.length * 2, size + more));
        }
    }
}
