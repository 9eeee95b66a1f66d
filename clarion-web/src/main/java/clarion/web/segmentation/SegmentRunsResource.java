package clarion.web.segmentation;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.access.Roles;
import clarion.ejb.segmentation.MoveList;
import clarion.ejb.segmentation.MoveRow;
import clarion.ejb.segmentation.RunComparison;
import clarion.ejb.segmentation.SegmentComparisonService;
import clarion.ejb.segmentation.SegmentQueryService;
import clarion.ejb.segmentation.SegmentRun;
import clarion.ejb.segmentation.SegmentRunList;
import clarion.ejb.segmentation.SegmentRunService;
import clarion.web.access.Caller;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs that group endpoints, and what changed between them. */
@Dependent
@Path("v1/segmentation/runs")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "segmentation")
public class SegmentRunsResource {

    private final SegmentRunService runs;
    private final SegmentQueryService segments;
    private final SegmentComparisonService comparison;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public SegmentRunsResource() {
        this(null, null, null);
    }

    @Inject
    public SegmentRunsResource(
            SegmentRunService runs, SegmentQueryService segments, SegmentComparisonService comparison) {
        this.runs = runs;
        this.segments = segments;
        this.comparison = comparison;
    }

    @POST
    @RolesAllowed(Roles.ENGINEER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startSegmentRun",
            summary = "Group endpoints anew",
            description = "One run at a time. Until it is done, and if it fails, the results before stay in force.")
    @APIResponse(
            responseCode = "202",
            description = "Begun; the run tells how far it is",
            content = @Content(schema = @Schema(implementation = SegmentRun.class)))
    public Response start(@Nullable NewRun wanted, @Context HttpServletRequest request) {
        NewRun run = wanted == null ? new NewRun(null, null) : wanted;
        SegmentRun begun = runs.start(run.toRequest(), Caller.of(request).actor());
        return Response.accepted(begun)
                .location(URI.create("v1/segmentation/runs/" + begun.id()))
                .build();
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listSegmentRuns", summary = "List runs, the newest first")
    public Response list(@BeanParam ListRequest request) {
        return request.respond(SegmentRunList.DEFINITION, SegmentRun.class, runs::list);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getSegmentRun", summary = "Show how far a run is, and what it rests on")
    public SegmentRun get(@PathParam("id") String id) {
        return runs.get(SegmentQueryService.number("run", id));
    }

    @GET
    @Path("{id}/changes")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "compareSegmentRuns",
            summary = "Show what changed since a former run: clusters that are new or gone, members that moved")
    public RunComparison changes(
            @PathParam("id") String id,
            @QueryParam("since") @Parameter(description = "The former run", required = true) @Nullable String since) {
        return comparison.compare(segments.run(given(since)), segments.run(id));
    }

    @GET
    @Path("{id}/moves")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listSegmentMoves", summary = "List members that moved since a former run, and why")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MoveRow.class)))
    public Response moves(
            @BeanParam ListRequest request,
            @PathParam("id") String id,
            @QueryParam("since") @Parameter(description = "The former run", required = true) @Nullable String since) {
        long former = segments.run(given(since));
        long later = segments.run(id);
        return request.respond(
                MoveList.since(former),
                Set.of("since"),
                MoveRow.class,
                query -> comparison.moves(former, later, query));
    }

    private static String given(@Nullable String since) {
        if (since == null || since.isBlank()) {
            throw new ClarionException(
                    ProblemType.INVALID_PARAMETER,
                    "Parameter since: name the run to compare with.",
                    Map.of("parameter", "since"));
        }
        return since;
    }
}
