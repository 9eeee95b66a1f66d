package clarion.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.it.harness.Commands;
import clarion.it.harness.Commands.Outcome;
import clarion.it.harness.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code server-config/keystore/certificates}: nothing wrong gets in, and what was there can come back. */
class CertificatesScriptTest {

    @TempDir
    private Path home;

    private Path dir;

    @BeforeEach
    void issue() {
        dir = home.resolve("pxgrid");
        authority("ca");
        client("first", "ca", "clientAuth", "825");
        client("second", "ca", "clientAuth", "825");
    }

    @Test
    void putsCertificatesInPlaceAndBackAgain() throws IOException {
        install("first", "first", "ca").expectSuccess();
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(dir("client.key"))));
        script("check", "--dir", dir.toString()).expectSuccess();
        byte[] first = Files.readAllBytes(dir("client.crt"));

        install("second", "second", "ca").expectSuccess();
        assertArrayEquals(Files.readAllBytes(home.resolve("second.crt")), Files.readAllBytes(dir("client.crt")));
        script("check", "--dir", dir.toString()).expectSuccess();

        script("restore", "--dir", dir.toString()).expectSuccess();
        assertArrayEquals(first, Files.readAllBytes(dir("client.crt")));
        script("check", "--dir", dir.toString()).expectSuccess();
    }

    @Test
    void changesNothingWhenTheNewFilesAreWrong() throws IOException {
        install("first", "first", "ca").expectSuccess();
        byte[] first = Files.readAllBytes(dir("client.crt"));
        client("expired", "ca", "clientAuth", "-1");
        client("server", "ca", "serverAuth", "825");

        assertRefused(install("second", "first", "ca"), "does not belong to the certificate");
        assertRefused(install("expired", "expired", "ca"), "has expired");
        assertRefused(install("server", "server", "ca"), "lacks clientAuth");
        assertRefused(install("second", "second", "first"), "is no CA");
        assertRefused(install("ca-key-instead", "second", "ca"), "cannot read the file");

        assertArrayEquals(first, Files.readAllBytes(dir("client.crt")));
        assertFalse(Files.exists(dir(".new")));
    }

    @Test
    void seesAChainThatIsNotInOrder() throws IOException {
        authority("stranger");
        Path chain = home.resolve("chained.crt");
        Files.writeString(
                chain, Files.readString(home.resolve("first.crt")) + Files.readString(home.resolve("stranger.crt")));
        assertRefused(install("chained", "first", "ca"), "the chain is not in order");
        Files.writeString(
                chain, Files.readString(home.resolve("first.crt")) + Files.readString(home.resolve("ca.crt")));
        install("chained", "first", "ca").expectSuccess();
    }

    @Test
    void seesAKeyThatEverybodyCanRead() throws IOException {
        install("first", "first", "ca").expectSuccess();
        Files.setPosixFilePermissions(dir("client.key"), PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(script("check", "--dir", dir.toString()), "others can read");
    }

    @Test
    void readsAnEncryptedKeyWithItsPasswordAndSaysWhenThatIsWrong() throws IOException {
        Path password = Files.writeString(home.resolve("password"), "geheim-1234");
        openssl(
                "pkcs8",
                "-topk8",
                "-v2",
                "aes-256-cbc",
                "-in",
                "first.key",
                "-out",
                "locked.key",
                "-passout",
                "file:" + password);
        Files.copy(home.resolve("first.crt"), home.resolve("locked.crt"));
        install("locked", "locked", "ca", "--key-password-file", password.toString())
                .expectSuccess();
        Files.writeString(password, "another");
        assertRefused(
                script("check", "--dir", dir.toString(), "--key-password-file", password.toString()),
                "is its password right?");
        assertRefused(script("check", "--dir", dir.toString()), "is its password right?");
    }

    @Test
    void asksForACertificateThatItCanThenInstall() throws IOException {
        Path out = home.resolve("request");
        script("request", "--out", out.toString(), "--name", "clarion").expectSuccess();
        openssl(
                "x509",
                "-req",
                "-in",
                out.resolve("client.csr").toString(),
                "-CA",
                "ca.crt",
                "-CAkey",
                "ca.key",
                "-CAcreateserial",
                "-days",
                "825",
                "-copy_extensions",
                "copy",
                "-out",
                "asked.crt");
        Files.copy(out.resolve("client.key"), home.resolve("asked.key"), StandardCopyOption.REPLACE_EXISTING);
        install("asked", "asked", "ca").expectSuccess();
        assertRefused(script("request", "--out", out.toString(), "--name", "clarion"), "it is not overwritten");
    }

    @Test
    void saysWhatIsMissing() {
        assertRefused(script("check", "--dir", home.resolve("nowhere").toString()), "client.crt is missing");
        assertRefused(script("restore", "--dir", home.toString()), "no previous certificates");
        assertRefused(script("shred"), "unknown action 'shred'");
    }

    private Path dir(String file) {
        return dir.resolve(file);
    }

    private void authority(String name) {
        openssl(
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "3650",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".crt",
                "-addext",
                "basicConstraints=critical,CA:TRUE");
    }

    private void client(String name, String ca, String usage, String days) {
        try {
            Files.writeString(
                    home.resolve("extensions"), "basicConstraints=CA:FALSE\nextendedKeyUsage=" + usage + "\n");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        openssl(
                "req",
                "-new",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-subj",
                "/CN=" + name,
                "-keyout",
                name + ".key",
                "-out",
                name + ".csr");
        openssl(
                "x509",
                "-req",
                "-in",
                name + ".csr",
                "-CA",
                ca + ".crt",
                "-CAkey",
                ca + ".key",
                "-CAcreateserial",
                "-days",
                days,
                "-extfile",
                "extensions",
                "-out",
                name + ".crt");
    }

    private void openssl(String... words) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        for (String word : words) {
            command.add(
                    word.matches("[a-z-]+\\.(crt|key|csr)|extensions")
                            ? home.resolve(word).toString()
                            : word);
        }
        Commands.run(command.toArray(String[]::new)).expectSuccess();
    }

    private Outcome install(String certificate, String key, String ca, String... more) {
        List<String> words = new ArrayList<>(List.of("install", "--dir", dir.toString()));
        words.addAll(List.of("--certificate", home.resolve(certificate + ".crt").toString()));
        words.addAll(List.of("--key", home.resolve(key + ".key").toString()));
        words.addAll(List.of("--ca", home.resolve(ca + ".crt").toString()));
        words.addAll(List.of(more));
        return script(words.toArray(String[]::new));
    }

    private static Outcome script(String... words) {
        List<String> command = new ArrayList<>(
                List.of(Project.serverConfig("keystore/certificates").toString()));
        command.addAll(List.of(words));
        return Commands.run(command.toArray(String[]::new));
    }

    private static void assertRefused(Outcome outcome, String because) {
        assertEquals(1, outcome.status(), outcome::toString);
        assertTrue(outcome.errors().contains(because), outcome::toString);
    }
}
