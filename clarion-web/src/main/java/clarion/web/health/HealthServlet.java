package clarion.web.health;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/**
 * MicroProfile Health on the application's own port, the same on every server: WildFly serves it on its management port
 * only, and there without the checks of an EAR.
 */
@WebServlet(
        name = "health",
        urlPatterns = {"/health", "/health/*"})
public class HealthServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Map<String, List<Annotation>> KINDS = Map.of(
            "", List.of(new IsStartup(), new IsLiveness(), new IsReadiness()),
            "/live", List.of(new IsLiveness()),
            "/ready", List.of(new IsReadiness()),
            "/started", List.of(new IsStartup()));

    @Inject
    @Any
    private transient Instance<HealthCheck> checks;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String path = request.getPathInfo() == null || request.getPathInfo().equals("/") ? "" : request.getPathInfo();
        List<Annotation> kinds = KINDS.get(path);
        if (kinds == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        List<HealthCheckResponse> results = kinds.stream()
                .flatMap(this::select)
                .distinct()
                .map(HealthServlet::call)
                .toList();
        HealthDocument document = HealthDocument.of(results);
        byte[] body = document.json().getBytes(StandardCharsets.UTF_8);
        response.setStatus(document.up() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setContentType("application/json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private Stream<HealthCheck> select(Annotation kind) {
        return checks.select(kind).stream();
    }

    private static HealthCheckResponse call(HealthCheck check) {
        try {
            return check.call();
        } catch (RuntimeException e) {
            return HealthCheckResponse.down(check.getClass().getSimpleName());
        }
    }

    private static final class IsLiveness extends AnnotationLiteral<Liveness> implements Liveness {
        private static final long serialVersionUID = 1L;
    }

    private static final class IsReadiness extends AnnotationLiteral<Readiness> implements Readiness {
        private static final long serialVersionUID = 1L;
    }

    private static final class IsStartup extends AnnotationLiteral<Startup> implements Startup {
        private static final long serialVersionUID = 1L;
    }
}
