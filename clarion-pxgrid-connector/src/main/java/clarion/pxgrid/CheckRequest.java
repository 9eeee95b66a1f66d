package clarion.pxgrid;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to test; what is absent is as in the settings.
 *
 * @param controllers {@code host} or {@code host:port}, 1 to 16, in the order in which they would be tried
 * @param nodeName the account's name in ISE
 * @param certificateDirectory PEM files to connect with, under a directory that the settings allow
 */
public record CheckRequest(
        @Nullable List<String> controllers,
        @Nullable String nodeName,
        @Nullable String certificateDirectory) {

    /** The configuration as it is. */
    public static final CheckRequest AS_CONFIGURED = new CheckRequest(null, null, null);
}
