package clarion.web.segmentation;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.access.Roles;
import clarion.ejb.segmentation.ClusterDetail;
import clarion.ejb.segmentation.ClusterList;
import clarion.ejb.segmentation.ClusterRow;
import clarion.ejb.segmentation.ClusterTraffic;
import clarion.ejb.segmentation.DecisionRow;
import clarion.ejb.segmentation.MemberList;
import clarion.ejb.segmentation.MemberRow;
import clarion.ejb.segmentation.SegmentDecisionService;
import clarion.ejb.segmentation.SegmentQueryService;
import clarion.ejb.segmentation.SgtRecommendation;
import clarion.ejb.segmentation.SgtRecommendationService;
import clarion.web.access.Caller;
import clarion.web.access.IfMatch;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Clusters, why they are, and what is decided about them. */
@Dependent
@Path("v1/segmentation/clusters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "segmentation")
public class ClustersResource {

    private final SegmentQueryService segments;
    private final SegmentDecisionService decisions;
    private final SgtRecommendationService recommendations;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public ClustersResource() {
        this(null, null, null);
    }

    @Inject
    public ClustersResource(
            SegmentQueryService segments, SegmentDecisionService decisions, SgtRecommendationService recommendations) {
        this.segments = segments;
        this.decisions = decisions;
        this.recommendations = recommendations;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listClusters", summary = "List clusters, the largest first")
    public Response list(
            @BeanParam ListRequest request,
            @QueryParam("run") @Parameter(description = "A run that is kept; else the one in force") @Nullable
                    String run) {
        return request.respond(
                ClusterList.DEFINITION,
                Set.of("run"),
                ClusterRow.class,
                query -> segments.clusters(segments.run(run), query));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getCluster",
            summary = "Show a cluster: who, what and why; its ETag is what a decision about it needs")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ClusterDetail.class)))
    public Response get(@PathParam("id") String id, @QueryParam("run") @Nullable String run) {
        ClusterDetail detail = segments.detail(segments.run(run), number(id));
        return Response.ok(detail)
                .tag(new EntityTag(detail.cluster().revision()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @GET
    @Path("{id}/members")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listClusterMembers", summary = "List the members of a cluster, and why each is one")
    public Response members(
            @BeanParam ListRequest request,
            @PathParam("id") String id,
            @QueryParam("run") @Parameter(description = "A run that is kept; else the one in force") @Nullable
                    String run) {
        return request.respond(
                MemberList.DEFINITION,
                Set.of("run"),
                MemberRow.class,
                query -> segments.members(segments.run(run), number(id), query));
    }

    @GET
    @Path("{id}/traffic")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "getClusterTraffic",
            summary = "Show which services the members use and offer, and with whom")
    public ClusterTraffic traffic(@PathParam("id") String id, @QueryParam("run") @Nullable String run) {
        return segments.traffic(segments.run(run), number(id));
    }

    @GET
    @Path("{id}/recommendation")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "recommendSgt",
            summary = "Recommend an SGT for the cluster, and the authorization rule that would give it")
    public SgtRecommendation recommendation(@PathParam("id") String id, @QueryParam("run") @Nullable String run) {
        return recommendations.recommend(segments.run(run), number(id));
    }

    @POST
    @Path("{id}/decisions")
    @RolesAllowed(Roles.ENGINEER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "decideAboutCluster",
            summary = "Accept, rename, merge or split a cluster, pin members to it or exclude them",
            description = "It counts at once and in later runs, until it is undone.")
    @APIResponse(
            responseCode = "201",
            description = "Decided",
            content = @Content(schema = @Schema(implementation = DecisionRow.class)))
    public Response decide(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable NewDecisionBody body,
            @Context HttpServletRequest request) {
        IfMatch seen = IfMatch.parse(ifMatch);
        if (body == null) {
            throw new ClarionException(ProblemType.MALFORMED_REQUEST, "The body is empty; send a JSON object.");
        }
        long made = decisions.decide(
                number(id), body.toDecision(), seen::accepts, Caller.of(request).actor());
        return Response.created(URI.create("v1/segmentation/decisions/" + made))
                .entity(decisions.get(made))
                .build();
    }

    private static long number(String id) {
        return SegmentQueryService.number("cluster", id);
    }
}
