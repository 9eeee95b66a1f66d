package clarion.ejb;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.XAConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(60)
class DatabaseConnectionsDatabaseTest {

    @BeforeEach
    void nameTheDatabase() {
        System.setProperty("clarion.db.url", ((PGSimpleDataSource) TestDatabase.empty()).getUrl());
        System.setProperty("clarion.db.user", "postgres");
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty("clarion.db.url");
        System.clearProperty("clarion.db.user");
    }

    @Test
    void hangsUpWhileAnAnswerIsWaitedFor() throws Exception {
        XAConnection pooled = new ClarionDataSource().getXAConnection();
        int open = DatabaseConnections.backends().size();
        try (Connection connection = pooled.getConnection();
                Statement statement = connection.createStatement()) {
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
                try {
                    statement.execute("select pg_sleep(50)");
                } catch (SQLException e) {
                    throw new CompletionException(e);
                }
            });
            assertThrows(java.util.concurrent.TimeoutException.class, () -> waiting.get(1, TimeUnit.SECONDS));
            DatabaseConnections.hangUp();
            Exception problem = assertThrows(Exception.class, () -> waiting.get(5, TimeUnit.SECONDS));
            assertTrue(problem.getCause() instanceof SQLException, problem::toString);
        } finally {
            pooled.close();
        }
        assertTrue(DatabaseConnections.backends().size() < open);
    }
}
