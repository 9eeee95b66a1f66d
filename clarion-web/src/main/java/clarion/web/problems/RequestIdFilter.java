package clarion.web.problems;

import clarion.domain.logging.ContextLogger;
import clarion.domain.logging.LogContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Names every request, and answers what no resource should see: TRACE, and failures outside JAX-RS. */
public class RequestIdFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = ContextLogger.of(RequestIdFilter.class);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        LogContext.Scope context = LogContext.begin(LogContext.REQUEST, RequestId.of(request));
        long begun = System.nanoTime();
        try {
            filter(request, response, chain);
        } finally {
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "event=request-answered method={0} path={1} status={2} millis={3}",
                    request.getMethod(),
                    request.getRequestURI(),
                    response.getStatus(),
                    (System.nanoTime() - begun) / 1_000_000);
            context.end();
        }
    }

    private static void filter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader(RequestId.HEADER, RequestId.of(request));
        if (request.getMethod().equals("TRACE") || request.getMethod().equals("TRACK")) {
            Problems.send(request, response, HttpProblems.of(405, "").withHeader("Allow", "GET, HEAD, OPTIONS"));
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException | LinkageError e) {
            if (response.isCommitted()) {
                throw e;
            }
            Problem problem = Diagnosis.of(e);
            ProblemLog.record(LOG, request, problem, e);
            Problems.send(request, response, problem);
        }
    }
}
