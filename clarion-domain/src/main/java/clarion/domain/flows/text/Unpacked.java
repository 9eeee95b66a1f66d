package clarion.domain.flows.text;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Files that may be gzipped, which their first two octets tell (RFC 1952), never their names. */
public final class Unpacked {

    private Unpacked() {}

    /**
     * What is in a file, whether it is gzipped or not. Gzip members that follow each other are one file.
     *
     * @param what what the file is, for the message
     * @throws ClarionException if its beginning cannot be read
     */
    public static InputStream of(InputStream file, String what) {
        PushbackInputStream in = new PushbackInputStream(file, 2);
        try {
            byte[] magic = in.readNBytes(2);
            in.unread(magic);
            if (magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
                return new GZIPInputStream(new Patient(in), 64 * 1024);
            }
            return in;
        } catch (IOException e) {
            throw new ClarionException(
                    ProblemType.MALFORMED_REQUEST,
                    "The " + what + " cannot be read: " + e.getMessage() + ". Send it again; check it with gzip -t.",
                    e);
        }
    }

    /**
     * Never says that nothing is available before the end: GZIPInputStream takes that for the end of a file of several
     * members.
     */
    private static final class Patient extends InputStream {

        private final PushbackInputStream in;
        private boolean ended;

        Patient(PushbackInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            ended |= read < 0;
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            ended |= read < 0;
            return read;
        }

        @Override
        public int available() {
            return ended ? 0 : 1;
        }
    }
}
