package clarion.ejb.connectors;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once, when the first service asks for them. */
@Dependent
public class ReconcileConfiguration {

    @Produces
    @Singleton
    public ReconcileSettings settings() {
        return ReconcileSettings.from(ConfigProvider.getConfig());
    }
}
