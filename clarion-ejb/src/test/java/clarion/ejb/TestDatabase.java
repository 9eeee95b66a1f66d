package clarion.ejb;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Real PostgreSQL for tests: one server for the JVM, a database of its own for each caller. */
public final class TestDatabase {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestDatabase() {}

    /** An empty database. */
    public static DataSource empty() {
        return create("");
    }

    private static DataSource create(String template) {
        String name = "test" + DATABASES.incrementAndGet();
        run(Server.POSTGRES.getPostgresDatabase(), "CREATE DATABASE " + name + template);
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setServerNames(new String[] {"127.0.0.1"});
        dataSource.setPortNumbers(new int[] {Server.POSTGRES.getPort()});
        dataSource.setDatabaseName(name);
        dataSource.setUser("postgres");
        dataSource.setStringType("unspecified");
        return dataSource;
    }

    /** A database with the product's schema. */
    public static DataSource migrated() {
        return create(" TEMPLATE " + Template.NAME);
    }

    /** The readiness of a database whose schema is there. */
    public static DatabaseReadiness ready() {
        DatabaseReadiness readiness = new DatabaseReadiness();
        readiness.markReady();
        return readiness;
    }

    /** The migrated database that others are copied from, which takes a fraction of migrating each. */
    private static final class Template {
        static final String NAME = migrate();

        private static String migrate() {
            PGSimpleDataSource dataSource = (PGSimpleDataSource) empty();
            Flyway.configure(TestDatabase.class.getClassLoader())
                    .dataSource(dataSource)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return Objects.requireNonNull(dataSource.getDatabaseName());
        }
    }

    /** The same database over one connection that stays open, for tests with many small transactions. */
    public static DataSource onOneConnection(DataSource dataSource) {
        try {
            Connection shared = dataSource.getConnection();
            Connection unclosable = proxy(Connection.class, (method, arguments) -> {
                return method.getName().equals("close") ? null : method.invoke(shared, arguments);
            });
            return proxy(DataSource.class, (method, arguments) -> unclosable);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Call {
        @Nullable
        Object invoke(Method method, Object @Nullable [] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return call.invoke(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }

    /** Runs statements, each in its own transaction. */
    public static void run(DataSource dataSource, String... statements) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
