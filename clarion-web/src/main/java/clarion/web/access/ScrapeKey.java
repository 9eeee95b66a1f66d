package clarion.web.access;

import static java.lang.System.Logger.Level.WARNING;

import clarion.domain.logging.ContextLogger;
import clarion.ejb.access.Secrets;
import clarion.ejb.audit.Via;
import clarion.ejb.health.MetricsSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The key of a scraper, from a file: it opens {@code GET /metrics} and nothing else. It needs no database, so that
 * Prometheus is still told when the database is away.
 */
@ApplicationScoped
public class ScrapeKey {

    /** The name under which a scraper is known. */
    static final String CALLER = "metrics";

    private static final System.Logger LOG = ContextLogger.of(ScrapeKey.class);
    private static final int SHORTEST = 32;

    private final MetricsSettings settings;
    private volatile String lastFault = "";

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected ScrapeKey() {
        this(null);
    }

    @Inject
    public ScrapeKey(MetricsSettings settings) {
        this.settings = settings;
    }

    /** Whether this credential is the key, and this request one that it opens. */
    boolean opens(String method, String path, Credential credential) {
        return path.equals("/metrics")
                && (method.equals("GET") || method.equals("HEAD"))
                && credential.via() == Via.TOKEN
                && settings.tokenFile()
                        .flatMap(this::read)
                        .filter(key -> Secrets.same(key, credential.secret()))
                        .isPresent();
    }

    private Optional<String> read(Path file) {
        String fault;
        try {
            String key = Files.readString(file).strip();
            if (key.length() >= SHORTEST) {
                lastFault = "";
                return Optional.of(key);
            }
            fault = "it has fewer than " + SHORTEST + " characters";
        } catch (IOException e) {
            fault = Files.exists(file) ? "it cannot be read" : "there is no such file";
        }
        if (!fault.equals(lastFault)) {
            lastFault = fault;
            LOG.log(
                    WARNING,
                    "CLARION-WEB-004 event=metrics-token-unusable file={0} {1}; Prometheus is refused until it is there",
                    file,
                    fault);
        }
        return Optional.empty();
    }
}
