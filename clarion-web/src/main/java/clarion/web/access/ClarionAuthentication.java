package clarion.web.access;

import clarion.domain.ProblemType;
import clarion.domain.logging.ContextLogger;
import clarion.ejb.DatabaseReadiness;
import clarion.ejb.access.AccessSettings;
import clarion.ejb.access.ConsoleSettings;
import clarion.ejb.access.CredentialService;
import clarion.ejb.access.Identity;
import clarion.ejb.access.Roles;
import clarion.ejb.access.Secrets;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.Via;
import clarion.ejb.connectors.OwnProcess;
import clarion.ejb.health.DatabaseProbe;
import clarion.web.console.Cors;
import clarion.web.console.SecurityHeadersFilter;
import clarion.web.problems.Problem;
import clarion.web.problems.Problems;
import clarion.web.problems.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationException;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Authenticates every request by API token or session cookie, and refuses anonymous ones and forged ones itself, as
 * problem documents. Nothing is remembered between requests: what the database says now is what counts.
 */
@ApplicationScoped
public class ClarionAuthentication implements HttpAuthenticationMechanism {

    /** RFC 6750 section 3; no scheme that makes a browser open its own login window. */
    static final String CHALLENGE = "Bearer realm=\"clarion\"";

    private static final System.Logger LOG = ContextLogger.of(ClarionAuthentication.class);

    private final CredentialService credentials;
    private final DatabaseReadiness database;
    private final AccessSettings settings;
    private final ConsoleSettings console;
    private final ScrapeKey scrapers;
    private final OwnProcess process;
    private final DatabaseProbe probe;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected ClarionAuthentication() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public ClarionAuthentication(
            CredentialService credentials,
            DatabaseReadiness database,
            AccessSettings settings,
            ConsoleSettings console,
            ScrapeKey scrapers,
            OwnProcess process,
            DatabaseProbe probe) {
        this.credentials = credentials;
        this.database = database;
        this.settings = settings;
        this.console = console;
        this.scrapers = scrapers;
        this.process = process;
        this.probe = probe;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        try {
            return decide(request, response, context);
        } catch (RuntimeException e) {
            return refuse(request, response, Problems.diagnose(LOG, request, e));
        }
    }

    private AuthenticationStatus decide(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (Cors.isPreflight(request)) {
            return context.doNothing(); // it carries no credentials, and CorsFilter answers it without looking further
        }
        String path = GuardedPaths.pathOf(request);
        if (!process.role().servesApi()) {
            return decideWithoutApi(path, request, response, context);
        }
        Client client = Client.of(request, settings.trustedProxies());
        if (GuardedPaths.isLogin(request.getMethod(), path)) {
            Optional<String> foreign = foreign(request, client);
            if (foreign.isPresent()) {
                return refuse(request, response, rejected(foreign.get()));
            }
            Optional<Problem> missing = missing();
            return missing.isEmpty() ? context.doNothing() : refuse(request, response, missing.get());
        }
        if (!GuardedPaths.isGuarded(request.getMethod(), path)) {
            return context.doNothing();
        }
        Optional<Credential> offered = Credential.of(request);
        if (offered.isEmpty()) {
            return refuse(
                    request,
                    response,
                    Problem.of(
                                    ProblemType.UNAUTHENTICATED,
                                    "Sign in at POST /api/v1/access/login, or send an API token as a bearer token.")
                            .withHeader("WWW-Authenticate", CHALLENGE));
        }
        Credential credential = offered.get();
        if (scrapers.opens(request.getMethod(), path, credential)) {
            return context.notifyContainerAboutLogin(ScrapeKey.CALLER, Set.of(Roles.VIEWER));
        }
        Optional<Problem> missing = missing();
        if (missing.isPresent()) {
            return refuse(request, response, missing.get());
        }
        Optional<Identity> found = find(credential);
        if (found.isEmpty()) {
            return refuse(request, response, unknown(credential));
        }
        Identity identity = found.get();
        String csrfToken = credential.via() == Via.SESSION ? Secrets.csrfTokenOf(credential.secret()) : null;
        if (csrfToken != null && SameSite.isChange(request.getMethod())) {
            Optional<String> forged = foreign(request, client).or(() -> lacksToken(request, csrfToken));
            if (forged.isPresent()) {
                return refuse(request, response, rejected(forged.get()));
            }
        }
        new Caller(
                        identity,
                        new Actor(identity.username(), identity.via(), client.address(), RequestId.of(request)),
                        csrfToken)
                .attachTo(request);
        return context.notifyContainerAboutLogin(identity.username(), identity.roles());
    }

