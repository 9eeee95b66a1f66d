package clarion.web.access;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a change (RFC 9110 section 13.1.1): which revisions of a resource the caller has seen.
 *
 * @param any {@code If-Match: *}
 * @param revisions the strong entity tags without their quotes
 */
public record IfMatch(boolean any, Set<String> revisions) {

    /** @throws ClarionException {@link ProblemType#PRECONDITION_REQUIRED} without the header */
    public static IfMatch parse(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ClarionException(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Read the resource, and send its ETag as If-Match, so that nobody else's change is lost.");
        }
        // A weak tag never matches here, which comparing the text with its W/ gives.
        Set<String> revisions = Arrays.stream(header.split(","))
                .map(String::strip)
                .map(tag -> tag.length() > 1 && tag.startsWith("\"") && tag.endsWith("\"")
                        ? tag.substring(1, tag.length() - 1)
                        : tag)
                .collect(Collectors.toUnmodifiableSet());
        return new IfMatch(revisions.contains("*"), revisions);
    }

    /** True when the caller has seen this revision. */
    public boolean accepts(String revision) {
        return any || revisions.contains(revision);
    }
}
