package clarion.ejb.access;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once, when the first service asks for them. */
@Dependent
public class AccessConfiguration {

    @Produces
    @Singleton
    public AccessSettings settings() {
        return AccessSettings.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    public ConsoleSettings consoleSettings() {
        ConsoleSettings settings = ConsoleSettings.from(ConfigProvider.getConfig());
        settings.warnOfPlainOrigins();
        return settings;
    }
}
