package clarion.web.audit;

import clarion.ejb.access.Roles;
import clarion.ejb.audit.AuditList;
import clarion.ejb.audit.AuditTrailService;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit record. It can be read; nothing changes it. */
@Dependent
@Path("v1/audit")
@Tag(name = "audit")
public class AuditResource {

    private final AuditTrailService trail;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public AuditResource() {
        this(null);
    }

    @Inject
    public AuditResource(AuditTrailService trail) {
        this.trail = trail;
    }

    @GET
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listAudit", summary = "List who did what, the newest first")
    public Response list(@BeanParam ListRequest request) {
        return request.respond(
                AuditList.DEFINITION,
                AuditEntryView.class,
                query -> trail.list(query).map(AuditEntryView::of));
    }
}
