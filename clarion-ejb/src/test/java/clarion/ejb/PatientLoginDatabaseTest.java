package clarion.ejb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class PatientLoginDatabaseTest {

    @Test
    void jpaStartsWhileTheDatabaseIsAwayAndWorksOnceItIsThere() {
        AtomicBoolean away = new AtomicBoolean(true);
        DataSource dataSource = thatMayBeAway(TestDatabase.migrated(), away);
        try (EntityManagerFactory factory = Persistence.createEntityManagerFactory(
                        "clarion",
                        Map.of(
                                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                                "jakarta.persistence.jtaDataSource", "",
                                "jakarta.persistence.nonJtaDataSource", dataSource));
                EntityManager jpa = factory.createEntityManager()) {
            assertThrows(
                    PersistenceException.class, () -> countSessions(jpa), "an absent database is not an empty one");
            away.set(false);
            assertEquals(0L, countSessions(jpa));
            away.set(true);
            assertThrows(PersistenceException.class, () -> countSessions(jpa));
        }
    }

    private static Object countSessions(EntityManager jpa) {
        return jpa.createQuery("select count(s) from SessionEntity s").getSingleResult();
    }

    private static DataSource thatMayBeAway(DataSource dataSource, AtomicBoolean away) {
        return (DataSource) Proxy.newProxyInstance(
                PatientLoginDatabaseTest.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection") && away.get()) {
                        throw new SQLException("connection refused", "08001");
                    }
                    try {
                        return method.invoke(dataSource, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
