package clarion.web.events;

import clarion.domain.ProblemType;
import clarion.ejb.access.Roles;
import clarion.web.problems.Problem;
import clarion.web.problems.Problems;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;

/** {@code GET /api/v1/events}: opens a stream of events for an authenticated viewer. */
@WebServlet(name = "events", urlPatterns = EventsServlet.PATH, asyncSupported = true)
public class EventsServlet extends HttpServlet {

    static final String PATH = "/api/v1/events";

    private static final long serialVersionUID = 1L;
    private static final String METHODS = "GET, HEAD, OPTIONS";

    @Inject
    private transient EventHub hub;

    @Inject
    private transient StreamLogins logins;

    @Inject
    private transient Clock clock;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getUserPrincipal() == null) {
            Problems.send(request, response, Problem.of(ProblemType.UNAUTHENTICATED));
        } else if (!request.isUserInRole(Roles.VIEWER)) {
            Problems.send(request, response, Problem.of(ProblemType.FORBIDDEN));
        } else {
            switch (request.getMethod()) {
                case "GET" -> open(request, response);
                case "HEAD" -> describe(response);
                case "OPTIONS" -> {
                    response.setHeader("Allow", METHODS);
                    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
                }
                default ->
                    Problems.send(
                            request,
                            response,
                            Problem.of(ProblemType.METHOD_NOT_ALLOWED).withHeader("Allow", METHODS));
            }
        }
    }

    private void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!accepts(request.getHeader("Accept"))) {
            Problems.send(
                    request,
                    response,
                    Problem.of(ProblemType.NOT_ACCEPTABLE, "This resource is a stream: accept text/event-stream."));
        } else if (!hub.hasRoom()) {
            Problems.send(
                    request,
                    response,
                    Problem.of(ProblemType.UNAVAILABLE, "Too many event streams are open; close some, or poll /status.")
                            .withHeader("Retry-After", "30"));
        } else {
            String lastEventId = request.getHeader("Last-Event-ID");
            describe(response);
            AsyncContext exchange = request.startAsync(request, response);
            EventClient client = new EventClient(exchange, logins.watch(request), hub::leave, clock);
            hub.join(client, lastEventId);
            client.open();
        }
    }

    private static void describe(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
    }

    private static boolean accepts(@org.jspecify.annotations.Nullable String accept) {
        return accept == null
                || accept.contains("text/event-stream")
                || accept.contains("text/*")
                || accept.contains("*/*");
    }
}
