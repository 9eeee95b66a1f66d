package clarion.simulator.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers that are written piece by piece. */
public final class Streams {

    private static final int BUFFER = 64 * 1024;

    private Streams() {}

    /** Writes a body. */
    public interface Body {
        void write(OutputStream out) throws IOException;
    }

    /** Answers 200 with what {@code body} writes. A consumer that goes away ends it. */
    public static void answer(Response response, Callback callback, Body body) {
        response.setStatus(200);
        try (OutputStream out = new BufferedOutputStream(Content.Sink.asOutputStream(response), BUFFER)) {
            body.write(out);
        } catch (IOException | jakarta.json.JsonException e) {
            callback.failed(e);
            return;
        }
        callback.succeeded();
    }
}
