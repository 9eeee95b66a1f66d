package clarion.web.health;

import clarion.ejb.health.HealthService;
import clarion.ejb.health.StatusService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** What Clarion needs to serve: its database and its schema. ISE is not among them. */
public final class ReadinessChecks {

    private ReadinessChecks() {}

    /** A statement is answered. */
    @Readiness
    @ApplicationScoped
    public static class Database implements HealthCheck {

        private final HealthService health;

        @SuppressWarnings("NullAway")
        protected Database() {
            this(null);
        }

        @Inject
        public Database(HealthService health) {
            this.health = health;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named("database")
                    .status(health.isDatabaseUp())
                    .build();
        }
    }

    /** The schema is the one that this release needs. */
    @Readiness
    @ApplicationScoped
    public static class Migrations implements HealthCheck {

        private final HealthService health;

        @SuppressWarnings("NullAway")
        protected Migrations() {
            this(null);
        }

        @Inject
        public Migrations(HealthService health) {
            this.health = health;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named("migrations")
                    .status(health.areMigrationsDone())
                    .withData("version", StatusService.VERSION)
                    .build();
        }
    }

    /** Always up: that flows are lost is told, and takes nobody out of service. */
    @Readiness
    @ApplicationScoped
    public static class Flows implements HealthCheck {

        private final HealthService health;

        @SuppressWarnings("NullAway")
        protected Flows() {
            this(null);
        }

        @Inject
        public Flows(HealthService health) {
            this.health = health;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named("flows")
                    .up()
                    .withData("state", health.flowsState().state().name())
                    .build();
        }
    }

    /** Always up: the state of the connection to ISE is told, and takes nobody out of service. */
    @Readiness
    @ApplicationScoped
    public static class PxGrid implements HealthCheck {

        private final HealthService health;

        @SuppressWarnings("NullAway")
        protected PxGrid() {
            this(null);
        }

        @Inject
        public PxGrid(HealthService health) {
            this.health = health;
        }

        @Override
        public HealthCheckResponse call() {
            return HealthCheckResponse.named("pxgrid")
                    .up()
                    .withData("state", health.pxGridState().name())
                    .build();
        }
    }
}
