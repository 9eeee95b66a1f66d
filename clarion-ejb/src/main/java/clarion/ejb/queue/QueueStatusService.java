package clarion.ejb.queue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.pxgrid.settings.RoleSettings;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Says how the queue is doing; also while the database or the broker is away. */
@Stateless
@LocalBean
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class QueueStatusService {

    private final QueueSettings settings;
    private final RoleSettings role;
    private final QueueBoard board;
    private final QueueStoreService store;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected QueueStatusService() {
        this(null, null, null, null);
    }

    @Inject
    public QueueStatusService(QueueSettings settings, RoleSettings role, QueueBoard board, QueueStoreService store) {
        this.settings = settings;
        this.role = role;
        this.board = board;
        this.store = store;
    }

    public boolean isOn() {
        return settings.isOn();
    }

    /** @throws ClarionException {@link ProblemType#CONFLICT} if events go straight to the database */
    public void requireOn() {
        if (!settings.isOn()) {
            throw new ClarionException(
                    ProblemType.CONFLICT,
                    "Events go straight to the database, so there is nothing to replay; set clarion.queue.uri to have a"
                            + " queue.");
        }
    }

    public QueueStatus status() {
        boolean on = settings.isOn();
        return new QueueStatus(
                on,
                on ? progress() : null,
                on && role.role().connects() ? board.publishing() : null,
                on && role.role().servesApi() ? board.consuming() : null);
    }

    private @Nullable Progress progress() {
        try {
            return store.progress();
        } catch (ClarionException e) {
            if (e.type() == ProblemType.DATABASE_UNAVAILABLE) {
                return null;
            }
            throw e;
        }
    }
}
