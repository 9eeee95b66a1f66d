package clarion.simulator.pki;

import clarion.simulator.SimulatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The simulator's certificates in one directory, made once and reused.
 *
 * <p>{@code ca.pem ca-key.pem}, {@code server.pem server-key.pem server.p12}, {@code client.pem client-key.pem
 * client.p12}, {@code trust.p12} (the CA alone) and {@code keystore-password}, the password of every {@code .p12}. For
 * Cisco's sample clients the same once more as {@code client.jks}, {@code trust.jks} and
 * {@code client-key-encrypted.pem}, with the same password. Keys, stores and the password are readable by their owner
 * only.
 */
public final class Pki {

    /** Alias of the key in {@code client.p12} and {@code server.p12}, and of the CA in {@code trust.p12}. */
    public static final String CLIENT_ALIAS = "clarion";

    private static final String SERVER_ALIAS = "ise";
    private static final String PASSWORD_FILE = "keystore-password";
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final Path directory;
    private final Identity authority;
    private final Identity server;
    private final Identity client;
    private final String password;

    private Pki(Path directory, Identity authority, Identity server, Identity client, String password) {
        this.directory = directory;
        this.authority = authority;
        this.server = server;
        this.client = client;
        this.password = password;
    }

    /**
     * Opens the certificates in {@code directory}, making what is missing. A server certificate that does not name
     * every host, or that ends within 30 days, is issued anew by the same CA.
     *
     * @throws SimulatorException if the directory cannot be written or holds something else
     */
    public static Pki open(Path directory, List<String> hosts, Clock clock) {
        try {
            if (!Files.exists(directory)) {
                create(directory, hosts, clock);
            }
        } catch (IOException e) {
            throw SimulatorException.unwritable(directory, e);
        }
        try {
            return load(directory, hosts, clock);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new SimulatorException(
                    "cannot use the certificates in " + directory + " (" + SimulatorException.reason(e)
                            + "); remove that directory to have new ones made",
                    e);
        }
    }

    private static void create(Path directory, List<String> hosts, Clock clock) throws IOException {
        Files.createDirectories(directory.toAbsolutePath().getParent());
        Path making = Files.createTempDirectory(directory.toAbsolutePath().getParent(), "pki-");
        try {
            String password = Passwords.generate();
            Issuer issuer = Issuer.create(clock);
            issuer.authority().writePem(making, "ca");
            PrivateFiles.write(making.resolve(PASSWORD_FILE), password.getBytes(Pem.CHARSET));
            store(making, "server", SERVER_ALIAS, issuer.server(hosts), password);
            store(making, "client", CLIENT_ALIAS, issuer.client("clarion"), password);
            char[] secret = password.toCharArray();
            PrivateFiles.write(
                    making.resolve("trust.p12"),
                    PrivateFiles.bytes(trustStore(issuer.authority().certificate()), secret));
            Files.move(making, directory, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteIfThere(making);
        }
    }

    private static Pki load(Path directory, List<String> hosts, Clock clock)
            throws IOException, GeneralSecurityException {
        String password =
                Files.readString(directory.resolve(PASSWORD_FILE), Pem.CHARSET).strip();
        Identity authority = read(directory, "ca");
        Identity server = read(directory, "server");
        if (!names(server.certificate()).containsAll(hosts) || endsSoon(server, clock)) {
            server = new Issuer(authority, clock).server(hosts);
            store(directory, "server", SERVER_ALIAS, server, password);
        }
        Identity client = read(directory, "client");
        boolean renewed = endsSoon(client, clock);
        if (renewed) {
            client = new Issuer(authority, clock).client("clarion");
            store(directory, "client", CLIENT_ALIAS, client, password);
        }
        SampleClientFiles.write(directory, client, authority.certificate(), password, renewed);
        return new Pki(directory, authority, server, client, password);
    }

    /** The CA, to issue further certificates, right or wrong. */
    public Issuer issuer(Clock clock) {
        return new Issuer(authority, clock);
    }

    public Identity server() {
        return server;
    }

    public Identity client() {
        return client;
    }

    public Path directory() {
        return directory;
    }

    /** The client's key store, for {@link #passwordFile()}. */
    public Path clientKeyStore() {
        return directory.resolve("client.p12");
    }

    /** The store that trusts the simulator's CA, for {@link #passwordFile()}. */
    public Path trustStore() {
        return directory.resolve("trust.p12");
    }

    public Path passwordFile() {
        return directory.resolve(PASSWORD_FILE);
    }

    public String password() {
        return password;
    }

    /** A context that trusts the CA and presents the client certificate. */
    public SSLContext clientContext() {
        return context(List.of(client));
    }

    /** A context that trusts the CA and presents {@code identity}. */
    public SSLContext clientContext(Identity identity) {
        return context(List.of(identity));
    }

    /** A context that trusts the CA and presents nothing. */
    public SSLContext anonymousContext() {
        return context(List.of());
    }

    /** A store that trusts this CA only. */
    public KeyStore trust() {
        return trustStore(authority.certificate());
    }

    private SSLContext context(List<Identity> identities) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trust());
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            char[] secret = password.toCharArray();
            for (Identity identity : identities) {
                keys.init(identity.keyStore(CLIENT_ALIAS, secret), secret);
            }
            context.init(identities.isEmpty() ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK refuses the simulator's own certificates", e);
        }
    }

    private static KeyStore trustStore(X509Certificate authority) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("ise-ca", authority);
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the JDK cannot build a PKCS12 store", e);
        }
    }

    private static void store(Path directory, String name, String alias, Identity identity, String password)
            throws IOException {
        identity.writePem(directory, name);
        identity.writePkcs12(directory.resolve(name + ".p12"), alias, password.toCharArray());
    }

    private static Identity read(Path directory, String name) throws IOException, GeneralSecurityException {
        return Pem.read(directory.resolve(name + ".pem"), directory.resolve(name + "-key.pem"));
    }

    private static boolean endsSoon(Identity identity, Clock clock) {
        return identity.certificate()
                .getNotAfter()
                .toInstant()
                .isBefore(clock.instant().plus(RENEW_BEFORE));
    }

    private static List<String> names(X509Certificate certificate) throws CertificateException {
        Collection<List<?>> names = certificate.getSubjectAlternativeNames();
        List<String> texts = new ArrayList<>();
        if (names != null) {
            names.forEach(name -> texts.add(String.valueOf(name.get(1))));
        }
        return texts;
    }

    private static void deleteIfThere(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
