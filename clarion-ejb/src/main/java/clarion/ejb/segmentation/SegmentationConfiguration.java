package clarion.ejb.segmentation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the settings once, when the first service asks for them. */
@Dependent
public class SegmentationConfiguration {

    @Produces
    @Singleton
    public SegmentationSettings settings() {
        return SegmentationSettings.from(ConfigProvider.getConfig());
    }
}
