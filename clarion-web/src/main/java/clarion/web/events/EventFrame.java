package clarion.web.events;

import java.nio.charset.StandardCharsets;

/**
 * One event as it goes over the wire (WHATWG HTML, section 9.2).
 *
 * @param id tells it from all other events, of other processes too
 * @param name {@code sessions}, {@code status} or {@code reset}
 * @param data JSON without line ends
 */
record EventFrame(String id, String name, String data) {

    static final String SESSIONS = "sessions";
    static final String STATUS = "status";
    static final String RESET = "reset";

    /** A comment, which clients ignore; it keeps proxies from closing a quiet connection and finds dead clients. */
    static final byte[] KEEP_ALIVE = bytes(": keep-alive\n\n");

    /** What each stream begins with: how long a client waits before it connects again, in milliseconds. */
    static final byte[] PREAMBLE = bytes("retry: 2000\n\n");

    EventFrame {
        if (data.indexOf('\n') >= 0 || data.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("data with a line end: " + data);
        }
    }

    byte[] bytes() {
        return bytes("id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
