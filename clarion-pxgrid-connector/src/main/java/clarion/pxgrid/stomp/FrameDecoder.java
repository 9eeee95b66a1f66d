package clarion.pxgrid.stomp;

import clarion.pxgrid.wire.StompWire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Turns octets into STOMP 1.2 frames, however they were cut into WebSocket messages: several frames in one message, one
 * frame in several, LF or CRLF, heart-beats between frames, bodies with and without {@code content-length}.
 *
 * <p>Holds at most one frame, of at most the given size. After an exception it must not be fed again. For use by one
 * thread at a time.
 */
public final class FrameDecoder {

    /** Command and header lines together; ISE's take some hundred octets. */
    private static final int MAX_HEAD = 64 * 1024;

    private static final int FIRST_SIZE = 4 * 1024;

    private enum Part {
        BETWEEN,
        HEAD,
        COUNTED_BODY,
        TERMINATED_BODY
    }

    private final int maxFrame;
    private final Consumer<Frame> frames;

    private Part part = Part.BETWEEN;
    private byte[] buffer = new byte[FIRST_SIZE];
    private int size;
    private int lineStart;
    private String command = "";
    private Map<String, String> headers = new LinkedHashMap<>();
    private int bodyLength;

    /**
     * @param maxFrame most octets of a frame's body
     * @param frames takes each frame as soon as it is complete
     */
    public FrameDecoder(int maxFrame, Consumer<Frame> frames) {
        this.maxFrame = maxFrame;
        this.frames = frames;
    }

    /**
     * Reads all that remains in the octets.
     *
     * @throws StompException if they are malformed or a frame is too large
     */
    public void feed(ByteBuffer octets) throws StompException {
        while (octets.hasRemaining()) {
            switch (part) {
                case BETWEEN -> skipHeartBeats(octets);
                case HEAD -> readHead(octets);
                case COUNTED_BODY -> readCounted(octets);
                case TERMINATED_BODY -> readTerminated(octets);
            }
        }
    }

    private void skipHeartBeats(ByteBuffer octets) {
        byte next = octets.get(octets.position());
        if (next == '\n' || next == '\r') {
            octets.get();
        } else {
            part = Part.HEAD;
            size = 0;
            lineStart = 0;
            command = "";
            headers = new LinkedHashMap<>();
        }
    }

    private void readHead(ByteBuffer octets) throws StompException {
        while (octets.hasRemaining()) {
            byte octet = octets.get();
            if (octet == 0) {
                throw new StompException("a frame ended before its headers did");
            }
            if (octet != '\n') {
                if (size >= MAX_HEAD) {
                    throw StompException.tooLarge(size + 1L, MAX_HEAD, null);
                }
                append(octet);
                continue;
            }
            int end = size > lineStart && buffer[size - 1] == '\r' ? size - 1 : size;
            String line = new String(buffer, lineStart, end - lineStart, StandardCharsets.UTF_8);
            lineStart = size;
            if (command.isEmpty()) {
                command = commandOf(line);
            } else if (line.isEmpty()) {
                beginBody();
                return;
            } else {
                addHeader(line);
            }
        }
    }

    private static String commandOf(String line) throws StompException {
        if (line.isEmpty() || line.length() > 32 || !line.chars().allMatch(c -> c >= 'A' && c <= 'Z')) {
            throw new StompException("a frame does not begin with a STOMP command");
        }
        return line;
    }

    private void addHeader(String line) throws StompException {
        int colon = line.indexOf(':');
        if (colon < 0) {
            throw new StompException("a header line of a " + command + " frame has no colon");
        }
        String name = line.substring(0, colon);
        String value = line.substring(colon + 1);
        if (HeaderEscapes.applyTo(command)) {
            name = HeaderEscapes.unescape(name);
            value = HeaderEscapes.unescape(value);
        }
        headers.putIfAbsent(name, value);
    }

    private void beginBody() throws StompException {
        String length = headers.get(StompWire.CONTENT_LENGTH);
        size = 0;
        if (length == null) {
            part = Part.TERMINATED_BODY;
            return;
        }
        long octets;
        try {
            octets = Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            octets = -1;
        }
        if (octets < 0) {
            throw new StompException("the content-length of a " + command + " frame is not a number of octets");
        }
        if (octets > maxFrame) {
            throw StompException.tooLarge(octets, maxFrame, headers.get(StompWire.SUBSCRIPTION));
        }
        bodyLength = (int) octets;
        part = Part.COUNTED_BODY;
    }

    private void readCounted(ByteBuffer octets) throws StompException {
        int take = Math.min(bodyLength - size, octets.remaining());
        append(octets, take);
        if (size == bodyLength && octets.hasRemaining()) {
            if (octets.get() != 0) {
                throw new StompException("the body of a " + command + " frame goes on after its content-length");
            }
            complete();
        }
    }

    private void readTerminated(ByteBuffer octets) throws StompException {
        int start = octets.position();
        int end = start;
        while (end < octets.limit() && octets.get(end) != 0) {
            end++;
        }
        if ((long) size + (end - start) > maxFrame) {
            throw StompException.tooLarge((long) size + (end - start), maxFrame, headers.get(StompWire.SUBSCRIPTION));
        }
        append(octets, end - start);
        if (octets.hasRemaining()) {
            octets.get();
            complete();
        }
    }

    private void complete() {
        Frame frame = new Frame(command, headers, Arrays.copyOf(buffer, size));
        part = Part.BETWEEN;
        if (buffer.length > 64 * FIRST_SIZE) {
            buffer = new byte[FIRST_SIZE]; // one huge message must not hold its memory for ever
        }
        frames.accept(frame);
    }

    private void append(byte octet) {
        ensure(size + 1);
        buffer[size++] = octet;
    }

    private void append(ByteBuffer octets, int count) {
        ensure(size + count);
        octets.get(buffer, size, count);
        size += count;
    }

    private void ensure(int needed) {
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(needed, (int) Math.min(buffer.length * 2L, maxFrame + 1L)));
        }
    }
}
