package clarion.web.segmentation;

import clarion.ejb.access.Roles;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.segmentation.MemberList;
import clarion.ejb.segmentation.MemberRow;
import clarion.ejb.segmentation.SegmentMap;
import clarion.ejb.segmentation.SegmentQueryService;
import clarion.ejb.segmentation.SegmentationStatus;
import clarion.web.listing.FacetsView;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Which endpoints belong together: how fresh that is, and all members of a run. */
@Dependent
@Path("v1/segmentation")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "segmentation")
public class SegmentationResource {

    private final SegmentQueryService segments;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public SegmentationResource() {
        this(null);
    }

    @Inject
    public SegmentationResource(SegmentQueryService segments) {
        this.segments = segments;
    }

    @GET
    @Path("status")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getSegmentationStatus",
            summary = "Show how fresh the clusters are, what they rest on, and what to do next")
    public SegmentationStatus status() {
        return segments.status();
    }

    @GET
    @Path("map")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getSegmentMap",
            summary = "Draw a run: circles for clusters, points for their members, at the same places from run to run")
    public SegmentMap map(
            @QueryParam("run") @Parameter(description = "A run that is kept; else the one in force") @Nullable
                    String run) {
        return segments.map(segments.run(run));
    }

    @GET
    @Path("members")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(
            operationId = "listSegmentMembers",
            summary = "List endpoints with their clusters, the confidence and the reasons",
            description = "With review=true it is the list of those at which somebody should look.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MemberRow.class)))
    public Response listMembers(
            @BeanParam ListRequest request,
            @QueryParam("run") @Parameter(description = "A run that is kept; else the one in force") @Nullable
                    String run) {
        return request.respond(
                MemberList.DEFINITION,
                Set.of("run"),
                MemberRow.class,
                query -> segments.members(segments.run(run), query));
    }

    @GET
    @Path("members/facets")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "countSegmentMembers",
            summary = "Count the matching endpoints by the values of some columns")
    public FacetsView facets(
            @BeanParam ListRequest request,
            @QueryParam("run") @Nullable String run,
            @QueryParam("fields")
                    @DefaultValue("cause,profile,group,sgtName")
                    @Parameter(description = "Columns separated by commas")
                    String fields) {
        ListQuery query = request.query(MemberList.DEFINITION, Set.of("fields", "run"));
        List<String> columns =
                Arrays.stream(fields.split(",")).map(String::strip).toList();
        return FacetsView.of(segments.memberFacets(segments.run(run), query, columns));
    }
}
