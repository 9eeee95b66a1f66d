package clarion.web.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Sends problem documents, from JAX-RS and from outside it (login mechanism, filters, servlets). */
public final class Problems {

    private Problems() {}

    /** The JAX-RS response for a problem. */
    public static Response response(HttpServletRequest request, Problem problem) {
        String id = RequestId.of(request);
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(RequestId.HEADER, id)
                .header("Cache-Control", "no-store")
                .entity(problem.toJson(id));
        problem.headers().forEach(response::header);
        return response.build();
    }

    /** Finds out what a failure outside JAX-RS stands for, and logs it when nobody foresaw it. */
    public static Problem diagnose(System.Logger log, HttpServletRequest request, Throwable thrown) {
        Problem problem = Diagnosis.of(thrown);
        ProblemLog.record(log, request, problem, thrown);
        return problem;
    }

    /** Writes a problem as the servlet response; does nothing when the response has already been sent. */
    public static void send(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        String id = RequestId.of(request);
        byte[] body = problem.toJson(id).getBytes(StandardCharsets.UTF_8);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        response.setHeader(RequestId.HEADER, id);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        problem.headers().forEach(response::setHeader);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(body);
        }
    }
}
