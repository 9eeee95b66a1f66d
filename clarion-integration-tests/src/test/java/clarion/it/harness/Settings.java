package clarion.it.harness;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment is told.
 *
 * @param properties Clarion's own settings; none of them is a secret
 * @param identity the stores for the connection to ISE, or null for a server without an ISE
 */
public record Settings(
        Map<String, String> properties, @Nullable Stores identity) {

    /**
     * Key store and trust store, both PKCS12.
     *
     * @param keyStore Clarion's certificate and private key
     * @param keyStorePassword file with its password
     * @param trustStore the CA of the ISE nodes
     * @param trustStorePassword file with its password
     */
    public record Stores(Path keyStore, Path keyStorePassword, Path trustStore, Path trustStorePassword) {}

    public Settings {
        properties = Map.copyOf(properties);
    }

    /** The settings that reach a database; no collector of flows, for a port can be had by one process alone. */
    public static Settings with(Postgres postgres) {
        return new Settings(
                Map.of(
                        "clarion.db.url",
                        postgres.url(),
                        "clarion.db.user",
                        "clarion",
                        "clarion.db.password-file",
                        postgres.passwordFile().toString(),
                        "clarion.flows.port",
                        "0"),
                null);
    }

    /** The same with one more. */
    public Settings and(String key, String value) {
        Map<String, String> more = new TreeMap<>(properties);
        more.put(key, value);
        return new Settings(more, identity);
    }

    /** The same with a client certificate. */
    public Settings as(Stores stores) {
        return new Settings(properties, stores);
    }
}
