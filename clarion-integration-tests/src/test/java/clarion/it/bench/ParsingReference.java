package clarion.it.bench;

import clarion.pxgrid.sessions.SessionMessages;
import clarion.pxgrid.stomp.Frame;
import clarion.pxgrid.stomp.FrameDecoder;
import clarion.pxgrid.stomp.StompException;
import clarion.simulator.crowd.SyntheticSessions;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The connector's reading alone, from octets of a STOMP frame to session reports, on one thread and without storing.
 */
final class ParsingReference {

    private static final int MESSAGE = 100;
    private static final int MESSAGES = 1_000;
    private static final int ROUNDS = 3;
    private static final int LARGEST = 16 * 1024 * 1024;

    private ParsingReference() {}

    /** Events a second, of the last round, when the JVM is warm. */
    static double eventsPerSecond() throws StompException {
        SyntheticSessions crowd =
                new SyntheticSessions(MESSAGE * MESSAGES, 1, Clock.systemUTC(), ZoneOffset.UTC, MESSAGE);
        List<byte[]> frames = new ArrayList<>();
        for (int i = 0; i < MESSAGES; i++) {
            byte[] body = crowd.next(MESSAGE, i);
            Map<String, String> headers =
                    Map.of("destination", "/topic/x", "content-length", Integer.toString(body.length));
            frames.add(new Frame("MESSAGE", headers, body).encode());
        }
        double rate = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            int reports = read(frames);
            rate = reports / ((System.nanoTime() - begin) / 1e9);
        }
        return rate;
    }

    private static int read(List<byte[]> frames) throws StompException {
        int[] reports = new int[1];
        FrameDecoder decoder = new FrameDecoder(
                LARGEST,
                frame -> reports[0] += SessionMessages.read("/topic/x", frame.body(), Instant.EPOCH)
                        .elements()
                        .size());
        for (byte[] frame : frames) {
            decoder.feed(ByteBuffer.wrap(frame));
        }
        if (reports[0] != MESSAGE * MESSAGES) {
            throw new IllegalStateException("of " + MESSAGE * MESSAGES + " events " + reports[0] + " were read");
        }
        return reports[0];
    }
}
