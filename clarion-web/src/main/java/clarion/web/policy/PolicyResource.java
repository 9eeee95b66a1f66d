package clarion.web.policy;

import clarion.ejb.access.Roles;
import clarion.ejb.policy.PolicyLists;
import clarion.ejb.topics.TopicListService;
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

/** The egress matrix of ISE, and which switch has which part of it in force. */
@Dependent
@Path("v1/policy")
@Tag(name = "policy")
public class PolicyResource {

    private final TopicListService lists;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public PolicyResource() {
        this(null);
    }

    @Inject
    public PolicyResource(TopicListService lists) {
        this.lists = lists;
    }

    @GET
    @Path("cells")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List the cells of the egress matrix, with what they refer to and ISE no longer has")
    public Response listCells(@BeanParam ListRequest request) {
        return request.respond(
                PolicyLists.CELLS,
                PolicyCellView.class,
                query -> lists.list(query).map(PolicyCellView::of));
    }

    @GET
    @Path("matrices")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List the egress matrices, with whether one only monitors (ISE 3.2 and later)")
    public Response listMatrices(@BeanParam ListRequest request) {
        return request.respond(
                PolicyLists.MATRICES,
                MatrixView.class,
                query -> lists.list(query).map(MatrixView::of));
    }

    @GET
    @Path("downloads")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List what switches downloaded, cell by cell, the newest first")
    public Response listDownloads(@BeanParam ListRequest request) {
        return request.respond(
                PolicyLists.DOWNLOADS,
                PolicyDownloadView.class,
                query -> lists.list(query).map(PolicyDownloadView::of));
    }
}
