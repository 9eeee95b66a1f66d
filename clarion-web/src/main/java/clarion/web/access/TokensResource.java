package clarion.web.access;

import clarion.ejb.access.AccessListService;
import clarion.ejb.access.ApiTokenList;
import clarion.ejb.access.Identity;
import clarion.ejb.access.Roles;
import clarion.ejb.access.TokenService;
import clarion.web.listing.ListRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
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

/** API tokens: each caller's own; an administrator sees and revokes all. */
@Dependent
@Path("v1/access/tokens")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
public class TokensResource {

    private final TokenService tokens;
    private final AccessListService lists;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public TokensResource() {
        this(null, null);
    }

    @Inject
    public TokensResource(TokenService tokens, AccessListService lists) {
        this.tokens = tokens;
        this.lists = lists;
    }

    @GET
    @RolesAllowed(Roles.VIEWER)
    @Produces({MediaType.APPLICATION_JSON, ListRequest.CSV})
    @Operation(operationId = "listTokens", summary = "List API tokens, the newest first")
    public Response list(@BeanParam ListRequest list, @Context HttpServletRequest request) {
        Identity caller = Caller.of(request).identity();
        return list.respond(
                ApiTokenList.DEFINITION,
                TokenView.class,
                query -> lists.tokens(query, caller).map(TokenView::of));
    }

    @POST
    @RolesAllowed(Roles.VIEWER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createToken", summary = "Make an API token; it is shown in this answer and never again")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = TokenView.class)))
    public Response create(@Nullable NewToken token, @Context HttpServletRequest request, @Context UriInfo uri) {
        NewToken body = Bodies.body(token);
        Caller caller = Caller.of(request);
        TokenService.Made made = tokens.create(
                caller.identity(), Bodies.field("name", body.name()), body.role(), body.expiresAt(), caller.actor());
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(Long.toString(made.token().id()))
                        .build())
                .entity(TokenView.of(made.token(), made.secret()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "revokeToken", summary = "Revoke an API token, at once and for good")
    @APIResponse(responseCode = "204", description = "The token is revoked")
    public void revoke(@PathParam("id") String id, @Context HttpServletRequest request) {
        Caller caller = Caller.of(request);
        tokens.revoke(caller.identity(), Bodies.id("token", id), caller.actor());
    }
}
