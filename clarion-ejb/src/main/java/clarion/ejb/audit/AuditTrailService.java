package clarion.ejb.audit;

import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Reads the audit record. */
@Stateless
public class AuditTrailService {

    private final Lists lists;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected AuditTrailService() {
        this(null);
    }

    @Inject
    public AuditTrailService(Lists lists) {
        this.lists = lists;
    }

    /** A page of {@link AuditList}. */
    public Page<AuditEntry> list(ListQuery query) {
        return lists.page(query, AuditList::entry);
    }
}
