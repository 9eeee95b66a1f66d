package clarion.web.groups;

import clarion.ejb.access.Roles;
import clarion.ejb.groups.GroupLists;
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

/** What ISE says of groups; nothing here changes anything in ISE. */
@Dependent
@Path("v1/groups")
@Tag(name = "groups")
public class GroupsResource {

    private final TopicListService lists;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public GroupsResource() {
        this(null);
    }

    @Inject
    public GroupsResource(TopicListService lists) {
        this.lists = lists;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List security groups by number, with how many sessions carry each")
    public Response list(@BeanParam ListRequest request) {
        return request.respond(
                GroupLists.SECURITY_GROUPS,
                SecurityGroupView.class,
                query -> lists.list(query).map(SecurityGroupView::of));
    }

    @GET
    @Path("acls")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List SGACLs by name, with how many switches have the present generation")
    public Response listAcls(@BeanParam ListRequest request) {
        return request.respond(
                GroupLists.ACLS, AclView.class, query -> lists.list(query).map(AclView::of));
    }

    @GET
    @Path("virtual-networks")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List virtual networks by name")
    public Response listVirtualNetworks(@BeanParam ListRequest request) {
        return request.respond(
                GroupLists.VIRTUAL_NETWORKS,
                VirtualNetworkView.class,
                query -> lists.list(query).map(VirtualNetworkView::of));
    }

    @GET
    @Path("bindings")
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(summary = "List SXP bindings by prefix")
    public Response listBindings(@BeanParam ListRequest request) {
        return request.respond(
                GroupLists.SXP_BINDINGS,
                SxpBindingView.class,
                query -> lists.list(query).map(SxpBindingView::of));
    }
}
