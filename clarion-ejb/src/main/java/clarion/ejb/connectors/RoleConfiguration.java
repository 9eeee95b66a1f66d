package clarion.ejb.connectors;

import clarion.pxgrid.settings.RoleSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once, when the first service asks for them. */
@Dependent
public class RoleConfiguration {

    @Produces
    @Singleton
    public RoleSettings settings() {
        return RoleSettings.from(ConfigProvider.getConfig());
    }
}
