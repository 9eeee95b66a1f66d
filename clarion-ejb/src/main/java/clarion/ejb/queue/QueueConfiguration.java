package clarion.ejb.queue;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once, when the first service asks for them. */
@Dependent
public class QueueConfiguration {

    @Produces
    @Singleton
    public QueueSettings settings() {
        return QueueSettings.from(ConfigProvider.getConfig());
    }
}
