package clarion.web.health;

import clarion.ejb.health.HealthReport;
import clarion.ejb.health.HealthService;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Health for load balancers; the one resource that answers a caller without an account. */
@Dependent
@Path("health")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "status")
public class HealthResource {

    private final HealthService health;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public HealthResource() {
        this(null);
    }

    @Inject
    public HealthResource(HealthService health) {
        this.health = health;
    }

    @GET
    @PermitAll
    @SecurityRequirements
    @Operation(operationId = "getHealth", summary = "Whether Clarion can serve")
    @APIResponse(
            responseCode = "200",
            description = "Clarion serves; DEGRADED says that the connection to ISE is not live",
            content = @Content(schema = @Schema(implementation = HealthReport.class)))
    @APIResponse(
            responseCode = "503",
            description = "Clarion cannot serve",
            content = @Content(schema = @Schema(implementation = HealthReport.class)))
    public Response get() {
        HealthReport report = health.report();
        int status = report.status() == HealthReport.Status.DOWN ? 503 : 200;
        return Response.status(status)
                .entity(report)
                .header("Cache-Control", "no-store")
                .build();
    }
}
