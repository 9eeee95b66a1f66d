package clarion.web.access;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.access.Identity;
import clarion.ejb.audit.Actor;
import jakarta.servlet.ServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated caller of a request, as the login mechanism left it there. Resources take it from the request;
 * {@link #actor} is what {@link clarion.ejb.audit.AuditService} wants.
 *
 * @param csrfToken what a session must send with each change; null for API tokens
 */
public record Caller(
        Identity identity, Actor actor, @Nullable String csrfToken) {

    private static final String ATTRIBUTE = Caller.class.getName();

    /** The caller; empty for an anonymous request, which only the login and the health check get. */
    public static Optional<Caller> find(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    /** @throws ClarionException {@link ProblemType#UNAUTHENTICATED} */
    public static Caller of(ServletRequest request) {
        return find(request).orElseGet(Caller::anonymous);
    }

    /**
     * For a filter that is registered by a dynamic feature, into which Jersey injects nothing: the properties of its
     * context are the attributes of the servlet request.
     *
     * @throws ClarionException {@link ProblemType#UNAUTHENTICATED}
     */
    static Caller of(ContainerRequestContext context) {
        return context.getProperty(ATTRIBUTE) instanceof Caller caller ? caller : anonymous();
    }

    private static Caller anonymous() {
        throw new ClarionException(
                ProblemType.UNAUTHENTICATED,
                "Sign in at POST /api/v1/access/login, or send an API token as a bearer token.");
    }

    void attachTo(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Without the CSRF token. */
    @Override
    public String toString() {
        return "Caller[" + identity.username() + "]";
    }
}
