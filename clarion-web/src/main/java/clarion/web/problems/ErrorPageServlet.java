package clarion.web.problems;

import clarion.domain.logging.ContextLogger;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The web application's error page: what the container refused by itself becomes a problem document. */
public class ErrorPageServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = ContextLogger.of(ErrorPageServlet.class);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Problem problem;
        if (thrown instanceof Throwable cause) {
            problem = Diagnosis.of(cause);
            ProblemLog.record(LOG, request, problem, cause);
        } else {
            problem = HttpProblems.of(status instanceof Integer code ? code : HttpServletResponse.SC_NOT_FOUND, "");
        }
        Problems.send(request, response, problem);
    }
}
