package clarion.simulator.api;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path of the control API and what answers there.
 *
 * @param method HTTP method
 * @param path with names in braces
 * @param about in a few words, for {@code GET /}
 */
record Route(String method, String path, String about, Pattern pattern, Action action) {

    /** Answers a request. */
    interface Action {
        void answer(ControlRequest request) throws IOException;
    }

    static Route of(String method, String path, String about, Action action) {
        return new Route(method, path, about, Pattern.compile(path.replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)")), action);
    }

    Optional<Matcher> match(String otherPath) {
        Matcher matcher = pattern.matcher(otherPath);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }
}
