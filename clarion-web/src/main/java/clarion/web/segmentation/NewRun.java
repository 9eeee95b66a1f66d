package clarion.web.segmentation;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.segmentation.SegmentRunService.RunRequest;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * A run to start; what is absent is as configured.
 *
 * @param window how much of the flows, such as {@code P7D} or {@code PT6H}; PT10M to P14D
 * @param seed of every random choice
 */
public record NewRun(@Nullable String window, @Nullable Long seed) {

    RunRequest toRequest() {
        return new RunRequest(window == null ? null : duration(window), seed);
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text.strip());
        } catch (DateTimeParseException e) {
            throw new ClarionException(
                    ProblemType.VALIDATION_FAILED,
                    "window: expected a duration such as P7D or PT6H, found '" + text + "'.",
                    e);
        }
    }
}
