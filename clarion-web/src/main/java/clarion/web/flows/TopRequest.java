package clarion.web.flows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.flows.FlowGroups;
import clarion.ejb.flows.FlowQueryService;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that say what is grouped and how many groups are wanted, as {@code @BeanParam}. */
@SuppressWarnings("NullAway.Init") // filled by JAX-RS
public class TopRequest {

    /** Their names. */
    static final Set<String> NAMES = Set.of("top", "rank");

    private static final int USUAL = 20;
    private static final int MOST = 1_000;

    @QueryParam("top")
    @Parameter(
            description = "How many groups are wanted; of the others their sum is told.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "1000", defaultValue = "20"))
    @Nullable
    String top;

    @QueryParam("rank")
    @Parameter(
            description = "By what the largest are told.",
            schema =
                    @Schema(
                            enumeration = {"bytes", "conversations", "answered", "refused"},
                            defaultValue = "bytes"))
    @Nullable
    String rank;

    int most() {
        if (top == null || top.isBlank()) {
            return USUAL;
        }
        try {
            int most = Integer.parseInt(top.strip());
            if (most >= 1 && most <= MOST) {
                return most;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw invalid("top", "a whole number from 1 to " + MOST, top);
    }

    String ranked() {
        if (rank == null || rank.isBlank()) {
            return "bytes";
        }
        if (!FlowQueryService.RANKS.contains(rank)) {
            throw invalid("rank", "one of " + String.join(", ", FlowQueryService.RANKS), rank);
        }
        return rank;
    }

    static FlowGroups.By by(@Nullable String text) {
        for (FlowGroups.By by : FlowGroups.By.values()) {
            if (word(by).equals(text)) {
                return by;
            }
        }
        throw invalid(
                "by",
                "one of "
                        + String.join(
                                ", ",
                                Arrays.stream(FlowGroups.By.values())
                                        .map(TopRequest::word)
                                        .toList()),
                text);
    }

    private static String word(FlowGroups.By by) {
        return by.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ClarionException invalid(String parameter, String expected, @Nullable String found) {
        return new ClarionException(
                ProblemType.INVALID_PARAMETER,
                "Parameter " + parameter + ": expected " + expected + ", found '" + (found == null ? "" : found) + "'",
                Map.of("parameter", parameter));
    }
}
