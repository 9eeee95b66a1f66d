package clarion.web.access;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Which requests need a caller: everything under {@code /api}, {@code /metrics} and {@code /openapi}, known or not, but
 * for the health check and the login. The rest is the console's static files and MicroProfile Health.
 */
final class GuardedPaths {

    static final String LOGIN = "/api/v1/access/login";
    static final String HEALTH = "/api/health";

    static final String METRICS = "/metrics";

    private GuardedPaths() {}

    /** The path by which the container chose the servlet: decoded, without parameters and dot segments. */
    static String pathOf(HttpServletRequest request) {
        String rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }

    static boolean isGuarded(String method, String path) {
        if (path.equals(HEALTH) || isLogin(method, path)) {
            return false;
        }
        return isUnder(path, "/api") || isUnder(path, "/metrics") || isUnder(path, "/openapi");
    }

    /** What a process serves whose role has no API. */
    static boolean isWithoutApi(String path) {
        return path.equals(HEALTH)
                || path.equals(METRICS)
                || isUnder(path, "/health")
                || isUnder(path, "/internal/connector");
    }

    static boolean isLogin(String method, String path) {
        return path.equals(LOGIN) && method.equals("POST");
    }

    /** {@code /openapi.json} counts as under {@code /openapi}. */
    private static boolean isUnder(String path, String root) {
        return path.startsWith(root)
                && (path.length() == root.length()
                        || path.charAt(root.length()) == '/'
                        || path.charAt(root.length()) == '.');
    }
}
