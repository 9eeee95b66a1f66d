package clarion.web.connectors;

import clarion.ejb.access.Roles;
import clarion.ejb.connectors.ConnectorControlService;
import clarion.ejb.connectors.ConnectorService;
import clarion.ejb.connectors.LedgerService;
import clarion.ejb.connectors.leadership.LeadershipService;
import clarion.pxgrid.ConnectorStatus;
import clarion.web.access.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The connection to ISE: how it is doing, and what can be done to it. */
@Dependent
@Path("v1/connectors/pxgrid")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "connectors")
public class PxGridResource {

    private final ConnectorService connector;
    private final ConnectorControlService control;
    private final LedgerService ledger;
    private final LeadershipService leadership;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public PxGridResource() {
        this(null, null, null, null);
    }

    @Inject
    public PxGridResource(
            ConnectorService connector,
            ConnectorControlService control,
            LedgerService ledger,
            LeadershipService leadership) {
        this.connector = connector;
        this.control = control;
        this.ledger = ledger;
        this.leadership = leadership;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getPxGrid", summary = "How the connection to ISE is doing")
    public PxGridView get() {
        return view(connector.status());
    }

    @POST
    @Path("start")
    @RolesAllowed(Roles.ENGINEER)
    @Operation(operationId = "startPxGrid", summary = "Connect to ISE")
    @APIResponse(
            responseCode = "202",
            description = "Asked for; the status tells how far it is",
            content = @Content(schema = @Schema(implementation = PxGridView.class)))
    public Response start(@Context HttpServletRequest request) {
        return accepted(control.start(Caller.of(request).actor()));
    }

    @POST
    @Path("stop")
    @RolesAllowed(Roles.ENGINEER)
    @Operation(operationId = "stopPxGrid", summary = "Disconnect from ISE, and stay so until started")
    @APIResponse(
            responseCode = "202",
            description = "Asked for; the status tells how far it is",
            content = @Content(schema = @Schema(implementation = PxGridView.class)))
    public Response stop(@Context HttpServletRequest request) {
        return accepted(control.stop(Caller.of(request).actor()));
    }

    @POST
    @Path("reload")
    @RolesAllowed(Roles.ENGINEER)
    @Operation(operationId = "reloadPxGrid", summary = "Read settings and certificates again, and connect anew")
    @APIResponse(
            responseCode = "202",
            description = "Asked for; the status tells how far it is",
            content = @Content(schema = @Schema(implementation = PxGridView.class)))
    public Response reload(@Context HttpServletRequest request) {
        return accepted(control.reload(Caller.of(request).actor()));
    }

    @POST
    @Path("reconcile")
    @RolesAllowed(Roles.ENGINEER)
    @Operation(
            operationId = "reconcilePxGrid",
            summary = "Compare what is stored with ISE's own list, and repair it, beside the live stream")
    @APIResponse(
            responseCode = "202",
            description = "Asked for; the status tells when it has ended",
            content = @Content(schema = @Schema(implementation = PxGridView.class)))
    public Response reconcile(@Context HttpServletRequest request) {
        return accepted(control.reconcile(Caller.of(request).actor()));
    }

    private Response accepted(ConnectorStatus status) {
        return Response.accepted(view(status)).build();
    }

    private PxGridView view(ConnectorStatus status) {
        return PxGridView.of(status, leadership.find(), ledger.plan(status));
    }
}
