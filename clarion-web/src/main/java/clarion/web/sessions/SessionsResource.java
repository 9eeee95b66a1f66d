package clarion.web.sessions;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.access.Roles;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.sessions.SessionList;
import clarion.ejb.sessions.SessionService;
import clarion.web.listing.FacetsView;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Sessions, live and past. */
@Dependent
@Path("v1/sessions")
@Tag(name = "sessions")
public class SessionsResource {

    private static final int MOST_MINUTES = 7 * 24 * 60;

    private final SessionService sessions;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public SessionsResource() {
        this(null);
    }

    @Inject
    public SessionsResource(SessionService sessions) {
        this.sessions = sessions;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List sessions, the newest first")
    public Response list(@BeanParam ListRequest request) {
        return request.respond(
                SessionList.DEFINITION,
                SessionView.class,
                query -> sessions.list(query).map(SessionView::of));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Show a session with all its attributes")
    public SessionView get(@PathParam("id") String id) {
        return SessionView.of(sessions.get(number(id)));
    }

    private static long number(String id) {
        try {
            return Long.parseLong(id);
        } catch (NumberFormatException e) {
            throw new ClarionException(
                    ProblemType.NOT_FOUND, "There is no session '" + id + "'; session ids are numbers.", e);
        }
    }

    @GET
    @Path("facets")
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count the matching sessions by the values of some columns")
    public FacetsView facets(
            @BeanParam ListRequest request,
            @QueryParam("fields")
                    @DefaultValue("state,sgtName,endpointProfile,nasIp,authMethod")
                    @Parameter(description = "Columns separated by commas")
                    String fields) {
        ListQuery query = request.query(SessionList.DEFINITION, Set.of("fields"));
        List<String> columns =
                Arrays.stream(fields.split(",")).map(String::strip).toList();
        return FacetsView.of(sessions.facets(query, columns));
    }

    @GET
    @Path("activity")
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count starts and ends of sessions over the last minutes")
    public SessionActivityView activity(
            @QueryParam("minutes") @DefaultValue("60") @Parameter(description = "1 to 10080") int minutes) {
        if (minutes < 1 || minutes > MOST_MINUTES) {
            throw new ClarionException(
                    ProblemType.INVALID_PARAMETER,
                    "Parameter minutes: expected 1 to " + MOST_MINUTES + ", found " + minutes,
                    Map.of("parameter", "minutes"));
        }
        return SessionActivityView.of(sessions.activity(Duration.ofMinutes(minutes)));
    }
}
