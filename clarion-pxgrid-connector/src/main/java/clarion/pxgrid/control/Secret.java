package clarion.pxgrid.control;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A password that cannot slip into a log: it shows itself only inside an Authorization header. */
public final class Secret {

    /** The Basic password of an account that is known by its certificate. */
    public static final Secret EMPTY = new Secret("");

    private final String value;

    public Secret(String value) {
        this.value = value;
    }

    /** The value of an HTTP Basic Authorization header (RFC 7617, UTF-8). Never log it. */
    public String basicAuthorization(String user) {
        byte[] pair = (user + ":" + value).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    @Override
    public String toString() {
        return "***";
    }
}
