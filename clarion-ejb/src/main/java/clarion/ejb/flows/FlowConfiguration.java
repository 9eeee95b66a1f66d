package clarion.ejb.flows;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once, when the first service asks for them. */
@Dependent
public class FlowConfiguration {

    @Produces
    @Singleton
    public FlowSettings settings() {
        return FlowSettings.from(ConfigProvider.getConfig());
    }
}
