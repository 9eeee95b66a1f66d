package clarion.web.metrics;

import clarion.domain.ProblemType;
import clarion.ejb.access.Roles;
import clarion.web.problems.Problem;
import clarion.web.problems.Problems;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /metrics} for an authenticated scraper; an API token of a viewer will do. */
@WebServlet(name = "metrics", urlPatterns = "/metrics")
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ClarionMetrics metrics;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null) {
            Problems.send(request, response, Problem.of(ProblemType.UNAUTHENTICATED));
            return;
        } else if (!request.isUserInRole(Roles.VIEWER)) {
            Problems.send(request, response, Problem.of(ProblemType.FORBIDDEN));
            return;
        }
        byte[] body = metrics.exposition().getBytes(StandardCharsets.UTF_8);
        response.setContentType(MetricsText.CONTENT_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
