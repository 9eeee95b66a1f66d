package clarion.web.problems;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds out which problem a throwable stands for, through whatever the containers wrapped around it. */
final class Diagnosis {

    private static final int MAX_DEPTH = 30;

    private Diagnosis() {}

    /** The problem; {@link ProblemType#INTERNAL} for everything that nobody foresaw. */
    static Problem of(Throwable thrown) {
        List<Throwable> chain = chain(thrown);
        for (Throwable t : chain) {
            if (t instanceof ClarionException known) {
                return Problem.of(known);
            } else if (t instanceof ConstraintViolationException invalid) {
                return validationFailed(invalid);
            }
        }
        if (DatabaseFaults.isUnavailable(chain)) {
            return Problem.of(
                            ProblemType.DATABASE_UNAVAILABLE,
                            "The database does not answer at present. Try again in a few seconds; if it lasts, see whether"
                                    + " PostgreSQL is running and reachable from this server.")
                    .withHeader("Retry-After", "5");
        }
        for (Throwable t : chain) {
            if (t instanceof WebApplicationException web) {
                return BadParameters.find(web).orElseGet(() -> HttpProblems.of(web));
            }
        }
        for (Throwable t : chain) {
            if (t instanceof JsonbException || t instanceof JsonException) {
                return malformed(chain);
            } else if (t instanceof jakarta.ejb.EJBAccessException) {
                return HttpProblems.of(403, "");
            }
        }
        if (thrown instanceof ProcessingException) {
            return malformed(chain);
        }
        return Problem.of(
                ProblemType.INTERNAL,
                "Something failed that Clarion did not foresee. Give the request id to the administrator, who finds"
                        + " the cause in the server log.");
    }

    /** The throwable and its causes, outermost first. */
    static List<Throwable> chain(Throwable thrown) {
        List<Throwable> chain = new ArrayList<>();
        Throwable next = thrown;
        while (next != null && chain.size() < MAX_DEPTH && !chain.contains(next)) {
            chain.add(next);
            next = next instanceof jakarta.servlet.ServletException servlet && servlet.getRootCause() != null
                    ? servlet.getRootCause()
                    : next.getCause();
        }
        return chain;
    }

    private static Problem validationFailed(ConstraintViolationException invalid) {
        List<Map<String, String>> errors = invalid.getConstraintViolations().stream()
                .map(Diagnosis::error)
                .sorted(Comparator.comparing((Map<String, String> e) -> e.get("field"))
                        .thenComparing(e -> e.get("message")))
                .toList();
        String detail = errors.isEmpty()
                ? "The request breaks a rule of this resource."
                : errors.size() == 1
                        ? errors.get(0).get("field") + " " + errors.get(0).get("message") + "."
                        : errors.size() + " fields are not valid; see errors.";
        return Problem.of(ProblemType.VALIDATION_FAILED, detail).withMembers(Map.of("errors", errors));
    }

    private static Map<String, String> error(ConstraintViolation<?> violation) {
        Map<String, String> error = new LinkedHashMap<>();
        error.put("field", field(violation.getPropertyPath()));
        error.put("message", violation.getMessage());
        return error;
    }

    /** {@code create.account.username} is the caller's {@code username}: method and argument are ours, not theirs. */
    private static String field(Path path) {
        List<String> names = new ArrayList<>();
        for (Path.Node node : path) {
            switch (node.getKind()) {
                case METHOD, CONSTRUCTOR, RETURN_VALUE, CROSS_PARAMETER -> names.clear();
                case BEAN, CONTAINER_ELEMENT -> {}
                default ->
                    names.add(node.getIndex() == null ? node.getName() : node.getName() + "[" + node.getIndex() + "]");
            }
        }
        boolean bodyField = names.size() > 1;
        String name = String.join(".", bodyField && startsAtParameter(path) ? names.subList(1, names.size()) : names);
        return name.isEmpty() ? "body" : name;
    }

    private static boolean startsAtParameter(Path path) {
        for (Path.Node node : path) {
            if (node.getKind() == jakarta.validation.ElementKind.PARAMETER) {
                return true;
            }
        }
        return false;
    }

    private static Problem malformed(List<Throwable> chain) {
        return Problem.of(
                ProblemType.MALFORMED_REQUEST,
                "The body is not the JSON that this resource expects" + JsonFaults.describe(chain) + ".");
    }
}