    /**
     * In a process that serves the connector or collects flows alone: accounts are for people, who have no business
     * here.
     */
    private AuthenticationStatus decideWithoutApi(
            String path, HttpServletRequest request, HttpServletResponse response, HttpMessageContext context)
            throws AuthenticationException {
        if (!GuardedPaths.isWithoutApi(path)) {
            return refuse(
                    request,
                    response,
                    Problem.of(
                            ProblemType.NOT_FOUND,
                            "This process serves no API (clarion.role="
                                    + process.role().word() + "); ask one with clarion.role=api."));
        }
        if (!path.equals(GuardedPaths.METRICS)) {
            return context.doNothing();
        }
        boolean known = Credential.of(request)
                .map(credential -> scrapers.opens(request.getMethod(), path, credential)
                        || process.isSharedKey(credential.secret()))
                .orElse(false);
        return known
                ? context.notifyContainerAboutLogin(ScrapeKey.CALLER, Set.of(Roles.VIEWER))
                : refuse(
                        request,
                        response,
                        Problem.of(
                                        ProblemType.UNAUTHENTICATED,
                                        "Send the key of clarion.metrics.token-file or of clarion.connector.key-file as a bearer"
                                                + " token.")
                                .withHeader("WWW-Authenticate", CHALLENGE));
    }

    private Optional<Identity> find(Credential credential) {
        if (!credential.isPlausible()) {
            return Optional.empty();
        }
        return credential.via() == Via.TOKEN
                ? credentials.findByToken(credential.secret())
                : credentials.findBySession(credential.secret());
    }

    private Optional<String> foreign(HttpServletRequest request, Client client) {
        return SameSite.refusal(
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader("Origin"),
                client.scheme(),
                client.host(),
                console::allows);
    }

    private static Optional<String> lacksToken(HttpServletRequest request, String expected) {
        String sent = request.getHeader("X-CSRF-Token");
        return sent != null && Secrets.same(expected, sent)
                ? Optional.empty()
                : Optional.of("Send the csrfToken of the login (or of GET /api/v1/access/me) as X-CSRF-Token.");
    }

    private static Problem unknown(Credential credential) {
        return credential.via() == Via.TOKEN
                ? Problem.of(
                                ProblemType.UNAUTHENTICATED,
                                "The API token is unknown, expired or revoked, or its account is disabled.")
                        .withHeader("WWW-Authenticate", CHALLENGE + ", error=\"invalid_token\"")
                : Problem.of(ProblemType.UNAUTHENTICATED, "The session has ended; sign in again.")
                        .withHeader("WWW-Authenticate", CHALLENGE);
    }

    /**
     * The database, if it cannot be asked whose the credential is. A request that would wait for a database that hangs
     * is told so within seconds.
     */
    private Optional<Problem> missing() {
        if (!database.isReady()) {
            return Optional.of(notReady());
        }
        return probe.answers()
                ? Optional.empty()
                : Optional.of(Problem.of(
                                ProblemType.DATABASE_UNAVAILABLE,
                                "The database does not answer; Clarion goes on by itself once it does.")
                        .withHeader("Retry-After", "5"));
    }

    /** Where the database is and what is wrong with it is not for callers nobody knows. */
    private static Problem notReady() {
        return Problem.of(
                        ProblemType.DATABASE_UNAVAILABLE,
                        "Clarion has no database yet; the server log says why. Try again in a few seconds.")
                .withHeader("Retry-After", "5");
    }

    private static Problem rejected(String why) {
        return Problem.of(ProblemType.CSRF_REJECTED, why);
    }

    /** Sent at once, so that no container puts a page of its own in its place. */
    private AuthenticationStatus refuse(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws AuthenticationException {
        try {
            SecurityHeadersFilter.protect(request, response);
            Cors.describe(request, response, console);
            Problems.send(request, response, problem);
            response.flushBuffer();
            return AuthenticationStatus.SEND_FAILURE;
        } catch (IOException e) {
            throw new AuthenticationException("the refusal could not be sent", e);
        }
    }
}
