package clarion.web.segmentation;

import clarion.ejb.access.Roles;
import clarion.ejb.segmentation.DecisionList;
import clarion.ejb.segmentation.DecisionRow;
import clarion.ejb.segmentation.SegmentDecisionService;
import clarion.ejb.segmentation.SegmentQueryService;
import clarion.web.access.Caller;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What people decided about clusters; each can be undone. */
@Dependent
@Path("v1/segmentation/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "segmentation")
public class DecisionsResource {

    private final SegmentDecisionService decisions;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public DecisionsResource() {
        this(null);
    }

    @Inject
    public DecisionsResource(SegmentDecisionService decisions) {
        this.decisions = decisions;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listDecisions", summary = "List decisions about clusters, the newest first")
    public Response list(@BeanParam ListRequest request) {
        return request.respond(DecisionList.DEFINITION, DecisionRow.class, decisions::list);
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ENGINEER)
    @Operation(operationId = "undoDecision", summary = "Undo a decision; it stays in the list, and no longer counts")
    @APIResponse(responseCode = "204", description = "Undone")
    public void undo(@PathParam("id") String id, @Context HttpServletRequest request) {
        decisions.undo(
                SegmentQueryService.number("decision", id), Caller.of(request).actor());
    }
}
