package clarion.web.access;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.access.AccessSettings;
import clarion.ejb.access.CredentialService;
import clarion.ejb.access.LoginOutcome;
import clarion.ejb.access.LoginService;
import clarion.ejb.access.Roles;
import clarion.ejb.access.Secrets;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Login and logout of the console, and what a caller may know and change of itself. */
@Dependent
@Path("v1/access")
@Tag(name = "access")
@Produces(MediaType.APPLICATION_JSON)
public class AccessResource {

    private final LoginService logins;
    private final CredentialService credentials;
    private final AccessSettings settings;

    /** RESTEasy wants to find it; CDI calls the other. */
    @SuppressWarnings("NullAway")
    public AccessResource() {
        this(null, null, null);
    }

    @Inject
    public AccessResource(LoginService logins, CredentialService credentials, AccessSettings settings) {
        this.logins = logins;
        this.credentials = credentials;
        this.settings = settings;
    }

    @POST
    @Path("login")
    @PermitAll
    @SecurityRequirements
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "logIn",
            summary = "Log in to the console: opens a session, whose cookie the response sets")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LoginView.class)))
    @APIResponse(responseCode = "401", description = "The user name or password is wrong")
    @APIResponse(responseCode = "429", description = "Too many wrong ones; Retry-After says how long to wait")
    public Response logIn(@Nullable Login login, @Context HttpServletRequest request) {
        Login body = Bodies.body(login);
        String username = Bodies.field("username", body.username());
        String password = Bodies.field("password", body.password());
        Client client = Client.of(request, settings.trustedProxies());
        LoginOutcome outcome = logins.logIn(username, password, client.actor(request));
        if (outcome instanceof LoginOutcome.Throttled throttled) {
            throw LoginService.tooManyAttempts(throttled.delay());
        } else if (outcome instanceof LoginOutcome.Opened opened) {
            String token = opened.sessionToken();
            return Response.ok(LoginView.of(opened.identity(), Secrets.csrfTokenOf(token)))
                    .header(
                            HttpHeaders.SET_COOKIE,
                            SessionCookie.opened(token, settings.secureCookie(), client.isSecure()))
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .build();
        }
        throw new ClarionException(ProblemType.BAD_CREDENTIALS, "Check the user name and the password, and try again.");
    }

    @POST
    @Path("logout")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "logOut", summary = "Log out: ends the session of the cookie")
    @APIResponse(responseCode = "204", description = "The session has ended")
    public Response logOut(@Context HttpServletRequest request) {
        Caller caller = Caller.of(request);
        credentials.close(caller.identity(), caller.actor());
        Client client = Client.of(request, settings.trustedProxies());
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, SessionCookie.closed(settings.secureCookie(), client.isSecure()))
                .build();
    }

    @GET
    @Path("me")
    @RolesAllowed(Roles.VIEWER)
    @Operation(operationId = "getMe", summary = "Show the caller and its roles")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MeView.class)))
    public Response me(@Context HttpServletRequest request) {
        return Response.ok(MeView.of(Caller.of(request)))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    @POST
    @Path("password")
    @RolesAllowed(Roles.VIEWER)
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "changePassword", summary = "Change one's own password; one's other sessions end")
    @APIResponse(responseCode = "204", description = "The password is changed")
    public void changePassword(@Nullable PasswordChange change, @Context HttpServletRequest request) {
        PasswordChange body = Bodies.body(change);
        Caller caller = Caller.of(request);
        logins.changeOwnPassword(
                caller.identity(),
                Bodies.field("current", body.current()),
                Bodies.field("new", body.next()),
                caller.actor());
    }
}
