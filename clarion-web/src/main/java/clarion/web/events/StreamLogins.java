package clarion.web.events;

import clarion.domain.ClarionException;
import clarion.ejb.access.CredentialService;
import clarion.ejb.access.Identity;
import clarion.ejb.access.Roles;
import clarion.web.access.Caller;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.BooleanSupplier;

/** Watches whether the login that opened a stream still stands. */
@Dependent
class StreamLogins {

    private final CredentialService credentials;

    @Inject
    StreamLogins(CredentialService credentials) {
        this.credentials = credentials;
    }

    /**
     * Asks anew at each call whether the caller may still see the stream. A database that is away cannot tell, and ends
     * no stream: the stream is then what says that it is away.
     */
    BooleanSupplier watch(HttpServletRequest request) {
        Identity identity = Caller.of(request).identity();
        return () -> {
            try {
                return credentials.isStillGood(identity, Roles.VIEWER);
            } catch (ClarionException | EJBException e) {
                return true;
            }
        };
    }
}
