package clarion.web.health;

import clarion.ejb.access.Roles;
import clarion.ejb.health.ClarionStatus;
import clarion.ejb.health.StatusService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is connected, how fresh, how far behind. */
@Dependent
@Path("v1/status")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public class StatusResource {

    private final StatusService status;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public StatusResource() {
        this(null);
    }

    @Inject
    public StatusResource(StatusService status) {
        this.status = status;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getStatus",
            summary = "What is connected, how fresh, how far behind",
            description = "Totals carry the time at which they were counted; while the database is away they are those"
                    + " of before.")
    public ClarionStatus get() {
        return status.status();
    }
}
