package clarion.pxgrid.settings;

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
        int maxMessageBytes) {

    public static final String PREFIX = "clarion.pxgrid.";

    /** Every key with its type, default and meaning, in the order of the record. */
    public static final List<Key> KEYS = List.of(
            new Key("controllers", "list of host[:port]", "", "pxGrid controllers; empty = no connector"),
            new Key("node-name", "text", "clarion", "the account's name in ISE"),
            new Key("description", "text", "Clarion", "what ISE's administrator reads beside the account"),
            new Key("key-store", "file", "", "client certificate and key, PKCS12 or JKS; unset = the server's"),
            new Key("key-store-password-file", "file", "", "holds the key store's password"),
            new Key("trust-store", "file", "", "CAs of ISE's certificates, PKCS12 or JKS; unset = the server's"),
            new Key("trust-store-password-file", "file", "", "holds the trust store's password"),
            new Key("connect-timeout", "duration", "PT5S", "for a TCP and TLS connection"),
            new Key("request-timeout", "duration", "PT30S", "for an answer, and for each pause within one"),
            new Key("ping-interval", "duration", "PT5S", "between pings; two missed and the peer is gone"),
            new Key("backoff-initial", "duration", "PT1S", "before the second attempt, then doubled"),
            new Key("backoff-max", "duration", "PT5M", "most between two attempts"),
            new Key("pending-poll", "duration", "PT60S", "between two questions whether the account is approved"),
            new Key("disabled-poll", "duration", "PT5M", "between two questions whether the account is enabled"),
            new Key("batch-size", "number", "500", "most session reports in one transaction, 1 to 10000"),
            new Key("queue-capacity", "number", "10000", "most events read and not yet committed, 1 to 1000000"),
            new Key("max-message-bytes", "number", "16777216", "largest message accepted, 64 KiB to 256 MiB"));

    /**
     * A setting as the configuration page shows it.
     *
     * @param name after {@link #PREFIX}
     * @param type in words
     * @param defaultValue empty if there is none
     * @param meaning in one line
     */
    public record Key(String name, String type, String defaultValue, String meaning) {}

    /**
     * Where the TLS identity comes from.
     *
     * @param keyStore explicit key store, or null for the server's
     * @param keyStorePasswordFile its password
     * @param trustStore explicit trust store, or null for the server's
     * @param trustStorePasswordFile its password
     */
    public record Stores(
            @Nullable Path keyStore,
            @Nullable Path keyStorePasswordFile,
            @Nullable Path trustStore,
            @Nullable Path trustStorePasswordFile) {

        public static final Stores OF_THE_SERVER = new Stores(null, null, null, null);
    }

    public PxGridSettings {
        controllers = List.copyOf(controllers);
    }

    /** True if there is a controller to connect to. */
    public boolean isEnabled() {
        return !controllers.isEmpty();
    }

    /** The same with other controllers. */
    public PxGridSettings withControllers(List<Controller> others) {
        return new PxGridSettings(
                others,
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
                maxMessageBytes);
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
                read.text("node-name", "[A-Za-z0-9._-]{1,100}"),
                read.text("description", ".{0,200}"),
                new Stores(
                        read.file("key-store"),
                        read.file("key-store-password-file"),
                        read.file("trust-store"),
                        read.file("trust-store-password-file")),
                read.duration("connect-timeout"),
                read.duration("request-timeout"),
                read.duration("ping-interval"),
                read.duration("backoff-initial"),
                read.duration("backoff-max"),
                read.duration("pending-poll"),
                read.duration("disabled-poll"),
                read.number("batch-size", 1, 10_000),
                read.number("queue-capacity", 1, 1_000_000),
                read.number("max-message-bytes", 64 * 1024, 256 * 1024 * 1024));
        read.throwFaults();
        return settings;
    }
}
