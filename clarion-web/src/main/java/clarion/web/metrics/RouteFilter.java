package clarion.web.metrics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;

/** Tells the servlet filter that times requests which resource method answers this one. */
@Provider
public class RouteFilter implements ContainerRequestFilter {

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest request;

    @Override
    public void filter(ContainerRequestContext context) {
        if (resource.getResourceClass() != null && resource.getResourceMethod() != null) {
            request.setAttribute(Route.ATTRIBUTE, Route.of(resource.getResourceClass(), resource.getResourceMethod()));
        }
    }
}
