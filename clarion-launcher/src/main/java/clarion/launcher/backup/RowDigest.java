package clarion.launcher.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Counts the rows of a COPY in text format that pass, and sums up what they are: the SHA-256 of each row, added as two
 * 64-bit numbers. So two tables with the same rows have the same sum, whatever the order in which they lie on disk.
 */
final class RowDigest extends FilterOutputStream {

    /**
     * What passed.
     *
     * @param rows lines of the COPY
     * @param bytes of them, line ends included
     * @param sum 32 hexadecimal digits
     */
    record Content(long rows, long bytes, String sum) {}

    private final MessageDigest row;
    private long rows;
    private long bytes;
    private long high;
    private long low;
    private boolean inRow;

    RowDigest(OutputStream out) {
        super(out);
        try {
            row = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    /** A row ends with a line feed; inside of values COPY writes it as {@code \n}. */
    @Override
    public void write(byte[] buffer, int offset, int length) throws IOException {
        out.write(buffer, offset, length);
        bytes += length;
        int begin = offset;
        for (int i = offset; i < offset + length; i++) {
            if (buffer[i] == '\n') {
                row.update(buffer, begin, i - begin);
                endRow();
                begin = i + 1;
            }
        }
        if (begin < offset + length) {
            row.update(buffer, begin, offset + length - begin);
            inRow = true;
        }
    }

    private void endRow() {
        ByteBuffer hash = ByteBuffer.wrap(row.digest());
        high += hash.getLong();
        low += hash.getLong();
        rows++;
        inRow = false;
    }

    Content content() {
        if (inRow) {
            throw new IllegalStateException("the last row has no end");
        }
        return new Content(rows, bytes, "%016x%016x".formatted(high, low));
    }

    /** What is behind stays open: it is an entry of an archive. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
