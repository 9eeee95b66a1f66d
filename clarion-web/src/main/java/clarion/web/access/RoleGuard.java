package clarion.web.access;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Enforces {@code @RolesAllowed} the same way on every server, besides what the container does by itself: the
 * annotation of the method, else of its class; without one the method is closed to everybody.
 */
@Provider
public class RoleGuard implements DynamicFeature {

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        Method method = resource.getResourceMethod();
        if (isResource(resource.getResourceClass()) && !isOpen(resource.getResourceClass(), method)) {
            context.register(new RoleFilter(allowed(resource.getResourceClass(), method)));
        }
    }

    /**
     * Jersey answers OPTIONS by methods of its own, which tell an authenticated caller nothing but the Allow header.
     */
    static boolean isResource(Class<?> type) {
        return !type.getName().startsWith("org.glassfish.jersey.");
    }

    /** True when anybody may call it. */
    static boolean isOpen(Class<?> resource, Method method) {
        return method.isAnnotationPresent(PermitAll.class)
                || (!method.isAnnotationPresent(RolesAllowed.class)
                        && !method.isAnnotationPresent(DenyAll.class)
                        && resource.isAnnotationPresent(PermitAll.class));
    }

    /** The roles that may call it; empty for nobody. */
    static Set<String> allowed(Class<?> resource, Method method) {
        if (method.isAnnotationPresent(DenyAll.class)) {
            return Set.of();
        }
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        if (roles == null) {
            roles = resource.getAnnotation(RolesAllowed.class);
        }
        return roles == null ? Set.of() : Arrays.stream(roles.value()).collect(Collectors.toUnmodifiableSet());
    }
}
