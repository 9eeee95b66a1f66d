package clarion.web.access;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** Lets a caller pass who has one of the roles. */
@Priority(Priorities.AUTHORIZATION)
class RoleFilter implements ContainerRequestFilter {

    private final Set<String> allowed;

    RoleFilter(Set<String> allowed) {
        this.allowed = allowed;
    }

    @Override
    public void filter(ContainerRequestContext context) {
        check(Caller.of(context));
    }

    void check(Caller caller) {
        if (Collections.disjoint(allowed, caller.identity().roles())) {
            throw new ClarionException(
                    ProblemType.FORBIDDEN,
                    allowed.isEmpty()
                            ? "Nobody may do this."
                            : "This needs the role " + String.join(" or ", new TreeSet<>(allowed))
                                    + "; ask an administrator for it.");
        }
    }
}
