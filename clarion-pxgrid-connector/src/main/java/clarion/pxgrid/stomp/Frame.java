package clarion.pxgrid.stomp;

import clarion.pxgrid.wire.StompWire;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One STOMP frame. Header names and values are unescaped; of a repeated header the first counts (STOMP 1.2, "Repeated
 * Header Entries"). The body belongs to the frame and is not copied.
 */
public final class Frame {

    private static final byte[] NO_BODY = {};

    private final String command;
    private final Map<String, String> headers;
    private final byte[] body;

    public Frame(String command, Map<String, String> headers, byte[] body) {
        this.command = command;
        this.headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
        this.body = body;
    }

    /** A frame without a body; names and values alternate. */
    public static Frame of(String command, String... namesAndValues) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Frame(command, headers, NO_BODY);
    }

    public String command() {
        return command;
    }

    public Map<String, String> headers() {
        return headers;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public byte[] body() {
        return body;
    }

    public String bodyText() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The frame as octets, NUL included; a body gets a {@code content-length} in octets. */
    public byte[] encode() {
        StringBuilder head = new StringBuilder(command).append('\n');
        boolean escaped = HeaderEscapes.applyTo(command);
        headers.forEach((name, value) -> head.append(escaped ? HeaderEscapes.escape(name) : name)
                .append(':')
                .append(escaped ? HeaderEscapes.escape(value) : value)
                .append('\n'));
        if (body.length > 0 && !headers.containsKey(StompWire.CONTENT_LENGTH)) {
            head.append(StompWire.CONTENT_LENGTH)
                    .append(':')
                    .append(body.length)
                    .append('\n');
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(head.length() + body.length + 2);
        octets.writeBytes(head.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        octets.writeBytes(body);
        octets.write(0);
        return octets.toByteArray();
    }

    @Override
    public String toString() {
        return command + headers.keySet() + "+" + body.length + " octets";
    }
}
