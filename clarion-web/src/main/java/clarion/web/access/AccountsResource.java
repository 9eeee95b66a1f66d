package clarion.web.access;

import clarion.ejb.access.AccessListService;
import clarion.ejb.access.Account;
import clarion.ejb.access.AccountList;
import clarion.ejb.access.AccountService;
import clarion.ejb.access.Roles;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The local accounts, kept by administrators. */
@Dependent
@Path("v1/access/accounts")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    private final AccountService accounts;
    private final AccessListService lists;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public AccountsResource() {
        this(null, null);
    }

    @Inject
    public AccountsResource(AccountService accounts, AccessListService lists) {
        this.accounts = accounts;
        this.lists = lists;
    }

    @GET
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listAccounts", summary = "List accounts, the oldest first")
    public Response list(@BeanParam ListRequest request) {
        return request.respond(
                AccountList.DEFINITION,
                AccountView.class,
                query -> lists.accounts(query).map(AccountView::of));
    }

    @POST
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createAccount", summary = "Make an account")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response create(
            @Nullable NewAccountBody account, @Context HttpServletRequest request, @Context UriInfo uri) {
        Account made = accounts.create(
                Bodies.body(account).toNewAccount(), Caller.of(request).actor());
        return shown(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(made.id()))
                        .build()),
                made);
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "getAccount", summary = "Show an account; its ETag is what a change of it needs")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response get(@PathParam("id") String id) {
        return shown(Response.ok(), accounts.getAccount(Bodies.id("account", id)));
    }

    @PATCH
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Consumes({MediaType.APPLICATION_JSON, "application/merge-patch+json"})
    @Operation(
            operationId = "changeAccount",
            summary = "Change an account: its name, roles, password, or whether it is disabled")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Response change(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Nullable AccountPatch patch,
            @Context HttpServletRequest request) {
        IfMatch seen = IfMatch.parse(ifMatch);
        return shown(
                Response.ok(),
                accounts.change(
                        Bodies.id("account", id),
                        Bodies.body(patch).toAccountChange(),
                        seen::accepts,
                        Caller.of(request).actor()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Operation(operationId = "removeAccount", summary = "Remove an account with its sessions and tokens")
    @APIResponse(responseCode = "204", description = "The account is removed")
    public void remove(
            @PathParam("id") String id,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @Context HttpServletRequest request) {
        IfMatch seen = IfMatch.parse(ifMatch);
        accounts.remove(
                Bodies.id("account", id), seen::accepts, Caller.of(request).actor());
    }

    private static Response shown(Response.ResponseBuilder response, Account account) {
        return response.entity(AccountView.of(account))
                .tag(new EntityTag(account.revision()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
