package clarion.ejb.sessions;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.devices.MacAddress;
import clarion.ejb.listing.FacetQuery;
import clarion.ejb.listing.Facets;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Scope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads network sessions, live and past.
 *
 * <p>It has a bean name of its own because console sessions have a service of the same class name in this module.
 */
@Stateless(name = "NetworkSessionService")
public class SessionService {

    private final Lists lists;
    private final Clock clock;

    @Inject
    public SessionService(Lists lists, Clock clock) {
        this.lists = lists;
        this.clock = clock;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected SessionService() {
        this(null, null);
    }

    /** A page of all sessions. */
    public Page<SessionRow> list(ListQuery query) {
        return lists.page(query, SessionRow::of);
    }

    /** A page of the sessions of one device. */
    public Page<SessionRow> listOfDevice(MacAddress mac, ListQuery query) {
        return list(query.within(Scope.of("s.mac = ?::macaddr", mac.toString())));
    }

    /** A page of the sessions of one user. */
    public Page<SessionRow> listOfUser(long userId, ListQuery query) {
        return list(query.within(Scope.of("s.user_id = ?", userId)));
    }

    /**
     * One session with all its attributes.
     *
     * @throws ClarionException NOT_FOUND
     */
    public SessionDetail get(long id) {
        return lists.find(
                        SessionList.DEFINITION,
                        Scope.of("s.id = ?", id),
                        SessionList.DETAIL,
                        row -> new SessionDetail(SessionRow.of(row), attributes(row.text("attributes"))))
                .orElseThrow(() -> new ClarionException(
                        ProblemType.NOT_FOUND, "There is no session " + id + "; it may have been removed."));
    }

    private static Map<String, String> attributes(String json) {
        Map<String, String> attributes = new LinkedHashMap<>();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            object.forEach((name, value) ->
                    attributes.put(name, value instanceof JsonString text ? text.getString() : value.toString()));
        }
        return attributes;
    }

    /** How the matching sessions are spread over the values of some columns. */
    public Facets facets(ListQuery query, List<String> columns) {
        return lists.read(new FacetQuery(query, columns)::read);
    }

    /** Starts and ends of the last while. */
    public SessionActivity activity(Duration lookBack) {
        return lists.read(new ActivityQuery(lookBack, clock.instant())::read);
    }
}
