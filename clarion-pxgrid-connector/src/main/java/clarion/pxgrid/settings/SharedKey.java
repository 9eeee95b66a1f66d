package clarion.pxgrid.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/**
 * The key by which the processes of one Clarion know each other. It is read from its file each time, so that a rotated
 * key needs no restart.
 */
public final class SharedKey {

    /** Fewer characters than these could be guessed. */
    public static final int SHORTEST = 32;

    private static final long LARGEST_FILE = 4096;

    private final Path file;

    public SharedKey(Path file) {
        this.file = file;
    }

    /**
     * The key as it is now; white space around it is not part of it.
     *
     * @throws IOException if it cannot be read or is too short; the message names the file and never the key
     */
    public String read() throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException(file + " cannot be read: "
                    + (Files.exists(file) ? "check its permissions" : "there is no such file"));
        }
        if (Files.size(file) > LARGEST_FILE) {
            throw new IOException(file + " is larger than " + LARGEST_FILE + " octets: it holds no key");
        }
        String key = Files.readString(file).strip();
        if (key.length() < SHORTEST) {
            throw new IOException(file + " holds fewer than " + SHORTEST + " characters; make a key with: openssl rand"
                    + " -base64 48");
        }
        return key;
    }

    /** True if that is the key. How long the answer takes tells nothing about it. */
    public boolean matches(String offered) {
        try {
            return MessageDigest.isEqual(
                    read().getBytes(StandardCharsets.UTF_8), offered.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false;
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SharedKey[" + file + "]";
    }
}
