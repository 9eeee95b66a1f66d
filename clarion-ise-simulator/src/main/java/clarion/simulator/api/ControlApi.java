package clarion.simulator.api;

import clarion.simulator.http.Answers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The control API: plain HTTP on 127.0.0.1, JSON in and out, lists as NDJSON; {@code GET /} tells what there is. */
public final class ControlApi extends Handler.Abstract {

    private final List<Route> routes = new ArrayList<>();

    /** Puts a room of the API in. */
    ControlApi with(List<Route> more) {
        routes.addAll(more);
        return this;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String path = Request.getPathInContext(request);
        if (path.equals("/")) {
            Answers.text(response, callback, 200, help());
            return true;
        }
        boolean elsewise = false;
        for (Route route : routes) {
            Optional<Matcher> match = route.match(path);
            if (match.isPresent() && route.method().equals(request.getMethod())) {
                serve(route, request, response, callback, match.get());
                return true;
            }
            elsewise |= match.isPresent();
        }
        Answers.text(response, callback, elsewise ? 405 : 404, "GET / tells what there is");
        return true;
    }

    private static void serve(Route route, Request request, Response response, Callback callback, Matcher match)
            throws IOException {
        try {
            route.action().answer(new ControlRequest(request, response, callback, match));
        } catch (IllegalArgumentException e) {
            Answers.text(response, callback, 400, String.valueOf(e.getMessage()));
        } catch (IllegalStateException e) {
            Answers.text(response, callback, 409, String.valueOf(e.getMessage()));
        }
    }

    private String help() {
        StringBuilder text = new StringBuilder("The simulator's control API:\n");
        routes.forEach(
                route -> text.append(String.format("%-6s %-34s %s%n", route.method(), route.path(), route.about())));
        return text.toString().stripTrailing();
    }
}
