package clarion.ejb.connectors;

import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Reads the messages that were set aside. */
@Stateless
public class QuarantineService {

    private final Lists lists;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected QuarantineService() {
        this(null);
    }

    @Inject
    public QuarantineService(Lists lists) {
        this.lists = lists;
    }

    /** A page of {@link QuarantineList}. */
    public Page<QuarantineEntry> list(ListQuery query) {
        return lists.page(query, QuarantineList::entry);
    }
}
