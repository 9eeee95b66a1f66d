package clarion.ejb.access;

import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Lists accounts and API tokens. */
@Stateless
public class AccessListService {

    private final Lists lists;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected AccessListService() {
        this(null);
    }

    @Inject
    public AccessListService(Lists lists) {
        this.lists = lists;
    }

    /** A page of {@link AccountList}. */
    public Page<Account> accounts(ListQuery query) {
        return lists.page(query, AccountList::account);
    }

    /** A page of {@link ApiTokenList}: every token for an administrator, else the caller's own. */
    public Page<ApiToken> tokens(ListQuery query, Identity caller) {
        boolean all = caller.has(Roles.ADMINISTRATOR);
        return lists.page(all ? query : query.within(ApiTokenList.ofAccount(caller.accountId())), ApiTokenList::token);
    }
}
