package clarion.pxgrid.stomp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {

    private static final int LIMIT = 1 << 20;

    private final List<Frame> frames = new ArrayList<>();
    private final FrameDecoder decoder = new FrameDecoder(LIMIT, frames::add);

    private void feed(String text) throws StompException {
        decoder.feed(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    @Test
    @Tag("pxgrid-11")
    void readsLfAndCrlfAlike() throws Exception {
        feed("MESSAGE\nsubscription:0\n\n{\"a\":1}\0MESSAGE\r\nsubscription:0\r\n\r\n{\"a\":1}\0");
        assertEquals(2, frames.size());
        assertEquals(frames.get(0).headers(), frames.get(1).headers());
        assertEquals("{\"a\":1}", frames.get(1).bodyText());
    }

    @Test
    @Tag("pxgrid-11")
    void skipsHeartBeatsBetweenFrames() throws Exception {
        feed("\n\n\r\nCONNECTED\nversion:1.2\n\n\0\n\r\n\nRECEIPT\nreceipt-id:7\n\n\0\n");
        assertEquals(
                List.of("CONNECTED", "RECEIPT"),
                frames.stream().map(Frame::command).toList());
    }

    @Test
    @Tag("pxgrid-12")
    void countsContentLengthInOctetsAndLetsNulStandInTheBody() throws Exception {
        String body = "Łukasz \0 Ødegård 東京";
        feed("MESSAGE\ncontent-length:" + body.getBytes(UTF_8).length + "\n\n" + body + "\0");
        assertEquals(body, frames.get(0).bodyText());
    }

    @Test
    @Tag("pxgrid-11")
    void unescapesHeadersButNotThoseOfConnected() throws Exception {
        feed("MESSAGE\nk\\cey:a\\nb\\\\c:d\n\n\0CONNECTED\nsession:a\\nb\n\n\0");
        assertEquals("a\nb\\c:d", frames.get(0).headers().get("k:ey"));
        assertEquals("a\\nb", frames.get(1).headers().get("session"));
    }

    @Test
    void takesTheFirstOfARepeatedHeader() throws Exception {
        feed("MESSAGE\nfoo:first\nfoo:second\n\n\0");
        assertEquals("first", frames.get(0).headers().get("foo"));
    }

    @Test
    @Tag("pxgrid-11")
    void readsAFrameCutIntoSingleOctets() throws Exception {
        byte[] octets =
                Frame.of("SUBSCRIBE", "destination", "/topic/ü", "id", "0").encode();
        for (byte octet : octets) {
            decoder.feed(ByteBuffer.wrap(new byte[] {octet}));
        }
        assertEquals("/topic/ü", frames.get(0).headers().get("destination"));
    }

    @Test
    void refusesWhatIsNoStomp() {
        for (String bad : List.of(
                "lower\n\n\0",
                "MESSAGE\nno colon\n\n\0",
                "MESSAGE\ncontent-length:x\n\n\0",
                "MESSAGE\ncontent-length:-1\n\n\0",
                "MESSAGE\ncontent-length:1\n\nab\0",
                "MESSAGE\nbad:\\t\n\n\0",
                "MESSAGE\nendsearly\0",
                "{\"sessions\":[]}\n\0")) {
            FrameDecoder fresh = new FrameDecoder(LIMIT, frames::add);
            assertThrows(StompException.class, () -> fresh.feed(ByteBuffer.wrap(bad.getBytes(UTF_8))), bad);
        }
        assertTrue(frames.isEmpty());
    }

    @Test
    @Tag("pxgrid-13")
    void refusesAFrameAboveTheLimitWithOrWithoutContentLength() {
        FrameDecoder counted = new FrameDecoder(10, frames::add);
        StompException first = assertThrows(
                StompException.class,
                () -> counted.feed(ByteBuffer.wrap("MESSAGE\ncontent-length:11\n\n".getBytes(UTF_8))));
        FrameDecoder open = new FrameDecoder(10, frames::add);
        StompException second = assertThrows(
                StompException.class, () -> open.feed(ByteBuffer.wrap("MESSAGE\n\n12345678901".getBytes(UTF_8))));
        assertTrue(first.isTooLarge() && second.isTooLarge());
    }

    @Test
    @Tag("pxgrid-12")
    @Tag("pxgrid-13")
    void takesAFiveMebibyteBodyInSmallParts() throws Exception {
        byte[] body = new byte[5 << 20];
        new Random(5).nextBytes(body);
        FrameDecoder large = new FrameDecoder(16 << 20, frames::add);
        ByteBuffer octets = ByteBuffer.wrap(new Frame("MESSAGE", Map.of("subscription", "0"), body).encode());
        while (octets.hasRemaining()) {
            ByteBuffer part = octets.slice(octets.position(), Math.min(16 * 1024, octets.remaining()));
            octets.position(octets.position() + part.remaining());
            large.feed(part);
        }
        assertArrayEquals(body, frames.get(0).body());
    }

    @Test
    void readsBackWhateverWasWrittenHoweverItIsCut() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            List<Frame> sent = new ArrayList<>();
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (int i = 0; i < 1 + random.nextInt(4); i++) {
                Frame frame = randomFrame(random);
                sent.add(frame);
                stream.writeBytes(frame.encode());
                stream.writeBytes(random.nextBoolean() ? new byte[] {'\r', '\n'} : new byte[] {'\n'});
            }
            List<Frame> read = new ArrayList<>();
            feedInParts(new FrameDecoder(LIMIT, read::add), stream.toByteArray(), random);
            assertEquals(sent.size(), read.size(), "seed " + seed);
            for (int i = 0; i < sent.size(); i++) {
                Map<String, String> headers = new LinkedHashMap<>(read.get(i).headers());
                headers.remove("content-length");
                assertEquals(sent.get(i).headers(), headers, "seed " + seed);
                assertArrayEquals(sent.get(i).body(), read.get(i).body(), "seed " + seed);
            }
        }
    }

    @Test
    void anyOctetsGiveFramesOrAStompException() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] octets = randomFrame(random).encode();
            for (int flips = random.nextInt(6); flips > 0; flips--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt(256);
            }
            try {
                feedInParts(new FrameDecoder(LIMIT, frame -> {}), octets, random);
            } catch (StompException e) {
                assertTrue(e.getMessage() != null, "seed " + seed);
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private static void feedInParts(FrameDecoder decoder, byte[] octets, Random random) throws StompException {
        int start = 0;
        while (start < octets.length) {
            int length = Math.min(octets.length - start, 1 + random.nextInt(64));
            decoder.feed(ByteBuffer.wrap(octets, start, length));
            start += length;
        }
    }

    private static Frame randomFrame(Random random) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            headers.put("h" + i + randomText(random), randomText(random));
        }
        byte[] body = new byte[random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(300)];
        random.nextBytes(body);
        return new Frame("MESSAGE", headers, body);
    }

    private static String randomText(Random random) {
        String alphabet = "ab:\\\n\r ü東;";
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
