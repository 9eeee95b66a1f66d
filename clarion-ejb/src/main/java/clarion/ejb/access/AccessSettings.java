package clarion.ejb.access;

import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * How people get in.
 *
 * @param bootstrapPasswordFile file with the first administrator's password, read or made at the first start
 * @param sessionIdle a console session unused for this long ends
 * @param sessionMax a console session ends after this time in any case
 * @param nameLimit failed logins within the window that lock a user name
 * @param addressLimit failed logins within the window that lock a remote address
 * @param throttleWindow how long a failed login counts
 * @param trustedProxies addresses or prefixes whose {@code X-Forwarded-*} headers are believed
 * @param secureCookie when the session cookie gets the {@code Secure} flag
 */
public record AccessSettings(
        Optional<Path> bootstrapPasswordFile,
        Duration sessionIdle,
        Duration sessionMax,
        int nameLimit,
        int addressLimit,
        Duration throttleWindow,
        TrustedProxies trustedProxies,
        SecureCookie secureCookie) {

    /** When the session cookie gets the {@code Secure} flag. */
    public enum SecureCookie {
        /** When the request came by HTTPS. */
        AUTO,
        /** On every cookie; over plain HTTP nobody can then log in by the console. */
        ALWAYS,
        /** On none. */
        NEVER
    }

    private static final SettingKind TIME = new SettingKind.Time(Duration.ofMinutes(1), Duration.ofDays(30));

    private static final SettingKey BOOTSTRAP = new SettingKey(
            "clarion.access.bootstrap-password-file",
            new SettingKind.File(),
            null,
            "File with the password of the first administrator, `admin`. It is used at the first start, while there is"
                    + " no account; when the file does not exist, a password is generated and written to it, readable"
                    + " by its owner only.");
    private static final SettingKey IDLE = new SettingKey(
            "clarion.access.session-idle", TIME, "PT8H", "A console session that is not used for this long ends.");
    private static final SettingKey MAX = new SettingKey(
            "clarion.access.session-max", TIME, "PT24H", "A console session ends after this time, used or not.");
    private static final SettingKey ATTEMPTS = new SettingKey(
            "clarion.access.login-throttle-attempts",
            new SettingKind.Whole(1, 1000),
            "5",
            "Failed logins within the window after which a user name is refused, with the right password too.");
    private static final SettingKey ADDRESS_ATTEMPTS = new SettingKey(
            "clarion.access.login-throttle-address-attempts",
            new SettingKind.Whole(1, 100_000),
            "30",
            "Failed logins within the window, of whatever user name, after which a remote address (an IPv6 /64) is"
                    + " refused.");
    private static final SettingKey WINDOW = new SettingKey(
            "clarion.access.login-throttle-window",
            new SettingKind.Time(Duration.ofSeconds(1), Duration.ofDays(1)),
            "PT15M",
            "How long a failed login counts.");
    private static final SettingKey PROXIES = new SettingKey(
            "clarion.access.trusted-proxies",
            new SettingKind.Networks(),
            null,
            "Comma-separated addresses or prefixes (`10.0.0.0/8`) of reverse proxies whose `X-Forwarded-For`,"
                    + " `X-Forwarded-Proto` and `X-Forwarded-Host` are believed. From everybody else they are ignored.");
    private static final SettingKey SECURE = new SettingKey(
            "clarion.console.secure-cookie",
            new SettingKind.Choice(List.of("auto", "always", "never")),
            "auto",
            "Whether the session cookie has the Secure flag; `auto`: when the request came by HTTPS.");

    /** Every key of this feature. */
    public static final List<SettingKey> KEYS =
            List.of(BOOTSTRAP, IDLE, MAX, ATTEMPTS, ADDRESS_ATTEMPTS, WINDOW, PROXIES, SECURE);

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is not valid; all of them are checked together at start
     */
    public static AccessSettings from(Config config) {
        return new AccessSettings(
                find(config, BOOTSTRAP).map(Path::of),
                Duration.parse(get(config, IDLE)),
                Duration.parse(get(config, MAX)),
                Integer.parseInt(get(config, ATTEMPTS)),
                Integer.parseInt(get(config, ADDRESS_ATTEMPTS)),
                Duration.parse(get(config, WINDOW)),
                TrustedProxies.parse(find(config, PROXIES).orElse("")),
                SecureCookie.valueOf(get(config, SECURE).toUpperCase(Locale.ROOT)));
    }

    LoginThrottle throttle() {
        return new LoginThrottle(nameLimit, addressLimit, throttleWindow);
    }

    private static Optional<String> find(Config config, SettingKey key) {
        return config.getOptionalValue(key.name(), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static String get(Config config, SettingKey key) {
        String fallback = key.defaultValue();
        return find(config, key).orElse(fallback == null ? "" : fallback);
    }
}
