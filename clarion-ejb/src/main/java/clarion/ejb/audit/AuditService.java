package clarion.ejb.audit;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit record. An entry joins the transaction of the change it tells of: both are kept or neither.
 *
 * <p>Actions are {@code feature.verb} in the past tense of what was asked ({@code account.created},
 * {@code connector.started}); targets are {@code kind/id} ({@code account/12}, {@code connector/pxgrid}).
 */
@Stateless
public class AuditService {

    private final EntityManager entityManager;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected AuditService() {
        this.entityManager = null;
        this.clock = null;
    }

    @Inject
    public AuditService(EntityManager entityManager, Clock clock) {
        this.entityManager = entityManager;
        this.clock = clock;
    }

    /** Records something that has no state to show. */
    public void record(Actor actor, String action, String target) {
        record(actor, action, target, null, null);
    }

    /**
     * Records a change.
     *
     * @param before what it was, without secrets; null where there was nothing
     * @param after what it is now, without secrets; null where there is nothing any more
     */
    public void record(
            Actor actor,
            String action,
            String target,
            @Nullable Map<String, ?> before,
            @Nullable Map<String, ?> after) {
        entityManager.persist(new AuditEntryEntity(
                clock.instant(), actor, action, target, AuditDocument.toJson(before), AuditDocument.toJson(after)));
    }
}
