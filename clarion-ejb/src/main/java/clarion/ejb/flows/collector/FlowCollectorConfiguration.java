package clarion.ejb.flows.collector;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once, when the collector asks for them. */
@Dependent
public class FlowCollectorConfiguration {

    @Produces
    @Singleton
    public FlowCollectorSettings settings() {
        return FlowCollectorSettings.from(ConfigProvider.getConfig());
    }
}
