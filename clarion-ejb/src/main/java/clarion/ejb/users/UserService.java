package clarion.ejb.users;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.users.UserIdentity;
import clarion.ejb.listing.FacetQuery;
import clarion.ejb.listing.Facets;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Scope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads users. */
@Stateless
public class UserService {

    /** By the normalised identity, and by the name as ISE wrote it last: the topic may leave out the domain. */
    private static final String GROUPS = """
            SELECT DISTINCT g ->> 'name', g ->> 'type' FROM user_membership m, jsonb_array_elements(m.groups) AS g
            WHERE m.deleted_at IS NULL
                AND (m.identity = ? OR lower(m.user_name) COLLATE "C" = lower(?) COLLATE "C")
            ORDER BY 1, 2""";

    private final Lists lists;

    @Inject
    public UserService(Lists lists) {
        this.lists = lists;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected UserService() {
        this(null);
    }

    /** A page of all users. */
    public Page<UserRow> list(ListQuery query) {
        return lists.page(query, UserRow::of);
    }

    /**
     * The user with this id, else with this identity, in any spelling that ISE uses.
     *
     * @throws ClarionException NOT_FOUND
     */
    public UserRow get(String idOrIdentity) {
        return byId(idOrIdentity)
                .or(() -> byIdentity(idOrIdentity))
                .or(() -> UserIdentity.of(idOrIdentity, null, null, null).flatMap(user -> byIdentity(user.toString())))
                .orElseThrow(() -> new ClarionException(
                        ProblemType.NOT_FOUND,
                        "There is no user '" + idOrIdentity + "'; give the id, or an identity such as alice@corp."));
    }

    /** The groups that ISE says a user is in, by name. */
    public List<Membership> groups(UserRow user) {
        return lists.read(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(GROUPS)) {
                statement.setString(1, user.identity());
                statement.setString(2, user.userName());
                List<Membership> groups = new ArrayList<>();
                try (ResultSet rs = statement.executeQuery()) {
                    while (rs.next()) {
                        groups.add(new Membership(rs.getString(1), rs.getString(2)));
                    }
                }
                return groups;
            }
        });
    }

    private Optional<UserRow> byId(String text) {
        boolean number = text.length() <= 18 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? find(Scope.of("u.id = ?", Long.parseLong(text))) : Optional.empty();
    }

    private Optional<UserRow> byIdentity(String text) {
        return text.indexOf('\0') >= 0 ? Optional.empty() : find(Scope.of("u.identity = lower(?)", text));
    }

    private Optional<UserRow> find(Scope scope) {
        return lists.find(UserList.DEFINITION, scope, List.of(), UserRow::of);
    }

    /** How the matching users are spread over the values of some columns. */
    public Facets facets(ListQuery query, List<String> columns) {
        return lists.read(new FacetQuery(query, columns)::read);
    }
}
