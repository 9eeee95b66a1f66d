package clarion.web.metrics;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;

/** The template by which a request was routed, such as {@code /api/v1/sessions/{id}}. */
final class Route {

    static final String ATTRIBUTE = Route.class.getName();

    private Route() {}

    /** Of a JAX-RS resource method. */
    static String of(Class<?> resource, Method method) {
        Path onClass = resource.getAnnotation(Path.class);
        Path onMethod = method.getAnnotation(Path.class);
        String path =
                "/api/" + (onClass == null ? "" : onClass.value()) + "/" + (onMethod == null ? "" : onMethod.value());
        // A parameter's pattern is of no interest: {id: \d+} is {id}.
        String template = path.replaceAll("\\{\\s*(\\w[\\w.-]*)\\s*:[^{}]*(\\{[^{}]*}[^{}]*)*}", "{$1}");
        String single = template.replaceAll("/{2,}", "/");
        return single.endsWith("/") ? single.substring(0, single.length() - 1) : single;
    }

    /** Of any request. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String path = request.getServletPath();
        if (path.equals("/api") || path.startsWith("/api/")) {
            return "unmatched";
        }
        return switch (path) {
            case "/health", "/metrics", "/openapi" -> path;
            default -> "console";
        };
    }
}
