package clarion.ejb.topics;

import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Row;
import clarion.ejb.listing.Scope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Reads the lists of what ISE says on its topics; which one, the query says. */
@Stateless
public class TopicListService {

    private final Lists lists;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected TopicListService() {
        this(null);
    }

    @Inject
    public TopicListService(Lists lists) {
        this.lists = lists;
    }

    /** A page. */
    public Page<Row> list(ListQuery query) {
        return lists.page(query, row -> row);
    }

    /** A page of what lies within a scope. */
    public Page<Row> listWithin(Scope scope, ListQuery query) {
        return list(query.within(scope));
    }
}
