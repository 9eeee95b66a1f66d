package clarion.simulator.stomp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A STOMP 1.2 frame.
 *
 * @param command such as {@code MESSAGE}
 * @param headers in order; of repeated ones the first
 * @param body octets, not to be changed
 */
public record StompFrame(String command, Map<String, String> headers, ByteBuffer body) {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0).asReadOnlyBuffer();

    public StompFrame {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        body = body.asReadOnlyBuffer();
    }

    public static StompFrame of(String command, Map<String, String> headers) {
        return new StompFrame(command, headers, NOTHING);
    }

    public static StompFrame of(String command, Map<String, String> headers, byte[] body) {
        return new StompFrame(command, headers, ByteBuffer.wrap(body));
    }

    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** The body as UTF-8 text. */
    public String text() {
        return StandardCharsets.UTF_8.decode(body.duplicate()).toString();
    }

    /** The frame on the wire: command, headers, empty line, body, NUL. A body gets {@code content-length} in octets. */
    public ByteBuffer encode() {
        boolean escaped = !command.equals("CONNECT") && !command.equals("CONNECTED");
        StringBuilder head = new StringBuilder(command).append('\n');
        headers.forEach((name, value) -> head.append(escaped ? escape(name) : name)
                .append(':')
                .append(escaped ? escape(value) : value)
                .append('\n'));
        if (body.hasRemaining() && !headers.containsKey("content-length")) {
            head.append("content-length:").append(body.remaining()).append('\n');
        }
        byte[] start = head.append('\n').toString().getBytes(StandardCharsets.UTF_8);
        ByteBuffer wire = ByteBuffer.allocate(start.length + body.remaining() + 1);
        wire.put(start).put(body.duplicate()).put((byte) 0);
        return wire.flip();
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\r", "\\r")
                .replace("\n", "\\n")
                .replace(":", "\\c");
    }

    static String unescape(String text) throws StompException {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
                plain.append(
                        switch (i < text.length() ? text.charAt(i) : ' ') {
                            case 'c' -> ':';
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            case '\\' -> '\\';
                            default -> throw new StompException("undefined escape in a header");
                        });
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    static byte[] line(ByteArrayOutputStream bytes) {
        byte[] line = bytes.toByteArray();
        bytes.reset();
        return line;
    }
}
