package clarion.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Whether the start has come to its end. Servers route requests only once the beans that start with the application
 * have done their part, so whoever gets an answer knows. A database that was away then does not count: it is tried
 * again, and to start anew would not help.
 */
@Startup
@ApplicationScoped
public class StartupCheck implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started").up().build();
    }
}
