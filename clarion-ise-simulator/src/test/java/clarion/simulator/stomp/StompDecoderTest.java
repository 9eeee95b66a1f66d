package clarion.simulator.stomp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StompDecoderTest {

    private static final String SUBSCRIBE = "SUBSCRIBE\nid:0\ndestination:/topic/a\n\n\0";

    private static List<StompFrame> decode(String text) throws StompException {
        return new StompDecoder().decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void readsAFrame() throws StompException {
        StompFrame frame = decode(SUBSCRIBE).get(0);
        assertEquals("SUBSCRIBE", frame.command());
        assertEquals(Map.of("id", "0", "destination", "/topic/a"), frame.headers());
        assertEquals("", frame.text());
    }

    @Test
    void readsCarriageReturnsAndLineEndsBetweenFrames() throws StompException {
        List<StompFrame> frames = decode("\n\r\n" + SUBSCRIBE.replace("\n", "\r\n") + "\n\n\n" + SUBSCRIBE + "\n");
        assertEquals(2, frames.size());
        assertEquals(frames.get(1), frames.get(0));
    }

    @Test
    void readsAFrameThatCameByOctets() throws StompException {
        StompDecoder decoder = new StompDecoder();
        List<StompFrame> frames = new ArrayList<>();
        for (byte octet : SUBSCRIBE.getBytes(StandardCharsets.UTF_8)) {
            frames.addAll(decoder.decode(ByteBuffer.wrap(new byte[] {octet})));
        }
        assertEquals(decode(SUBSCRIBE), frames);
    }

    @Test
    void countsContentLengthInOctetsAndLetsTheBodyHoldNul() throws StompException {
        String body = "zoë\0łukasz";
        int octets = body.getBytes(StandardCharsets.UTF_8).length;
        List<StompFrame> frames = decode("SEND\ncontent-length:" + octets + "\n\n" + body + "\0" + SUBSCRIBE);
        assertEquals(body, frames.get(0).text());
        assertEquals(2, frames.size());
    }

    @Test
    void undoesEscapesButNotInConnect() throws StompException {
        assertEquals("a:b\n\r\\", decode("SEND\nx:a\\cb\\n\\r\\\\\n\n\0").get(0).header("x"));
        assertEquals("a\\cb", decode("CONNECT\nx:a\\cb\n\n\0").get(0).header("x"));
    }

    @Test
    void takesTheFirstOfRepeatedHeadersAndKeepsColonsInValues() throws StompException {
        assertEquals(
                "https://ise:8910",
                decode("SEND\nurl:https://ise:8910\nurl:second\n\n\0").get(0).header("url"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "lower\n\n\0",
                "SEND\nno colon\n\n\0",
                "SEND\n:empty\n\n\0",
                "SEND\nx:\\t\n\n\0",
                "SEND\nx:end\\\n\n\0",
                "SEND\ncontent-length:-1\n\n\0",
                "SEND\ncontent-length:9999999\n\n\0",
                "SEND\ncontent-length:1\n\nab\0",
                "SEND\nx:\0",
                "\0"
            })
    void refusesWhatIsNotStomp(String text) {
        assertThrows(StompException.class, () -> decode(text));
    }

    @Test
    void boundsHeadAndBody() {
        assertThrows(StompException.class, () -> decode("SEND\nx:" + "y".repeat(StompDecoder.HEAD_LIMIT)));
        assertThrows(StompException.class, () -> decode("SEND\n\n" + "y".repeat(StompDecoder.BODY_LIMIT + 1)));
    }

    @Test
    void readsBackWhatItWroteHoweverItIsCut() throws StompException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<StompFrame> written = new ArrayList<>();
            ByteBuffer wire = ByteBuffer.allocate(64 * 1024);
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                StompFrame frame = frame(random);
                written.add(frame);
                wire.put(frame.encode());
            }
            wire.flip();
            StompDecoder decoder = new StompDecoder();
            List<StompFrame> read = new ArrayList<>();
            while (wire.hasRemaining()) {
                int size = 1 + random.nextInt(Math.min(50, wire.remaining()));
                read.addAll(decoder.decode(wire.slice(wire.position(), size)));
                wire.position(wire.position() + size);
            }
            assertEquals(written.size(), read.size(), "seed " + seed);
            for (int i = 0; i < read.size(); i++) {
                assertEquals(written.get(i).command(), read.get(i).command(), "seed " + seed);
                assertEquals(written.get(i).body(), read.get(i).body(), "seed " + seed);
                assertTrue(
                        read.get(i)
                                .headers()
                                .entrySet()
                                .containsAll(written.get(i).headers().entrySet()),
                        "seed " + seed);
            }
        }
    }

    @Test
    void neverFailsInAnotherWayThanItSays() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] valid = (SUBSCRIBE + "SEND\ncontent-length:3\nx:a\\cb\n\nabc\0").getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 20_000; round++) {
            byte[] octets = valid.clone();
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            try {
                new StompDecoder().decode(ByteBuffer.wrap(octets));
            } catch (StompException e) {
                assertTrue(e.text().length() > 5, "seed " + seed);
            }
        }
    }

    private static StompFrame frame(Random random) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(5); i++) {
            headers.put("h" + i + text(random), text(random));
        }
        byte[] body = new byte[random.nextInt(200)];
        random.nextBytes(body);
        return StompFrame.of("MESSAGE", headers, body);
    }

    private static String text(Random random) {
        String alphabet = "aZ09:\\\r\n ëł高";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < random.nextInt(12); i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
