package clarion.pxgrid.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.control.Secret;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.PxGridAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@Tag("pxgrid-02")
class AccountPasswordsTest {

    private static final String PASSWORD = "P4ssw0rdFromIse";

    @TempDir
    Path directory;

    private Path key() {
        return directory.resolve("account.key");
    }

    private AccountPasswords passwords() {
        return new AccountPasswords(PxGridAccount.byPassword(key(), null));
    }

    private static String shown(Secret secret) {
        return secret.basicAuthorization("clarion");
    }

    @Test
    void asksIseOnceAndThenOnlyTheFile() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        AccountPasswords.Creator ise = name -> PASSWORD + asked.incrementAndGet();
        String first = shown(passwords().findOrCreate("clarion", ise));
        assertEquals(first, shown(passwords().findOrCreate("CLARION", ise)), "names know no case");
        assertEquals(1, asked.get());
        String other = shown(passwords().findOrCreate("other", ise));
        assertFalse(first.equals(other));
        assertEquals(first, shown(passwords().find("clarion").orElseThrow()), "a second account leaves the first");
    }

    @Test
    void keepsKeyAndPasswordFromOtherEyes() throws Exception {
        passwords().findOrCreate("clarion", name -> PASSWORD);
        Path stored = directory.resolve("account.key.account");
        assertFalse(Files.readString(stored).contains(PASSWORD));
        for (Path file : List.of(key(), stored)) {
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        }
    }

    @Test
    void storesNothingWhenIseMakesNoAccount() throws Exception {
        assertThrows(
                PxGridException.class,
                () -> passwords().findOrCreate("clarion", name -> {
                    throw new PxGridException(Fault.ACCOUNT_NAME_TAKEN, "409");
                }));
        assertTrue(passwords().find("clarion").isEmpty());
    }

    @Test
    void doesNotAskIseForAPasswordThatItCouldNotKeep() {
        AtomicInteger asked = new AtomicInteger();
        AccountPasswords nowhere = new AccountPasswords(
                PxGridAccount.byPassword(key(), directory.resolve("missing").resolve("account")));
        PxGridException refused = assertThrows(
                PxGridException.class,
                () -> nowhere.findOrCreate("clarion", name -> PASSWORD + asked.incrementAndGet()));
        assertEquals(Fault.ACCOUNT_PASSWORD_UNUSABLE, refused.fault());
        assertEquals(0, asked.get());
    }

    @Test
    void saysThatTheKeyIsNotTheOneThePasswordWasEncryptedWith() throws Exception {
        passwords().findOrCreate("clarion", name -> PASSWORD);
        Files.writeString(key(), "another key of more than thirty-two octets");
        PxGridException wrong =
                assertThrows(PxGridException.class, () -> passwords().findOrCreate("clarion", name -> "never asked"));
        assertEquals(Fault.ACCOUNT_PASSWORD_UNUSABLE, wrong.fault());
        assertTrue(wrong.what().contains("cannot be decrypted"), wrong::what);
        Files.writeString(key(), "short");
        assertTrue(assertThrows(PxGridException.class, () -> passwords().find("clarion"))
                .what()
                .contains("holds 5 octets"));
    }

    @Test
    void aPasswordCannotBeMovedToAnotherAccount() throws Exception {
        passwords().findOrCreate("clarion", name -> PASSWORD);
        Path stored = directory.resolve("account.key.account");
        Files.writeString(stored, Files.readString(stored).replace("clarion ", "intruder "));
        assertThrows(PxGridException.class, () -> passwords().find("intruder"));
    }

    @Test
    void twoReplicasThatStartTogetherMakeOneAccount() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<String> replica = () -> shown(passwords().findOrCreate("clarion", name -> {
                asked.incrementAndGet();
                return PASSWORD;
            }));
            List<Future<String>> answers = threads.invokeAll(List.of(replica, replica, replica, replica));
            for (Future<String> answer : answers) {
                assertEquals(shown(new Secret(PASSWORD)), answer.get(20, TimeUnit.SECONDS));
            }
            assertEquals(1, asked.get());
        } finally {
            threads.shutdownNow();
        }
    }
}
