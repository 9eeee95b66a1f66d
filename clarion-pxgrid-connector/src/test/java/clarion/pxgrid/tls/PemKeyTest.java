package clarion.pxgrid.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys as OpenSSL 3 writes them; every one belongs to the certificate beside it. */
class PemKeyTest {

    private static final String PASSWORD = "correct-horse";

    private static Path path(String name) throws Exception {
        return Path.of(
                Objects.requireNonNull(PemKeyTest.class.getResource(name), name).toURI());
    }

    private static ClientKey read(String key, String certificate, String password) throws Exception {
        PemFile pem = PemFile.parse(path(key), Files.readAllBytes(path(key)));
        PemFile crt = PemFile.parse(path(certificate), Files.readAllBytes(path(certificate)));
        return ClientKey.of(
                PemKey.of(pem, password.isEmpty() ? null : password.toCharArray()),
                crt.certificates(),
                pem.file(),
                crt.file());
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-pkcs8.key, rsa.crt, ''",
        "rsa-pkcs1.key, rsa.crt, ''",
        "rsa-pbes2-aes256.key, rsa.crt, correct-horse",
        "rsa-pbes2-aes128-sha1.key, rsa.crt, correct-horse",
        "ec-pkcs8.key, ec.crt, ''",
        "ec-sec1.key, ec.crt, ''",
        "ec-pbes2-aes256-sha512.key, ec.crt, correct-horse",
        "ed25519-pkcs8.key, ed25519.crt, ''"
    })
    @Tag("pxgrid-34")
    void readsTheKeyAndFindsThatItBelongsToTheCertificate(String key, String certificate, String password)
            throws Exception {
        assertTrue(ClientKey.nameOf(read(key, certificate, password).leaf()).contains("-client"));
    }

    @ParameterizedTest
    @CsvSource({"rsa-pkcs8.key, ec.crt", "ec-sec1.key, rsa.crt", "ed25519-pkcs8.key, ec.crt"})
    @Tag("pxgrid-34")
    void refusesAKeyOfAnotherCertificateAndNamesBoth(String key, String certificate) {
        PxGridException refused = assertThrows(PxGridException.class, () -> read(key, certificate, ""));
        assertEquals(Fault.CLIENT_KEY_MISMATCH, refused.fault());
        assertTrue(refused.what().contains(key) && refused.what().contains("-client"), refused.what());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa-old-encrypted.key", "rsa-pbes2-3des.key", "rsa-scrypt.key"})
    void refusesAFormThatItCannotReadAndSaysHowToConvertIt(String key) {
        PxGridException refused = assertThrows(PxGridException.class, () -> read(key, "rsa.crt", PASSWORD));
        assertEquals(Fault.CLIENT_KEY_UNSUPPORTED, refused.fault(), refused.what());
        assertTrue(refused.fault().action().contains("openssl pkcs8 -topk8"), refused.fault()::action);
    }

    @Test
    void tellsAMissingPasswordFromAWrongOne() {
        PxGridException missing =
                assertThrows(PxGridException.class, () -> read("rsa-pbes2-aes256.key", "rsa.crt", ""));
        assertEquals(Fault.CLIENT_KEY_PASSWORD, missing.fault());
        assertTrue(missing.what().contains("key-password-file is not set"), missing.what());
        PxGridException wrong =
                assertThrows(PxGridException.class, () -> read("rsa-pbes2-aes256.key", "rsa.crt", "wrong-horse"));
        assertEquals(Fault.CLIENT_KEY_PASSWORD, wrong.fault());
        assertTrue(wrong.what().contains("is wrong"), wrong.what());
        assertTrue(!wrong.toString().contains("wrong-horse"), "no password in a message");
    }

    @Test
    void noticesAFileThatIsOnlyHalfThere() throws Exception {
        byte[] whole = Files.readAllBytes(path("rsa.crt"));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        PxGridException refused = assertThrows(PxGridException.class, () -> PemFile.parse(path("rsa.crt"), half));
        assertTrue(refused.what().contains("in the middle"), refused.what());
        assertThrows(PxGridException.class, () -> PemFile.parse(path("rsa.crt"), new byte[0]));
        assertThrows(
                PxGridException.class, () -> PemFile.parse(path("rsa.crt"), "no pem".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void answersAnyDamageWithAFaultAndNeverWithAnotherException() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (String name : new String[] {"ec-sec1.key", "rsa-pkcs1.key", "rsa-pbes2-aes256.key", "ec.crt"}) {
            byte[] good = Files.readAllBytes(path(name));
            for (int i = 0; i < 400; i++) {
                byte[] bad = good.clone();
                for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
                    bad[random.nextInt(bad.length)] = (byte) (32 + random.nextInt(95));
                }
                try {
                    PemFile pem = PemFile.parse(path(name), bad);
                    if (name.endsWith(".crt")) {
                        pem.certificates();
                    } else {
                        PemKey.of(pem, PASSWORD.toCharArray());
                    }
                } catch (PxGridException e) {
                    assertTrue(e.what().contains(name), () -> "seed " + seed + ": " + e.what());
                } catch (RuntimeException e) {
                    throw new AssertionError("seed " + seed + " " + name, e);
                }
            }
        }
    }
}
