package clarion.pxgrid.accounts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Files that only their owner may read, and that outlast a loss of power. */
final class OwnerOnly {

    private OwnerOnly() {}

    /**
     * Writes a file that must not be there yet; it appears whole.
     *
     * @throws java.nio.file.FileAlreadyExistsException if it is there, also if another process made it meanwhile
     */
    static void create(Path file, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(directoryOf(file), ".clarion-", ".new"); // mode 0600
        try {
            write(fresh, content);
            Files.createLink(file, fresh); // unlike a move it never replaces
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Writes a file anew; at every moment the old or the new content is there, whole. */
    static void replace(Path file, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(directoryOf(file), ".clarion-", ".new"); // mode 0600
        try {
            write(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Fails if no file could be written beside this one. */
    static void probe(Path file) throws IOException {
        Files.delete(Files.createTempFile(directoryOf(file), ".clarion-", ".probe"));
    }

    private static Path directoryOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
