package clarion.ejb.connectors.leadership;

import static java.lang.System.Logger.Level.DEBUG;

import clarion.domain.ClarionException;
import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.LeaderDirectory;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** Where the leader is, by the row of its term. While the database is away the configured addresses must do. */
@Stateless
@Local(LeaderDirectory.class)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LeaderDirectoryService implements LeaderDirectory {

    private static final System.Logger LOG = ContextLogger.of(LeaderDirectoryService.class);

    private final LeadershipService leadership;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected LeaderDirectoryService() {
        this(null);
    }

    @Inject
    public LeaderDirectoryService(LeadershipService leadership) {
        this.leadership = leadership;
    }

    @Override
    public Optional<URI> leader() {
        try {
            return Optional.ofNullable(leadership.term().url()).map(URI::create);
        } catch (ClarionException | IllegalArgumentException e) {
            LOG.log(DEBUG, "event=leader-not-known", e);
            return Optional.empty();
        }
    }
}
