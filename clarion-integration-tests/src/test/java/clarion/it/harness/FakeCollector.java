package clarion.it.harness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/** Takes traces by OTLP over HTTP (protobuf), and keeps what came. */
public final class FakeCollector implements AutoCloseable {

    private final HttpServer server;
    private final Queue<String> requests = new ConcurrentLinkedQueue<>();

    public FakeCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (packed) {
            try (GZIPInputStream unpacked = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
                body = unpacked.readAllBytes();
            }
        }
        requests.add(new String(body, StandardCharsets.ISO_8859_1));
        exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** Where traces are to be sent. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Everything that came. Protobuf has texts, such as names of spans, as they are. */
    public String everything() {
        return String.join("\n", requests);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
