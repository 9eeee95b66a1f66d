package clarion.ejb.health;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.connectors.ConnectorService;
import clarion.ejb.health.ClarionStatus.Availability;
import clarion.ejb.health.ClarionStatus.Data;
import clarion.ejb.settings.Settings;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import org.eclipse.microprofile.config.ConfigProvider;

/** The one answer to "what is connected, how fresh, how far behind", for the API, the event stream and the console. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StatusService {

    /** Of the release. */
    public static final String VERSION = readVersion();

    private static final System.Logger LOG = ContextLogger.of(StatusService.class);

    private final DatabaseProbe database;
    private final DataCounts counts;
    private final ConnectorService connectors;
    private final Clock clock;

    @SuppressWarnings("NullAway")
    protected StatusService() {
        this(null, null, null, null);
    }

    @Inject
    public StatusService(DatabaseProbe database, DataCounts counts, ConnectorService connectors, Clock clock) {
        this.database = database;
        this.counts = counts;
        this.connectors = connectors;
        this.clock = clock;
    }

    /** The status now; when the database is away, with the totals of before. */
    public ClarionStatus status() {
        boolean up = database.answers();
        return new ClarionStatus(
                VERSION,
                role(),
                clock.instant(),
                new ClarionStatus.Database(up ? Availability.UP : Availability.DOWN),
                connectors.status(),
                up ? countOrLatest() : counts.latest());
    }

    private Data countOrLatest() {
        try {
            return counts.current();
        } catch (SQLException | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "event=count-failed cause=\"" + e.getMessage() + "\"");
            return counts.latest();
        }
    }

    private static String readVersion() {
        try (InputStream file = StatusService.class.getResourceAsStream("version.txt")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String role() {
        return ConfigProvider.getConfig()
                .getOptionalValue(Settings.ROLE.name(), String.class)
                .orElse("all");
    }
}
