package clarion.web.console;

import clarion.ejb.access.ConsoleSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a console of another origin may do with the API (Fetch standard, "CORS protocol"): call it with the session
 * cookie if its origin stands in {@code clarion.console.cors-origins}, and else read nothing. The origin is answered by
 * its own name, never by a wildcard. {@code Authorization} is not among the headers that it may send: an API token is
 * for programs, and in a browser any script of the page could read it.
 */
public final class Cors {

    static final Map<String, String> PREFLIGHT = Map.of(
            "Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE",
            "Access-Control-Allow-Headers",
                    "Accept, Content-Type, If-Match, If-None-Match, Last-Event-ID, X-CSRF-Token, X-Request-Id",
            "Access-Control-Max-Age", "600");

    private static final String EXPOSED = "Content-Disposition, ETag, Location, Retry-After, X-Request-Id";

    private Cors() {}

    /** Whether a browser asks, before a request of another origin, if it may send it. It sends no credentials. */
    public static boolean isPreflight(HttpServletRequest request) {
        return request.getMethod().equals("OPTIONS")
                && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    /** Sets the headers by which a browser lets a page of the caller's origin read the answer, if it may. */
    public static void describe(HttpServletRequest request, HttpServletResponse response, ConsoleSettings console) {
        if (console.corsOrigins().isEmpty() || !isOfTheApi(request)) {
            return;
        }
        response.addHeader("Vary", "Origin");
        String origin = letIn(request, console);
        if (origin != null) {
            response.setHeader("Access-Control-Allow-Origin", origin);
            response.setHeader("Access-Control-Allow-Credentials", "true");
            response.setHeader("Access-Control-Expose-Headers", EXPOSED);
        }
    }

    /** The caller's origin, if it may call this path; else null. */
    static @Nullable String letIn(HttpServletRequest request, ConsoleSettings console) {
        String origin = request.getHeader("Origin");
        return origin != null && isOfTheApi(request) && console.allows(origin) ? origin : null;
    }

    private static boolean isOfTheApi(HttpServletRequest request) {
        String rest = request.getPathInfo();
        String path = rest == null ? request.getServletPath() : request.getServletPath() + rest;
        return path.equals("/api") || path.startsWith("/api/");
    }
}
