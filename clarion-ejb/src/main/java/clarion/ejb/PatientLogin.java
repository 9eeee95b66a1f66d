package clarion.ejb;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.eclipse.persistence.exceptions.DatabaseException;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Login;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Lets EclipseLink log in while the database is away. EclipseLink tries a connection when it starts, Payara makes it
 * start at deployment, and a failure there fails the deployment for good. During the login, and only then, a connection
 * that cannot be had is replaced by one that does nothing; EclipseLink closes it without having used it.
 */
public class PatientLogin implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        AtomicBoolean loggedIn = new AtomicBoolean();
        session.getEventManager().addListener(new SessionEventAdapter() {
            @Override
            public void postLogin(SessionEvent event) {
                loggedIn.set(true);
            }
        });
        makePatient(session.getDatasourceLogin(), loggedIn);
        if (session instanceof ServerSession server) {
            server.getConnectionPools().values().forEach(pool -> makePatient(pool.getLogin(), loggedIn));
            makePatient(server.getReadConnectionPool().getLogin(), loggedIn);
        }
    }

    private static void makePatient(Login login, AtomicBoolean loggedIn) {
        if (login instanceof DatabaseLogin database) {
            failAtOnce(database);
        }
        if (login instanceof DatasourceLogin datasource
                && datasource.getConnector() instanceof JNDIConnector connector
                && !(connector instanceof PatientConnector)) {
            datasource.setConnector(new PatientConnector(connector.getDataSource(), loggedIn));
        }
    }

    /**
     * After the login a failed query is not tried again: it would be in the same transaction, which the container has
     * marked for rollback, and after a pause of five seconds. The pool drops the broken connection; callers try again.
     */
    private static void failAtOnce(DatabaseLogin login) {
        login.setQueryRetryAttemptCount(0);
        login.setDelayBetweenConnectionAttempts(0);
    }

    private static final class PatientConnector extends JNDIConnector {

        private static final long serialVersionUID = 1L;

        private final transient AtomicBoolean loggedIn;

        PatientConnector(DataSource dataSource, AtomicBoolean loggedIn) {
            super(dataSource);
            this.loggedIn = loggedIn;
        }

        @Override
        public Connection connect(Properties properties, Session session) {
            try {
                return DatabaseConnections.counted(() -> super.connect(properties, session));
            } catch (DatabaseException e) {
                if (loggedIn.get()) {
                    throw e;
                }
                return absent();
            }
        }

        private static Connection absent() {
            return (Connection) Proxy.newProxyInstance(
                    PatientLogin.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        Class<?> result = method.getReturnType();
                        if (result == boolean.class) {
                            return false;
                        }
                        return result == int.class ? Connection.TRANSACTION_READ_COMMITTED : null;
                    });
        }
    }
}
