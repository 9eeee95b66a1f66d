package clarion.web.console;

import clarion.domain.ProblemType;
import clarion.ejb.access.ConsoleSettings;
import clarion.web.problems.Problem;
import clarion.web.problems.Problems;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers every preflight itself, for it comes without credentials; and describes all other answers of the API. */
public class CorsFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ConsoleSettings console;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Cors.describe(request, response, console);
        if (!Cors.isPreflight(request)) {
            chain.doFilter(request, response);
        } else if (Cors.letIn(request, console) != null) {
            Cors.PREFLIGHT.forEach(response::setHeader);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        } else {
            Problems.send(
                    request,
                    response,
                    Problem.of(
                            ProblemType.FORBIDDEN,
                            "Pages of this origin may not call this path; clarion.console.cors-origins says which may."));
        }
    }
}
