package clarion.pxgrid.accounts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files that only their owner may read, and that outlast a loss of power. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** Writes a file that must not be there yet. */
    static void create(Path file, byte[] content) throws IOException {
        write(file, content, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
    }

    /** Writes a file anew; at every moment the old or the new content is there, whole. */
    static void replace(Path file, byte[] content) throws IOException {
        Path fresh = Files.createTempFile(directoryOf(file), ".clarion-", ".new"); // mode 0600
        try {
            write(fresh, content, Set.of(StandardOpenOption.WRITE));
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

    private static void write(Path file, byte[] content, Set<StandardOpenOption> how) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix && how.contains(StandardOpenOption.CREATE_NEW)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(file, how, mode)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }
}
