package clarion.web.problems;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises a parameter whose text could not be converted.
 *
 * <p>Jakarta REST 3.1 section 3.2 prescribes 404 for query and path parameters alike. For a path that is right; for a
 * query it sends the caller looking in the wrong place, so Clarion answers 400 and names the parameter.
 */
final class BadParameters {

    /**
     * RESTEasy's: {@code RESTEASY003870: Unable to extract parameter … jakarta.ws.rs.QueryParam("limit") value is 'x'}.
     */
    private static final Pattern RESTEASY =
            Pattern.compile("jakarta\\.ws\\.rs\\.(\\w+)Param\\(\"?([^\")]*)\"?\\) value is '(.*)' for", Pattern.DOTALL);

    private BadParameters() {}

    static Optional<Problem> find(WebApplicationException web) {
        for (Class<?> type = web.getClass(); type != null; type = type.getSuperclass()) {
            if (type.getName().startsWith("org.glassfish.jersey.server.ParamException$")) {
                return Optional.of(problem(type.getSimpleName(), property(web, "getParameterName"), rootMessage(web)));
            }
        }
        if ((web instanceof NotFoundException || web instanceof BadRequestException) && web.getMessage() != null) {
            Matcher resteasy = RESTEASY.matcher(web.getMessage());
            if (resteasy.find()) {
                return Optional.of(
                        problem(resteasy.group(1), resteasy.group(2), "'" + resteasy.group(3) + "' cannot be read"));
            }
        }
        return Optional.empty();
    }

    private static Problem problem(String kind, String name, String reason) {
        if (kind.startsWith("Path")) {
            return Problem.of(
                    ProblemType.NOT_FOUND,
                    "There is nothing at this path: " + name + " is not valid (" + reason + ").");
        }
        return Problem.of(ProblemType.INVALID_PARAMETER, "Parameter " + name + " is not valid: " + reason + ".")
                .withMembers(Map.of("parameter", name));
    }

    private static String rootMessage(Throwable thrown) {
        List<Throwable> chain = Diagnosis.chain(thrown);
        for (Throwable t : chain) {
            if (t instanceof ClarionException && t.getMessage() != null) {
                return t.getMessage();
            }
        }
        Throwable root = chain.get(chain.size() - 1);
        String message = root.getMessage();
        if (root == thrown || message == null || message.isBlank()) {
            return "its value cannot be read";
        }
        String clean = message.replaceFirst("^For input string: \"(.*)\".*$", "'$1' is not a number");
        return clean.endsWith(".") ? clean.substring(0, clean.length() - 1) : clean;
    }

    private static String property(Object target, String getter) {
        try {
            return String.valueOf(target.getClass().getMethod(getter).invoke(target));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            return "?";
        }
    }
}
