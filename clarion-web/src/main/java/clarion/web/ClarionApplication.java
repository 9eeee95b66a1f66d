package clarion.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST application; resources and providers are found by scanning and say {@code @Path("v1/…")} themselves. */
@ApplicationPath("api")
public class ClarionApplication extends Application {

    /** Switches off what the servers would add of their own: WADL documents and HTML for validation failures. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl", true,
                "jersey.config.server.disableMoxyJson", true,
                "jersey.config.beanValidation.enableOutputValidationErrorEntity.server", false);
    }
}
