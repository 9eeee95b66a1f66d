package clarion.pxgrid.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The key by which Clarion's processes know each other goes over HTTP clients whose loggers are not Clarion's. */
@Tag("pxgrid-35")
class LogFloorTest {

    private static final String KEY = "Nq4xTz81-vL0kWm7RyJp3-Hc9Fb2Ds6Ga5";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    /** Formats, since the formatter puts what is logged in its place. */
    private final class Memory extends Handler {

        @Override
        public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void theClientBehindPayarasRestClientWritesNoKeyWhenEveryLoggerIsAtItsFinest() throws IOException {
        Logger client = Logger.getLogger("sun.net.www.protocol.http.HttpURLConnection");
        Level before = client.getLevel();
        Memory memory = new Memory();
        memory.setLevel(Level.ALL);
        client.addHandler(memory); // not to a parent: those of the JDK's own loggers are in a world of their own
        try {
            client.setLevel(Level.ALL);
            callWithKey();
            assertTrue(String.join("", lines).contains(KEY), "without a floor it does, so this test sees it");
            lines.clear();
            LogFloor.hold();
            callWithKey();
            assertFalse(String.join("", lines).contains(KEY), "the key is in the log");
        } finally {
            client.removeHandler(memory);
            client.setLevel(before);
        }
    }

    @Test
    void theClientBehindWildFlysRestClientIsHeldToo() {
        for (String name : List.of("org.apache.http.headers", "org.apache.http.wire")) {
            Logger logger = Logger.getLogger(name);
            logger.setLevel(Level.ALL);
            LogFloor.hold();
            assertFalse(logger.isLoggable(Level.FINE), name);
        }
    }

    private static void callWithKey() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/status");
            HttpURLConnection call = (HttpURLConnection) uri.toURL().openConnection();
            call.setRequestProperty("X-Key", KEY);
            call.setRequestProperty("Authorization", "Bearer " + KEY);
            assertEquals(204, call.getResponseCode());
            call.disconnect();
        } finally {
            server.stop(0);
        }
    }
}
