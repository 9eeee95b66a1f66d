package clarion.pxgrid.tls;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * As much of DER (ITU-T X.690) as the frames of private keys need: reading one element after the other, and wrapping.
 */
final class Der {

    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;

    private final byte[] octets;
    private int at;

    Der(byte[] octets) {
        this.octets = octets;
    }

    boolean hasMore() {
        return at < octets.length;
    }

    /** The tag of the next element. */
    int tag() {
        if (at >= octets.length) {
            throw new IllegalArgumentException("the structure ends early");
        }
        return octets[at] & 0xff;
    }

    /** The content of the next element, whatever it is. */
    byte[] next() {
        int from = contentAt();
        int to = from + lengthAt(at + 1);
        if (to > octets.length || to < from) {
            throw new IllegalArgumentException("the structure ends early");
        }
        at = to;
        return Arrays.copyOfRange(octets, from, to);
    }

    /** The content of the next element, which must be of that kind. */
    byte[] next(int tag) {
        if (tag() != tag) {
            throw new IllegalArgumentException("unexpected element " + tag());
        }
        return next();
    }

    private int contentAt() {
        tag();
        int first = octetAt(at + 1);
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private int lengthAt(int position) {
        int first = octetAt(position);
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        int count = first & 0x7f;
        if (count == 0 || count > 3) {
            throw new IllegalArgumentException("a length of " + count + " octets");
        }
        for (int i = 1; i <= count; i++) {
            length = length << 8 | octetAt(position + i);
        }
        return length;
    }

    private int octetAt(int position) {
        if (position >= octets.length) {
            throw new IllegalArgumentException("the structure ends early");
        }
        return octets[position] & 0xff;
    }

    /** An element of a kind with the parts as its content, one after the other. */
    static byte[] element(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 5);
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else if (length < 0x100) {
            out.write(0x81);
            out.write(length);
        } else if (length < 0x10000) {
            out.write(0x82);
            out.write(length >> 8);
            out.write(length);
        } else {
            throw new IllegalArgumentException("too long for a key: " + length);
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
