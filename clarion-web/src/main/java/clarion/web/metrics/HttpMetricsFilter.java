package clarion.web.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Times every request that reaches the application; streams, which last for hours, are left out. */
public class HttpMetricsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient HttpMetrics metrics;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        boolean failed = true;
        metrics.begun();
        try {
            chain.doFilter(request, response);
            failed = false;
        } finally {
            metrics.ended();
            if (!request.isAsyncStarted()) {
                metrics.record(
                        Route.of(request),
                        request.getMethod(),
                        failed ? 500 : response.getStatus(),
                        System.nanoTime() - start);
            }
        }
    }
}
