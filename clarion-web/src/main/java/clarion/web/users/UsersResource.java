package clarion.web.users;

import clarion.ejb.access.Roles;
import clarion.ejb.devices.DeviceList;
import clarion.ejb.devices.DeviceService;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.sessions.SessionList;
import clarion.ejb.sessions.SessionService;
import clarion.ejb.users.UserList;
import clarion.ejb.users.UserRow;
import clarion.ejb.users.UserService;
import clarion.web.devices.DeviceView;
import clarion.web.listing.FacetsView;
import clarion.web.listing.ListRequest;
import clarion.web.sessions.SessionView;
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
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Users and machine accounts. An id may be the number or the identity, which may hold a slash ({@code host/pc7@corp}).
 */
@Dependent
@Path("v1/users")
@Tag(name = "users")
public class UsersResource {

    private final UserService users;
    private final DeviceService devices;
    private final SessionService sessions;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public UsersResource() {
        this(null, null, null);
    }

    @Inject
    public UsersResource(UserService users, DeviceService devices, SessionService sessions) {
        this.users = users;
        this.devices = devices;
        this.sessions = sessions;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List users and machine accounts by identity")
    public Response list(@BeanParam ListRequest request) {
        return request.respond(
                UserList.DEFINITION, UserView.class, query -> users.list(query).map(UserView::of));
    }

    @GET
    @Path("facets")
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Count the matching users by the values of some columns")
    public FacetsView facets(
            @BeanParam ListRequest request,
            @QueryParam("fields")
                    @DefaultValue("online,kind,realm")
                    @Parameter(description = "Columns separated by commas")
                    String fields) {
        ListQuery query = request.query(UserList.DEFINITION, Set.of("fields"));
        List<String> columns =
                Arrays.stream(fields.split(",")).map(String::strip).toList();
        return FacetsView.of(users.facets(query, columns));
    }

    @GET
    @Path("{id: .+}")
    @RolesAllowed(Roles.VIEWER)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Show a user with the groups that ISE says it is in")
    public UserView get(@PathParam("id") String id) {
        UserRow user = users.get(id);
        return UserView.withGroups(user, users.groups(user));
    }

    @GET
    @Path("{id: .+}/devices")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List the devices that a user was seen on")
    public Response listDevices(@PathParam("id") String id, @BeanParam ListRequest request) {
        long userId = users.get(id).id();
        return request.respond(
                DeviceList.DEFINITION,
                DeviceView.class,
                query -> devices.listOfUser(userId, query).map(DeviceView::of));
    }

    @GET
    @Path("{id: .+}/sessions")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List the sessions of a user, the newest first")
    public Response listSessions(@PathParam("id") String id, @BeanParam ListRequest request) {
        long userId = users.get(id).id();
        return request.respond(
                SessionList.DEFINITION,
                SessionView.class,
                query -> sessions.listOfUser(userId, query).map(SessionView::of));
    }
}
