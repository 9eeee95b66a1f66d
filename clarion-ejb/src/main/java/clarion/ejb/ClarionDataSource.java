package clarion.ejb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.XAConnection;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.ds.common.BaseDataSource;
import org.postgresql.util.PSQLState;
import org.postgresql.xa.PGXADataSource;

/**
 * PostgreSQL as Clarion connects to it. It configures itself, so that one {@code @DataSourceDefinition} works on every
 * server: {@code clarion.db.url}, {@code clarion.db.user} and {@code clarion.db.password-file}, each from the system
 * property, else from the environment ({@code CLARION_DB_URL} …), else the default.
 *
 * <p>The password file is read for each physical connection: a file that appears or changes later is taken up without a
 * restart. One line end at the end of the file is not part of the password.
 */
public class ClarionDataSource extends PGXADataSource {

    private static final long serialVersionUID = 1L;

    static final String DEFAULT_URL = "jdbc:postgresql://127.0.0.1:5432/clarion";
    static final String DEFAULT_USER = "clarion";

    /** How long an answer may take where people wait for it: the longest statement of a list, and a little more. */
    private static final int READING_SECONDS = 40;

    /** How long an answer may take where what ISE sent is stored. */
    private static final int STORING_SECONDS = 120;

    /** The server ends a transaction whose owner is paused or gone and says nothing for as long. */
    private static final String IDLE_IN_TRANSACTION = "-c idle_in_transaction_session_timeout=120s";

    public ClarionDataSource() {
        configure(this);
        setSocketTimeout("api".equals(find("clarion.role")) ? READING_SECONDS : STORING_SECONDS);
        String options = getOptions();
        setOptions((options == null ? "" : options + " ") + IDLE_IN_TRANSACTION);
    }

    /** What all connections of Clarion have in common, but for the password, which is read for each. */
    static void configure(BaseDataSource source) {
        source.setUrl(setting("clarion.db.url", DEFAULT_URL));
        source.setUser(setting("clarion.db.user", DEFAULT_USER));
        source.setStringType("unspecified");
        source.setConnectTimeout(5);
        source.setLoginTimeout(10);
        source.setTcpKeepAlive(true);
    }

    /**
     * Does nothing: the host comes from the URL. A server calls this with {@code localhost}, the default of
     * {@code @DataSourceDefinition}, after the constructor has read the URL.
     */
    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public void setServerName(@Nullable String ignored) {}

    /** Where the database is, for messages; it holds no secret. */
    static String address() {
        String url = setting("clarion.db.url", DEFAULT_URL);
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query);
    }

    @Override
    public XAConnection getXAConnection() throws SQLException {
        return open(getUser(), password(this));
    }

    /** WildFly asks with empty credentials when the definition names none. */
    @Override
    public XAConnection getXAConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return user == null || user.isEmpty() ? getXAConnection() : open(user, password);
    }

    private XAConnection open(@Nullable String user, @Nullable String password) throws SQLException {
        return new DatabaseConnections.Listed((BaseConnection) getConnection(user, password));
    }

    /** The password as it is now. */
    static @Nullable String password(BaseDataSource source) throws SQLException {
        String passwordFile = find("clarion.db.password-file");
        if (passwordFile == null) {
            return source.getPassword();
        }
        try {
            return Files.readString(Path.of(passwordFile)).replaceFirst("\\R\\z", "");
        } catch (IOException | RuntimeException e) {
            throw new SQLException(
                    "the database password file " + passwordFile + " (clarion.db.password-file) cannot be read: "
                            + (Files.exists(Path.of(passwordFile)) ? "check its permissions" : "there is no such file"),
                    PSQLState.INVALID_PASSWORD.getState(),
                    e);
        }
    }

    private static String setting(String key, String fallback) {
        String value = find(key);
        return value == null ? fallback : value;
    }

    private static @Nullable String find(String key) {
        String value = System.getProperty(key);
        if (value == null || value.isBlank()) {
            value = System.getenv(key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT));
        }
        return value == null || value.isBlank() ? null : value.strip();
    }
}
