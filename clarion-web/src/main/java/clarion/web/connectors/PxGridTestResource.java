package clarion.web.connectors;

import clarion.ejb.access.Roles;
import clarion.ejb.connectors.ConnectorCheckService;
import clarion.pxgrid.CheckReport;
import clarion.pxgrid.CheckRequest;
import clarion.web.access.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tests the way to ISE, as it is configured or by another configuration, beside the connection that is there. */
@Dependent
@Path("v1/connectors/pxgrid/test")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "connectors")
public class PxGridTestResource {

    private final ConnectorCheckService checks;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public PxGridTestResource() {
        this(null);
    }

    @Inject
    public PxGridTestResource(ConnectorCheckService checks) {
        this.checks = checks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ENGINEER)
    @Operation(
            operationId = "testPxGrid",
            summary = "Try every step of the way to ISE, and say for each what was found and what to do")
    public CheckReport test(
            @RequestBody(required = false) @Nullable CheckRequest body, @Context HttpServletRequest request) {
        return checks.test(Caller.of(request).actor(), Objects.requireNonNullElse(body, CheckRequest.AS_CONFIGURED));
    }
}
