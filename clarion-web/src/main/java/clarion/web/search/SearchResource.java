package clarion.web.search;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.access.Roles;
import clarion.ejb.devices.DeviceList;
import clarion.ejb.devices.DeviceService;
import clarion.ejb.groups.GroupService;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.sessions.SessionList;
import clarion.ejb.sessions.SessionService;
import clarion.ejb.users.UserList;
import clarion.ejb.users.UserService;
import clarion.web.devices.DeviceView;
import clarion.web.sessions.SessionView;
import clarion.web.users.UserView;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** One text over everything, for the console's search field. */
@Dependent
@Path("v1/search")
@Tag(name = "search")
public class SearchResource {

    /** Results of each kind. */
    private static final int MOST = 5;

    private final DeviceService devices;
    private final UserService users;
    private final SessionService sessions;
    private final GroupService groups;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public SearchResource() {
        this(null, null, null, null);
    }

    @Inject
    public SearchResource(DeviceService devices, UserService users, SessionService sessions, GroupService groups) {
        this.devices = devices;
        this.users = users;
        this.sessions = sessions;
        this.groups = groups;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Find devices, users, sessions and groups by MAC or IP address, user, SGT, profile or port")
    public SearchView search(
            @QueryParam("q") @Parameter(description = "Free text, as in lists", required = true) @Nullable String q) {
        if (q == null || q.isBlank()) {
            throw new ClarionException(
                    ProblemType.INVALID_PARAMETER, "Parameter q: say what to search for.", Map.of("parameter", "q"));
        }
        return new SearchView(
                devices.list(ListQuery.search(DeviceList.DEFINITION, q, "-lastSeen", MOST))
                        .map(DeviceView::of)
                        .items(),
                users.list(ListQuery.search(UserList.DEFINITION, q, "-lastSeen", MOST))
                        .map(UserView::of)
                        .items(),
                sessions.list(ListQuery.search(SessionList.DEFINITION, q, "-updatedAt", MOST))
                        .map(SessionView::of)
                        .items(),
                groups.search(q, MOST).stream().map(SearchView.FoundGroup::of).toList());
    }
}
