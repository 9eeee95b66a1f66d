package clarion.ejb.health;

import clarion.domain.settings.SettingKey;
import clarion.domain.settings.SettingKind;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Who may read the metrics besides callers with an account.
 *
 * @param tokenFile file with the scraper's bearer token; empty: API tokens only
 */
public record MetricsSettings(Optional<Path> tokenFile) {

    private static final SettingKey TOKEN_FILE = new SettingKey(
            "clarion.metrics.token-file",
            new SettingKind.File(),
            null,
            "File with the bearer token, of 32 characters or more, by which Prometheus reads `/metrics` and nothing else."
                    + " It is read for each request, so it can be changed without a restart, and it works while the"
                    + " database is away, when API tokens cannot be looked up.");

    /** Every key of this feature. */
    public static final List<SettingKey> KEYS = List.of(TOKEN_FILE);

    /** Reads the settings. */
    public static MetricsSettings from(Config config) {
        return new MetricsSettings(config.getOptionalValue(TOKEN_FILE.name(), String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(Path::of));
    }

    /** Reads the settings once, when the first service asks for them. */
    @Dependent
    public static class Source {

        @Produces
        @Singleton
        public MetricsSettings settings() {
            return from(ConfigProvider.getConfig());
        }
    }
}
