package clarion.web.problems;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name under which one request is found in the log, in the audit record and in its problem document.
 *
 * <p>A caller may choose it with {@code X-Request-Id} (1 to 64 of letters, digits, dot, underscore, hyphen); anything
 * else is replaced, so that a log line cannot be forged.
 */
public final class RequestId {

    /** Request and response header. */
    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private RequestId() {}

    /** The id of this request; chosen at the first call, the same for every later one. */
    public static String of(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = choose(request instanceof HttpServletRequest http ? http.getHeader(HEADER) : null);
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    static String choose(@Nullable String offered) {
        if (offered != null && SANE.matcher(offered).matches()) {
            return offered;
        }
        byte[] bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
