package clarion.simulator.ers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The paths of the OpenAPI, under {@code /api}, and what answers there. */
final class OpenApiRouter {

    /** Answers a call; the groups of the match are the names in the braces of the path. */
    interface Action {
        ErsReply answer(ErsCall call, Matcher path);
    }

    private record Route(String method, Pattern path, Action action) {}

    private final List<Route> routes = new ArrayList<>();

    /** @param path with names in braces, without {@code /api} */
    OpenApiRouter with(String method, String path, Action action) {
        routes.add(new Route(method, Pattern.compile(path.replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)")), action));
        return this;
    }

    ErsReply answer(ErsCall call) {
        String path = "/" + String.join("/", call.segments());
        List<String> others = new ArrayList<>();
        for (Route route : routes) {
            Matcher match = route.path().matcher(path);
            if (match.matches() && route.method().equals(call.method())) {
                return route.action().answer(call, match);
            }
            if (match.matches()) {
                others.add(route.method());
            }
        }
        throw others.isEmpty()
                ? ErsFault.notFound("No such path: /api" + path)
                : ErsFault.unsupportedMethod(call.method(), String.join(", ", others));
    }
}
