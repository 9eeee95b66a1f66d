package clarion.web.openapi;

import clarion.domain.ProblemType;
import clarion.web.problems.Problem;
import clarion.web.problems.Problems;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** {@code GET /openapi}: the description of the API, in JSON unless YAML is asked for. */
@WebServlet(
        name = "openapi",
        urlPatterns = {"/openapi", "/openapi.json", "/openapi.yaml"})
public class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null) {
            Problems.send(request, response, Problem.of(ProblemType.UNAUTHENTICATED));
            return;
        }
        boolean yaml = wantsYaml(request.getServletPath(), request.getHeader("Accept"), request.getParameter("format"));
        try (InputStream document = getServletContext()
                .getResourceAsStream("/WEB-INF/classes/openapi/openapi." + (yaml ? "yaml" : "json"))) {
            if (document == null) {
                Problems.send(request, response, Problem.of(ProblemType.NOT_FOUND));
                return;
            }
            byte[] body = document.readAllBytes();
            response.setContentType(yaml ? "application/yaml" : "application/json");
            response.setHeader("Vary", "Accept");
            response.setHeader("Cache-Control", "no-store");
            response.setContentLength(body.length);
            response.getOutputStream().write(body);
        }
    }

    static boolean wantsYaml(String path, @Nullable String accept, @Nullable String format) {
        if (path.endsWith(".yaml")) {
            return true;
        } else if (path.endsWith(".json")) {
            return false;
        } else if (format != null) {
            return format.equalsIgnoreCase("yaml");
        }
        return accept != null && accept.contains("yaml") && !accept.contains("json");
    }
}
