package clarion.ejb.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The first administrator's password, from its file.
 *
 * @param generated whether the file was made just now
 */
record BootstrapPassword(String text, boolean generated) {

    /**
     * Reads the file; where there is none, makes a password and the file, readable by its owner only from the moment it
     * exists.
     *
     * @throws IOException if it can neither be read nor made
     */
    static BootstrapPassword readOrGenerate(Path file) throws IOException {
        try {
            return new BootstrapPassword(read(file), false);
        } catch (NoSuchFileException e) {
            String password = Secrets.newPassword();
            try {
                write(file, password);
            } catch (FileAlreadyExistsException other) {
                return new BootstrapPassword(read(file), false);
            }
            return new BootstrapPassword(password, true);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8).replaceFirst("\\R\\z", "");
    }

    private static void write(Path file, String password) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new IOException("there is no directory " + directory);
        }
        boolean posix = Files.getFileStore(directory).supportsFileAttributeView("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(file + " is a link to nothing");
        }
        try (var channel = Files.newByteChannel(
                file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            var bytes = java.nio.ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "BootstrapPassword[]";
    }
}
