package clarion.simulator.stomp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns octets into STOMP 1.2 frames, however they were cut: several frames in a piece, a frame over several pieces, LF
 * or CRLF, line ends between frames. Not thread-safe; of no use after an exception.
 */
public final class StompDecoder {

    /** Most octets in one frame's command and headers, and in its body. */
    public static final int HEAD_LIMIT = 64 * 1024;

    public static final int BODY_LIMIT = 1024 * 1024;

    private static final int UNKNOWN = -1;

    private enum Part {
        COMMAND,
        HEADERS,
        BODY
    }

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Part part = Part.COMMAND;
    private String command = "";
    private int headSize;
    private int bodyLength = UNKNOWN;

    /** The frames that end in these octets. */
    public List<StompFrame> decode(ByteBuffer octets) throws StompException {
        List<StompFrame> frames = new ArrayList<>();
        while (octets.hasRemaining()) {
            byte octet = octets.get();
            if (part == Part.BODY) {
                body(octet, frames);
            } else {
                head(octet);
            }
        }
        return frames;
    }

    private void head(byte octet) throws StompException {
        if (octet == 0) {
            throw new StompException("NUL before the end of the headers");
        }
        if (octet != '\n') {
            if (++headSize > HEAD_LIMIT) {
                throw new StompException("command and headers are longer than " + HEAD_LIMIT + " octets");
            }
            bytes.write(octet);
            return;
        }
        String line = new String(StompFrame.line(bytes), StandardCharsets.UTF_8);
        if (line.endsWith("\r")) {
            line = line.substring(0, line.length() - 1);
        }
        if (part == Part.COMMAND) {
            command(line);
        } else if (line.isEmpty()) {
            bodyLength = contentLength();
            part = Part.BODY;
        } else {
            header(line);
        }
    }

    private void command(String line) throws StompException {
        if (line.isEmpty()) {
            headSize = 0;
            return;
        }
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) < 'A' || line.charAt(i) > 'Z') {
                throw new StompException("not a STOMP command");
            }
        }
        command = line;
        part = Part.HEADERS;
    }

    private void header(String line) throws StompException {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new StompException("a header line without name and colon");
        }
        boolean plain = command.equals("CONNECT") || command.equals("CONNECTED");
        String name = line.substring(0, colon);
        String value = line.substring(colon + 1);
        headers.putIfAbsent(plain ? name : StompFrame.unescape(name), plain ? value : StompFrame.unescape(value));
    }

    private int contentLength() throws StompException {
        String text = headers.get("content-length");
        if (text == null) {
            return UNKNOWN;
        }
        if (!text.matches("[0-9]{1,9}")) {
            throw new StompException("content-length is not a number");
        }
        int length = Integer.parseInt(text);
        if (length > BODY_LIMIT) {
            throw new StompException("content-length is above " + BODY_LIMIT);
        }
        return length;
    }

    private void body(byte octet, List<StompFrame> frames) throws StompException {
        boolean end = bodyLength == UNKNOWN ? octet == 0 : bytes.size() == bodyLength;
        if (!end) {
            if (bytes.size() == BODY_LIMIT) {
                throw new StompException("the body is longer than " + BODY_LIMIT + " octets");
            }
            bytes.write(octet);
            return;
        }
        if (octet != 0) {
            throw new StompException("no NUL after content-length octets");
        }
        frames.add(StompFrame.of(command, headers, StompFrame.line(bytes)));
        headers.clear();
        headSize = 0;
        bodyLength = UNKNOWN;
        part = Part.COMMAND;
    }
}
