package clarion.ejb.access;

import clarion.domain.logging.ContextLogger;
import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import clarion.domain.settings.WebOrigin;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/**
 * Where the console may come from, besides Clarion itself.
 *
 * @param corsOrigins origins whose pages may call the API with the session cookie; none by default
 */
public record ConsoleSettings(Set<WebOrigin> corsOrigins) {

    private static final System.Logger LOG = ContextLogger.of(ConsoleSettings.class);

    private static final SettingKey ORIGINS = new SettingKey(
            "clarion.console.cors-origins",
            new SettingKind.Origins(),
            null,
            "Comma-separated origins, exactly as browsers write them (`https://console.corp.example`), whose pages may call"
                    + " the API with the session cookie. They must be of the API's own site (the same registrable domain"
                    + " and scheme), or browsers keep the cookie back. Without it only the console that Clarion serves"
                    + " itself may.");

    /** Every key of this feature. */
    public static final List<SettingKey> KEYS = List.of(ORIGINS);

    public ConsoleSettings {
        corsOrigins = Set.copyOf(corsOrigins);
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException if one is not valid; all of them are checked together at start
     */
    public static ConsoleSettings from(Config config) {
        return new ConsoleSettings(WebOrigin.parseList(
                config.getOptionalValue(ORIGINS.name(), String.class).orElse("")));
    }

    /** Whether pages of this origin, as a browser names it, may call the API. */
    public boolean allows(String origin) {
        return corsOrigins.stream().anyMatch(allowed -> allowed.text().equals(origin));
    }

    void warnOfPlainOrigins() {
        String plain = corsOrigins.stream()
                .filter(WebOrigin::isPlain)
                .map(WebOrigin::text)
                .sorted()
                .collect(Collectors.joining(","));
        if (!plain.isEmpty()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "CLARION-WEB-006 event=console-origin-in-the-clear origins={0} detail=\"whoever is on the way to"
                            + " these can act as their users\"",
                    plain);
        }
    }
}
