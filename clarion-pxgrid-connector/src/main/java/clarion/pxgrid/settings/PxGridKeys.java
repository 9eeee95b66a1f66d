package clarion.pxgrid.settings;

import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every key of {@link PxGridSettings} with its type, default and meaning. */
final class PxGridKeys {

    static final List<SettingKey> ALL = List.of(
            key("controllers", "list of host[:port]", null, "PxGrid controllers; empty = no connector."),
            key("node-name", "text", "clarion", "The account's name in ISE."),
            key("description", "text", "Clarion", "What ISE's administrator reads beside the account."),
            key(
                    "account",
                    "certificate \\| password",
                    "certificate",
                    "How Clarion proves to ISE who it is. With `password` ISE gives a password once, which is kept"
                            + " encrypted; no client certificate is needed, but ISE must allow password accounts."),
            key(
                    "account-key-file",
                    "file",
                    null,
                    "Key that the account's password is encrypted with, any 32 octets or more; made, readable by its"
                            + " owner only, where the file is missing. Needed with `clarion.pxgrid.account=password`."),
            key(
                    "account-file",
                    "file",
                    null,
                    "Where the encrypted password is kept, on a volume that lasts and that all replicas share; unset ="
                            + " beside the key file, with `.account` at its end."),
            key("key-store", "file", null, "Client certificate and key, PKCS12 or JKS; unset = the server's."),
            key("key-store-password-file", "file", null, "Holds the key store's password."),
            key("trust-store", "file", null, "CAs of ISE's certificates, PKCS12 or JKS; unset = the server's."),
            key("trust-store-password-file", "file", null, "Holds the trust store's password."),
            key(
                    "certificate-dir",
                    "directory",
                    null,
                    "PEM files instead of the stores, as Docker and Kubernetes mount secrets: `client.crt` (chain),"
                            + " `client.key` and `ca.crt` (one CA or several). A change is taken up while Clarion runs."),
            key("key-password-file", "file", null, "Holds the password of an encrypted `client.key`."),
            key(
                    "certificate-roots",
                    "list of directories",
                    null,
                    "Directories under which the connection test may look for other PEM files, separated by commas;"
                            + " `clarion.pxgrid.certificate-dir` is always one."),
            key("connect-timeout", "duration", "PT5S", "For a TCP and TLS connection."),
            key("request-timeout", "duration", "PT30S", "For an answer, and for each pause within one."),
            key("ping-interval", "duration", "PT2S", "Between pings; two missed and the peer is gone."),
            key("backoff-initial", "duration", "PT1S", "Before the second attempt, then doubled."),
            key("backoff-max", "duration", "PT5M", "Most between two attempts."),
            key("pending-poll", "duration", "PT60S", "Between two questions whether the account is approved."),
            key("disabled-poll", "duration", "PT5M", "Between two questions whether the account is enabled."),
            key("batch-size", "number", "1000", "Most session reports in one transaction, 1 to 10000."),
            key("queue-capacity", "number", "10000", "Most events read and not yet committed, 1 to 1000000."),
            key("max-message-bytes", "number", "16777216", "Largest message accepted, 64 KiB to 256 MiB."));

    private PxGridKeys() {}

    /** The values are checked as they are read, all at once, by {@link PxGridSettings#from}. */
    private static SettingKey key(String name, String type, @Nullable String fallback, String meaning) {
        return new SettingKey(PxGridSettings.PREFIX + name, new SettingKind.OwnCheck(type), fallback, meaning);
    }

    /** The default of a key, empty if it has none. */
    static String defaultOf(String name) {
        String value = ALL.stream()
                .filter(key -> key.name().equals(PxGridSettings.PREFIX + name))
                .findFirst()
                .orElseThrow()
                .defaultValue();
        return value == null ? "" : value;
    }
}
