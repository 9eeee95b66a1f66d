package clarion.web.flows;

import clarion.ejb.flows.FlowQueryService;
import clarion.ejb.flows.FlowWindow;
import jakarta.ws.rs.QueryParam;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters that say which time is asked about, as {@code @BeanParam}. */
@SuppressWarnings("NullAway.Init") // filled by JAX-RS
public class WindowRequest {

    /** Their names. */
    static final Set<String> NAMES = Set.of("from", "to");

    @QueryParam("from")
    @Parameter(
            description =
                    "Begin of the time asked about; a day before its end by default. It is rounded down to a bucket:"
                            + " of five minutes for up to six hours, of an hour for up to 14 days, else of a day.",
            example = "2026-11-03T08:00:00Z")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Its end; now by default.", example = "2026-11-03T12:00:00Z")
    @Nullable
    String to;

    FlowWindow window(FlowQueryService flows) {
        return flows.window(from, to);
    }
}
