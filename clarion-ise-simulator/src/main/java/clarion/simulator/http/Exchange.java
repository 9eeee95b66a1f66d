package clarion.simulator.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** What the simulator knows about a request beside the request itself: which node took it, and its whole body. */
public final class Exchange {

    /** Most octets of a body that are kept; a call has at most 64 KiB, so one more tells that it is too long. */
    static final int KEPT = 64 * 1024 + 1;

    private static final String ATTRIBUTE = "clarion.exchange";
    private static final int DRAINED = 8 * 1024 * 1024;

    private final int node;
    private final String host;
    private final byte[] body;
    private final boolean gateway;

    private Exchange(int node, String host, boolean gateway, byte[] body) {
        this.node = node;
        this.gateway = gateway;
        this.host = host;
        this.body = body;
    }

    /**
     * Reads the body to its end, whatever becomes of the call: a connection that is closed over unread octets is reset,
     * and the caller loses the answer.
     *
     * @param node the ISE node, from 1 on; 0 for what is none
     * @param host by which the node is known
     */
    public static void begin(Request request, int node, String host) throws IOException {
        begin(request, node, host, false);
    }

    /** Like {@link #begin(Request, int, String)}; {@code gateway} if it came in by the port of the API gateway. */
    public static void begin(Request request, int node, String host, boolean gateway) throws IOException {
        byte[] body = new byte[0];
        if (!request.getMethod().equals("GET")) {
            try (InputStream in = Content.Source.asInputStream(request)) {
                body = in.readNBytes(KEPT);
                long drained = body.length;
                for (long more = in.skip(KEPT); more > 0 && drained < DRAINED; more = in.skip(KEPT)) {
                    drained += more;
                }
            }
        }
        request.setAttribute(ATTRIBUTE, new Exchange(node, host, gateway, body));
    }

    public static Exchange of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Exchange exchange) {
            return exchange;
        }
        throw new IllegalStateException("a request that did not come in by a port of the simulator");
    }

    public int node() {
        return node;
    }

    /** Whether the request came in by the port of the API gateway. */
    public boolean isByGateway() {
        return gateway;
    }

    public String host() {
        return host;
    }

    byte[] body() {
        return body;
    }

    /** The body as UTF-8 text, of at most 64 KiB; more is {@link IllegalArgumentException}. */
    public String text() {
        if (body.length == KEPT) {
            throw new IllegalArgumentException("a request body has at most 64 KiB");
        }
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The last segment of the path, by which faults know a call. */
    public static String call(Request request) {
        String path = Request.getPathInContext(request);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
