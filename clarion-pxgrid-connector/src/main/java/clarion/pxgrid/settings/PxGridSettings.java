package clarion.pxgrid.settings;

import clarion.domain.settings.SettingKey;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * The connector's settings, {@code clarion.pxgrid.*}. Durations are ISO-8601, sizes octets.
 *
 * @param controllers pxGrid controllers in the order in which they are tried; empty = no connector
 * @param nodeName the account's name in ISE: at most 100 letters, digits and {@code - _ .}
 * @param description what ISE's administrator reads beside the account
 * @param stores key and trust stores; unset parts come from the server
 * @param connectTimeout for a TCP and TLS connection
 * @param requestTimeout for an answer, and for each pause within one
 * @param pingInterval between WebSocket pings; after two without any sign of life the peer counts as gone
 * @param backoffInitial before the second attempt; doubled for each further one
 * @param backoffMax most between two attempts
 * @param pendingPoll between two questions whether the account was approved
 * @param disabledPoll between two questions whether the account was enabled
 * @param batchSize most session reports in one transaction
 * @param queueCapacity most events read and not yet committed; above it Clarion stops reading
 * @param maxMessageBytes largest message accepted
 * @param account how Clarion proves to ISE who it is
 * @param certificateRoots directories under which a connection test may look for PEM files
 */
public record PxGridSettings(
        List<Controller> controllers,
        String nodeName,
        String description,
        Stores stores,
        Duration connectTimeout,
        Duration requestTimeout,
        Duration pingInterval,
        Duration backoffInitial,
        Duration backoffMax,
        Duration pendingPoll,
        Duration disabledPoll,
        int batchSize,
        int queueCapacity,
        int maxMessageBytes,
        PxGridAccount account,
        List<Path> certificateRoots) {

    public static final String PREFIX = "clarion.pxgrid.";

    /** What ISE takes as the name of an account. */
    public static final String NODE_NAME = "[A-Za-z0-9._-]{1,100}";

    /** Every key with its type, default and meaning, in the order of the configuration guide. */
    public static final List<SettingKey> KEYS = PxGridKeys.ALL;

    /**
     * Where the TLS identity comes from. A certificate directory goes before a key store.
     *
     * @param keyStore explicit key store, or null for the server's
     * @param keyStorePasswordFile its password
     * @param trustStore explicit trust store, or null for the server's
     * @param trustStorePasswordFile its password
     * @param certificateDirectory PEM files, or null for stores
     * @param keyPasswordFile password of the PEM key, or null if it has none
     */
    public record Stores(
            @Nullable Path keyStore,
            @Nullable Path keyStorePasswordFile,
            @Nullable Path trustStore,
            @Nullable Path trustStorePasswordFile,
            @Nullable Path certificateDirectory,
            @Nullable Path keyPasswordFile) {

        public static final Stores OF_THE_SERVER = new Stores(null, null, null, null);

        /** Stores without PEM files. */
        public Stores(
                @Nullable Path keyStore,
                @Nullable Path keyStorePasswordFile,
                @Nullable Path trustStore,
                @Nullable Path trustStorePasswordFile) {
            this(keyStore, keyStorePasswordFile, trustStore, trustStorePasswordFile, null, null);
        }

        /** The same with PEM files of another directory; the password file stays. */
        public Stores withCertificateDirectory(Path directory) {
            return new Stores(
                    keyStore, keyStorePasswordFile, trustStore, trustStorePasswordFile, directory, keyPasswordFile);
        }
    }

    public PxGridSettings {
        controllers = List.copyOf(controllers);
        certificateRoots = List.copyOf(certificateRoots);
    }

    /** An account by certificate, and no other directories to test. */
    public PxGridSettings(
            List<Controller> controllers,
            String nodeName,
            String description,
            Stores stores,
            Duration connectTimeout,
            Duration requestTimeout,
            Duration pingInterval,
            Duration backoffInitial,
            Duration backoffMax,
            Duration pendingPoll,
            Duration disabledPoll,
            int batchSize,
            int queueCapacity,
            int maxMessageBytes) {
        this(
                controllers,
                nodeName,
                description,
                stores,
                connectTimeout,
                requestTimeout,
                pingInterval,
                backoffInitial,
                backoffMax,
                pendingPoll,
                disabledPoll,
                batchSize,
                queueCapacity,
                maxMessageBytes,
                PxGridAccount.BY_CERTIFICATE,
                List.of());
    }

    /** True if there is a controller to connect to. */
    public boolean isEnabled() {
        return !controllers.isEmpty();
    }

    /** The same with other controllers. */
    public PxGridSettings withControllers(List<Controller> others) {
        return with(others, nodeName, stores, account);
    }

    /** The same with another account name. */
    public PxGridSettings withNodeName(String name) {
        return with(controllers, name, stores, account);
    }

    /** The same with another TLS identity. */
    public PxGridSettings withStores(Stores others) {
        return with(controllers, nodeName, others, account);
    }

    /** The same with another kind of account. */
    public PxGridSettings withAccount(PxGridAccount other) {
        return with(controllers, nodeName, stores, other);
    }

    private PxGridSettings with(List<Controller> others, String name, Stores identity, PxGridAccount kind) {
        return new PxGridSettings(
                others,
                name,
                description,
                identity,
                connectTimeout,
                requestTimeout,
                pingInterval,
                backoffInitial,
                backoffMax,
                pendingPoll,
                disabledPoll,
                batchSize,
                queueCapacity,
                maxMessageBytes,
                kind,
                certificateRoots);
    }

    /**
     * Reads and checks all keys.
     *
     * @throws SettingsException with every fault found, not only the first
     */
    public static PxGridSettings from(Config config) {
        SettingsReader read = new SettingsReader(config);
        PxGridSettings settings = new PxGridSettings(
                read.controllers("controllers"),
                read.text("node-name", NODE_NAME),
                read.text("description", ".{0,200}"),
                new Stores(
                        read.file("key-store"),
                        read.file("key-store-password-file"),
                        read.file("trust-store"),
                        read.file("trust-store-password-file"),
                        read.file("certificate-dir"),
                        read.file("key-password-file")),
                read.duration("connect-timeout"),
                read.duration("request-timeout"),
                read.duration("ping-interval"),
                read.duration("backoff-initial"),
                read.duration("backoff-max"),
                read.duration("pending-poll"),
                read.duration("disabled-poll"),
                read.number("batch-size", 1, 10_000),
                read.number("queue-capacity", 1, 1_000_000),
                read.number("max-message-bytes", 64 * 1024, 256 * 1024 * 1024),
                read.account(),
                read.files("certificate-roots"));
        read.throwFaults();
        return settings;
    }
}
