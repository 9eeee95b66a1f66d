package clarion.ejb;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import javax.sql.DataSource;

/** The one place from which services get the database and the clock, by constructor. */
@Dependent
public class DatabaseResources {

    @PersistenceContext(unitName = "clarion")
    private EntityManager entityManager;

    @Resource(lookup = DATA_SOURCE)
    private DataSource dataSource;

    static final String DATA_SOURCE = "java:app/jdbc/clarion";

    /** Joins the caller's transaction. */
    @Produces
    public EntityManager entityManager() {
        return entityManager;
    }

    /** The same database as the entity manager's; its connections join the caller's transaction as well. */
    @Produces
    public DataSource dataSource() {
        return DatabaseConnections.counting(dataSource);
    }

    /** UTC, as the servers run. */
    @Produces
    public Clock clock() {
        return Clock.systemUTC();
    }
}
