package clarion.ejb;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import clarion.domain.logging.ContextLogger;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Brings the schema to the version that this release needs, before anything else uses the database.
 *
 * <p>A database that is away does not fail the deployment: this bean says so once ({@code CLARION-DB-001}), tries again
 * every {@value #RETRY_MILLIS} ms, and fires {@link DatabaseReady} when the schema is there. Until then
 * {@link DatabaseReadiness} is not ready, and readiness and {@code /api/health} are DOWN.
 */
@Singleton
@Startup
@DependsOn("SettingsGuard")
@TransactionManagement(TransactionManagementType.BEAN)
@DataSourceDefinition(
        name = DatabaseResources.DATA_SOURCE,
        className = "clarion.ejb.ClarionDataSource",
        minPoolSize = 2,
        maxPoolSize = 20,
        properties = {
            "ApplicationName=clarion",
            // Without these Payara goes on handing out connections that died with the database.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.skip-client-info-validation=true"
        })
public class MigrationsBean {

    private static final System.Logger LOG = ContextLogger.of(MigrationsBean.class);
    private static final long RETRY_MILLIS = 5_000;

    private final DatabaseReadiness readiness;
    private final Event<DatabaseReady> ready;

    @Resource(lookup = DatabaseResources.DATA_SOURCE)
    private DataSource dataSource;

    @Resource
    private TimerService timers;

    private String lastProblem = "";

    @SuppressWarnings("NullAway")
    protected MigrationsBean() {
        this(null, null);
    }

    @Inject
    public MigrationsBean(DatabaseReadiness readiness, Event<DatabaseReady> ready) {
        this.readiness = readiness;
        this.ready = ready;
    }

    @PostConstruct
    void start() {
        migrateOrRetry();
    }

    @Timeout
    void retry() {
        migrateOrRetry();
    }

    private void migrateOrRetry() {
        String version;
        try {
            version = migrate(dataSource);
        } catch (RuntimeException e) {
            report(e);
            timers.createSingleActionTimer(RETRY_MILLIS, new TimerConfig(null, false));
            return;
        }
        readiness.markReady();
        LOG.log(INFO, "event=database-ready url={0} schema={1}", ClarionDataSource.address(), version);
        ready.fire(new DatabaseReady(version));
    }

    /** The version that the schema has then. Of several processes one migrates at a time; the others wait for it. */
    static String migrate(DataSource dataSource) {
        Flyway flyway = Flyway.configure(MigrationsBean.class.getClassLoader())
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .load();
        flyway.migrate();
        // What this call did says less: another process may have done the rest, or all of it.
        MigrationInfo current = Objects.requireNonNull(flyway.info().current(), "a migrated schema has a version");
        return String.valueOf(current.getVersion());
    }

    /** One line per cause, not one per attempt. */
    private void report(RuntimeException failure) {
        String reason = DatabaseProblem.describe(failure);
        readiness.markNotReady(reason);
        if (!reason.equals(lastProblem)) {
            lastProblem = reason;
            LOG.log(
                    ERROR,
                    "CLARION-DB-001 event=database-unavailable {0}; retrying every {1} s",
                    reason,
                    RETRY_MILLIS / 1000);
        }
    }
}
