package clarion.web.problems;

import clarion.domain.ProblemType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Problems that are known only by their HTTP status: what JAX-RS and the servlet containers refuse by themselves. */
final class HttpProblems {

    private HttpProblems() {}

    static Problem of(WebApplicationException web) {
        Response response = web.getResponse();
        Problem problem = of(response.getStatus(), "");
        for (String name : new String[] {"Allow", "Retry-After", "WWW-Authenticate", "Location"}) {
            String value = response.getHeaderString(name);
            if (value != null) {
                problem = problem.withHeader(name, name.equals("Allow") ? sorted(value) : value);
            }
        }
        return problem;
    }

    /**
     * The problem for a status.
     *
     * @param said what the container said, or empty; used only where Clarion has no better words
     */
    static Problem of(int status, String said) {
        Optional<ProblemType> type = type(status);
        if (type.isPresent()) {
            return Problem.of(type.get(), detail(type.get()));
        }
        Response.Status known = Response.Status.fromStatusCode(status);
        String reason = known == null ? "Error " + status : known.getReasonPhrase();
        String detail =
                said.isBlank() ? "The server refused the request: " + reason.toLowerCase(Locale.ROOT) + "." : said;
        return Problem.ofStatus(status, reason, detail);
    }

    private static Optional<ProblemType> type(int status) {
        return switch (status) {
            case 400 -> Optional.of(ProblemType.MALFORMED_REQUEST);
            case 401 -> Optional.of(ProblemType.UNAUTHENTICATED);
            case 409 -> Optional.of(ProblemType.CONFLICT);
            case 503 -> Optional.of(ProblemType.UNAVAILABLE);
            default ->
                Arrays.stream(ProblemType.values())
                        .filter(t -> t.status() == status)
                        .findFirst();
        };
    }

    static String detail(ProblemType type) {
        return switch (type) {
            case MALFORMED_REQUEST -> "The request line, a header or the body does not follow HTTP or JSON syntax.";
            case UNAUTHENTICATED -> "Sign in at POST /api/v1/access/login, or send an API token as a bearer token.";
            case FORBIDDEN -> "Ask an administrator for a role that allows this.";
            case NOT_FOUND -> "No resource of Clarion has this path; /openapi lists those there are.";
            case METHOD_NOT_ALLOWED -> "Use one of the methods that the Allow header names.";
            case NOT_ACCEPTABLE -> "Accept application/json, or text/csv on lists.";
            case PAYLOAD_TOO_LARGE -> "Send a smaller body.";
            case UNSUPPORTED_MEDIA_TYPE -> "Send the body as application/json.";
            case INTERNAL ->
                "Something failed that Clarion did not foresee. Give the request id to the administrator, who finds"
                        + " the cause in the server log.";
            case UNAVAILABLE -> "Clarion is starting, stopping or overloaded. Try again in a few seconds.";
            default -> type.title() + ".";
        };
    }

    private static String sorted(String allow) {
        TreeSet<String> methods = new TreeSet<>();
        for (String method : allow.split("[,\\s]+")) {
            if (!method.isBlank()) {
                methods.add(method);
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }
}
