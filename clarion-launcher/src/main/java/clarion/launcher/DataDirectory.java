package clarion.launcher;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The directory that outlives every start: database, secrets, certificates, logs. One launcher at a time owns it.
 *
 * <p>{@code database/} PostgreSQL, {@code secrets/} generated passwords, {@code simulator/} the simulator's data and
 * PKI, {@code logs/} one log a process, {@code run/} what only a running Clarion needs.
 */
final class DataDirectory implements AutoCloseable {

    private static final long LEAST_FREE_BYTES = 512L << 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path root;
    private final FileChannel lockFile;

    private DataDirectory(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    /**
     * Makes the directory if need be and takes it.
     *
     * @throws LauncherFailure if it cannot be written, is nearly full, or another launcher has it
     */
    static DataDirectory open(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            for (String child : new String[] {"", "database", "secrets", "simulator", "logs", "run"}) {
                Files.createDirectories(root.resolve(child));
            }
            privately(root.resolve("secrets"));
            privately(root.resolve("run"));
            Files.delete(Files.writeString(root.resolve("run/.probe"), "probe"));
        } catch (IOException e) {
            throw new LauncherFailure("The data directory " + root + " cannot be written (" + reason(e)
                    + "); make it writable or choose another with --data DIR.");
        }
        checkSpace(root);
        return new DataDirectory(root, lock(root));
    }

    private static void checkSpace(Path root) {
        try {
            FileStore store = Files.getFileStore(root);
            long free = store.getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new LauncherFailure("Only " + (free >> 20) + " MB are free for the data directory " + root
                        + "; Clarion needs " + (LEAST_FREE_BYTES >> 20)
                        + " MB to start. Make room or choose another with --data DIR.");
            }
        } catch (IOException e) {
            throw new LauncherFailure("The free space for " + root + " cannot be read (" + reason(e) + ").");
        }
    }

    private static FileChannel lock(Path root) {
        Path file = root.resolve("run/launcher.lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new LauncherFailure("Another Clarion is using the data directory " + root
                        + "; stop it or choose another with --data DIR.");
            }
            return channel;
        } catch (IOException e) {
            throw new LauncherFailure("The data directory " + root + " cannot be locked (" + reason(e) + ").");
        }
    }

    /** Whether a launcher has the directory at this moment. */
    static boolean isInUse(Path path) {
        Path file = path.toAbsolutePath().normalize().resolve("run/launcher.lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (IOException e) {
            throw new LauncherFailure(file + " cannot be read (" + reason(e) + ").");
        }
    }

    /** A path below the directory. */
    Path resolve(String child) {
        return root.resolve(child);
    }

    /** The secret of that name, made from 24 random bytes the first time it is asked for. */
    Path secret(String name) {
        Path file = root.resolve("secrets").resolve(name);
        if (!Files.exists(file)) {
            byte[] bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            writePrivately(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        return file;
    }

    /** Writes a file that only its owner can read, all of it or nothing. */
    static void writePrivately(Path file, String text) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            if (isPosix(file)) {
                Files.createFile(
                        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(
                    fresh,
                    file,
                    java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new LauncherFailure(file + " cannot be written (" + reason(e) + "); is the disk full?");
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new LauncherFailure(file + " cannot be read (" + reason(e) + ").");
        }
    }

    static String reason(Exception e) {
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof java.nio.file.NoSuchFileException) {
            return "no such file";
        }
        if (e instanceof java.nio.file.FileAlreadyExistsException) {
            return "a file of that name is in the way";
        }
        if (e instanceof java.nio.file.FileSystemException f && f.getReason() != null) {
            return String.valueOf(f.getReason());
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static void privately(Path directory) throws IOException {
        if (isPosix(directory)) {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException e) {
            // the lock goes with the process
        }
    }

    @Override
    public String toString() {
        return root.toString();
    }
}
