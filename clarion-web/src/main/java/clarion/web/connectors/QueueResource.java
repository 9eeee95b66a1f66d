package clarion.web.connectors;

import clarion.ejb.access.Roles;
import clarion.ejb.queue.QueueReplayService;
import clarion.ejb.queue.QueueStatusService;
import clarion.web.access.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
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

/** The message queue between connector and database, where there is one. */
@Dependent
@Path("v1/connectors/queue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "connectors")
public class QueueResource {

    private final QueueStatusService queue;
    private final QueueReplayService replays;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public QueueResource() {
        this(null, null);
    }

    @Inject
    public QueueResource(QueueStatusService queue, QueueReplayService replays) {
        this.queue = queue;
        this.replays = replays;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getQueue", summary = "How the message queue is doing, if there is one")
    public QueueView get() {
        return QueueView.of(queue.status());
    }

    @GET
    @Path("replays")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listQueueReplays", summary = "The latest replays and how far they are")
    public ReplaysView listReplays() {
        return new ReplaysView(replays.list().stream().map(ReplayView::of).toList());
    }

    @POST
    @Path("replays")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(
            operationId = "replayQueue",
            summary = "Apply again what went through the queue since a time",
            description =
                    "What is stored and is as new, or newer, stays as it is. New events wait in the queue until it"
                            + " has ended; then the picture is compared with ISE's.")
    @APIResponse(
            responseCode = "202",
            description = "Asked for; the list tells how far it is",
            content = @Content(schema = @Schema(implementation = ReplayView.class)))
    public Response replay(@NotNull @Valid NewReplay replay, @Context HttpServletRequest request) {
        queue.requireOn();
        ReplayView asked = ReplayView.of(replays.request(Caller.of(request).actor(), replay.from()));
        return Response.accepted(asked).build();
    }
}
