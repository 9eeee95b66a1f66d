package clarion.web.flows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.access.Roles;
import clarion.ejb.flows.ConversationId;
import clarion.ejb.flows.FlowGroups;
import clarion.ejb.flows.FlowLists;
import clarion.ejb.flows.FlowQueryService;
import clarion.ejb.flows.FlowStatus;
import clarion.ejb.flows.FlowStatusService;
import clarion.ejb.flows.FlowWindow;
import clarion.ejb.listing.ListQuery;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who talks to whom. */
@Dependent
@Path("v1/flows")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "flows")
public class FlowsResource {

    private final FlowQueryService flows;
    private final FlowStatusService status;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public FlowsResource() {
        this(null, null);
    }

    @Inject
    public FlowsResource(FlowQueryService flows, FlowStatusService status) {
        this.flows = flows;
        this.status = status;
    }

    @GET
    @Path("status")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getFlowStatus", summary = "How fresh and how complete the stored flows are")
    public FlowStatus getStatus() {
        return status.status();
    }

    @GET
    @Path("conversations")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(
            operationId = "listConversations",
            summary = "List who asked what of whom, by client, server, service and SGTs",
            description = "Filters look at buckets: what a row counts is what matches. Sorted by what is counted.")
    public Response listConversations(@BeanParam ListRequest request, @BeanParam WindowRequest when) {
        FlowWindow window = when.window(flows);
        return request.respond(
                flows.conversationColumns(window),
                WindowRequest.NAMES,
                ConversationView.class,
                query -> flows.conversations(window, query).map(ConversationView::of));
    }

    @GET
    @Path("conversations/new")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(
            operationId = "listNewConversations",
            summary = "List the conversations of a time that had not been seen in it before an instant",
            description =
                    "To see what began today and was not there in the week before, ask from a week ago, since midnight.")
    public Response listNew(
            @BeanParam ListRequest request,
            @BeanParam WindowRequest when,
            @QueryParam("since") @Parameter(required = true, example = "2026-11-03T00:00:00Z") @Nullable String since) {
        FlowWindow window = when.window(flows);
        Instant instant = instant(since);
        Set<String> others = new HashSet<>(WindowRequest.NAMES);
        others.add("since");
        return request.respond(
                flows.conversationColumns(window),
                others,
                ConversationView.class,
                query -> flows.newSince(instant, window, query).map(ConversationView::of));
    }

    @GET
    @Path("conversations/groups")
    @RolesAllowed(Roles.VIEWER)
    @Operation(
            operationId = "groupConversations",
            summary = "Sum up traffic by client, server, user, SGTs, service or exporter, the largest first")
    public TrafficGroupsView group(
            @BeanParam ListRequest request,
            @BeanParam WindowRequest when,
            @BeanParam TopRequest top,
            @QueryParam("by")
                    @Parameter(
                            required = true,
                            schema =
                                    @Schema(
                                            enumeration = {
                                                "client",
                                                "server",
                                                "client-user",
                                                "server-user",
                                                "sgts",
                                                "service",
                                                "exporter"
                                            }))
                    @Nullable
                    String by) {
        return groups(request, when, top, TopRequest.by(by));
    }

    @GET
    @Path("talkers")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listTopTalkers", summary = "The clients with most traffic")
    public TrafficGroupsView talkers(
            @BeanParam ListRequest request, @BeanParam WindowRequest when, @BeanParam TopRequest top) {
        return groups(request, when, top, FlowGroups.By.CLIENT);
    }

    @GET
    @Path("services")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listTopServices", summary = "The services with most traffic")
    public TrafficGroupsView services(
            @BeanParam ListRequest request, @BeanParam WindowRequest when, @BeanParam TopRequest top) {
        return groups(request, when, top, FlowGroups.By.SERVICE);
    }

    @GET
    @Path("matrix")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "listTrafficBySgts", summary = "Traffic from SGT to SGT, as a table")
    public TrafficGroupsView matrix(
            @BeanParam ListRequest request, @BeanParam WindowRequest when, @BeanParam TopRequest top) {
        return groups(request, when, top, FlowGroups.By.SGTS);
    }

    private TrafficGroupsView groups(ListRequest request, WindowRequest when, TopRequest top, FlowGroups.By by) {
        FlowWindow window = when.window(flows);
        Set<String> others = new HashSet<>(WindowRequest.NAMES);
        others.addAll(TopRequest.NAMES);
        others.add("by");
        ListQuery query = request.query(flows.conversationColumns(window), others);
        return TrafficGroupsView.of(window, flows.groups(window, query, by, top.ranked(), top.most()));
    }

    @GET
    @Path("conversations/{id}/buckets")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(
            operationId = "listBuckets",
            summary = "List the buckets that a conversation of the list is counted from")
    public Response listBuckets(
            @PathParam("id") String id, @BeanParam ListRequest request, @BeanParam WindowRequest when) {
        FlowWindow window = when.window(flows);
        ConversationId conversation = ConversationId.parse(id);
        return request.respond(
                flows.bucketColumns(window),
                WindowRequest.NAMES,
                FlowBucketView.class,
                query -> flows.buckets(conversation, window, query).map(FlowBucketView::of));
    }

    @GET
    @Path("findings")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(
            operationId = "listSgtFindings",
            summary = "List whose traffic was seen with another SGT than their session had")
    public Response listFindings(@BeanParam ListRequest request) {
        return request.respond(
                FlowLists.FINDINGS,
                SgtFindingView.class,
                query -> flows.findings(query).map(SgtFindingView::of));
    }

    private static Instant instant(@Nullable String text) {
        try {
            return Instant.parse(text == null ? "" : text.strip());
        } catch (DateTimeParseException e) {
            throw new ClarionException(
                    ProblemType.INVALID_PARAMETER,
                    "Parameter since: expected a time like 2026-11-03T12:00:00Z, found '" + (text == null ? "" : text)
                            + "'",
                    Map.of("parameter", "since"));
        }
    }
}
