package clarion.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Keeps what the API answers out of every cache, unless the resource says otherwise: it is one caller's, and live. */
@Provider
public class NoStoreFilter implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        response.getHeaders()
                .putIfAbsent(HttpHeaders.CACHE_CONTROL, new java.util.ArrayList<>(java.util.List.of("no-store")));
    }
}
