package clarion.pxgrid.accounts;

import clarion.pxgrid.control.Secret;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.PxGridAccount;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The passwords of accounts, encrypted in a file with one line for each account: its name in lower case, a blank, the
 * encrypted password. ISE tells a password once, so a stored one is never overwritten, and nothing is asked of ISE
 * before it is certain that the answer can be kept. Replicas that share the file take turns by a lock beside it.
 */
public final class AccountPasswords {

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(30);
    private static final long LOCK_POLL_NANOS = 50_000_000;

    private final Path keyFile;
    private final Path file;

    /** Asks ISE for an account. */
    @FunctionalInterface
    public interface Creator {

        /** The password that ISE gives the account; never logged. */
        String create(String nodeName) throws PxGridException, InterruptedException;
    }

    /** @param account one by password */
    public AccountPasswords(PxGridAccount account) {
        this.keyFile = Objects.requireNonNull(account.keyFile(), "an account by password has a key file");
        this.file = Objects.requireNonNull(account.file(), "an account by password has a file");
    }

    /** The stored password; empty if there is none. */
    public Optional<Secret> find(String nodeName) throws PxGridException {
        String encrypted = read().get(lineOf(nodeName));
        return encrypted == null
                ? Optional.empty()
                : Optional.of(new Secret(AccountKey.read(keyFile).decrypt(lineOf(nodeName), encrypted, file)));
    }

    /** The stored password; if there is none, that of an account that is made now. */
    public Secret findOrCreate(String nodeName, Creator creator) throws PxGridException, InterruptedException {
        Optional<Secret> stored = find(nodeName);
        if (stored.isPresent()) {
            return stored.get();
        }
        AccountKey key = AccountKey.readOrMake(keyFile);
        try (FileChannel channel = openLock()) {
            lock(channel); // until the channel is closed
            Optional<Secret> byNow = find(nodeName); // another replica may have been faster
            if (byNow.isPresent()) {
                return byNow.get();
            }
            OwnerOnly.probe(file);
            String password = creator.create(nodeName);
            Map<String, String> lines = read();
            lines.put(lineOf(nodeName), key.encrypt(lineOf(nodeName), password));
            StringBuilder text = new StringBuilder();
            lines.forEach((name, encrypted) ->
                    text.append(name).append(' ').append(encrypted).append('\n'));
            OwnerOnly.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
            return new Secret(password);
        } catch (IOException e) {
            throw AccountKey.unusable(
                    "The account's password cannot be kept in " + file + ": " + AccountKey.words(e) + ".", e);
        }
    }

    private Map<String, String> read() throws PxGridException {
        Map<String, String> lines = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int blank = line.indexOf(' ');
                if (blank > 0) {
                    lines.put(
                            line.substring(0, blank), line.substring(blank + 1).strip());
                }
            }
            return lines;
        } catch (NoSuchFileException e) {
            return lines;
        } catch (IOException e) {
            throw AccountKey.unusable("The account file " + file + " cannot be read.", e);
        }
    }

    private FileChannel openLock() throws IOException {
        return FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private void lock(FileChannel channel) throws IOException, PxGridException, InterruptedException {
        long deadline = System.nanoTime() + LOCK_PATIENCE.toNanos();
        while (true) {
            if (tryLock(channel) != null) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw AccountKey.unusable("Another replica keeps " + file + " locked.", null);
            }
            LockSupport.parkNanos(LOCK_POLL_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException("while waiting for the account file");
            }
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another application of this server
        }
    }

    /** ISE does not tell upper from lower case in names. */
    private static String lineOf(String nodeName) {
        return nodeName.toLowerCase(Locale.ROOT);
    }
}
