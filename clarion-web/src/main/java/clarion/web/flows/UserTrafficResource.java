package clarion.web.flows;

import clarion.ejb.access.Roles;
import clarion.ejb.flows.FlowQueryService;
import clarion.ejb.users.UserService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The traffic of a user, from whatever device; the id may be the number or the identity. */
@Dependent
@Path("v1/users/{id: .+}/traffic")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flows")
public class UserTrafficResource {

    private final FlowQueryService flows;
    private final UserService users;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public UserTrafficResource() {
        this(null, null);
    }

    @Inject
    public UserTrafficResource(FlowQueryService flows, UserService users) {
        this.flows = flows;
        this.users = users;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getUserTraffic", summary = "Show whom a user asked, who asked them, and for what")
    public TrafficView get(@PathParam("id") String id, @BeanParam WindowRequest when, @BeanParam TopRequest top) {
        return TrafficView.of(flows.ofUser(users.get(id).id(), when.window(flows), top.most()));
    }
}
