package clarion.web.problems;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Logs a failure once, at the boundary, under the id that the caller was given. */
final class ProblemLog {

    private ProblemLog() {}

    static void record(System.Logger log, HttpServletRequest request, Problem problem, @Nullable Throwable thrown) {
        if (problem.status() < 500) {
            return;
        }
        String what = "%s request=%s method=%s path=%s status=%d"
                .formatted(
                        problem.status() == 503 ? "CLARION-WEB-002" : "CLARION-WEB-001",
                        RequestId.of(request),
                        request.getMethod(),
                        path(request),
                        problem.status());
        if (problem.status() == 503) {
            log.log(System.Logger.Level.WARNING, what + " detail=\"" + problem.detail() + "\"");
        } else {
            log.log(System.Logger.Level.ERROR, what, thrown);
        }
    }

    /** The path that was asked for, also when this is the error page. */
    private static Object path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed;
    }
}
