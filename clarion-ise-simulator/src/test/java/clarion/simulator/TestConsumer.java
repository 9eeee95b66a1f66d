package clarion.simulator;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.stomp.StompDecoder;
import clarion.simulator.stomp.StompException;
import clarion.simulator.stomp.StompFrame;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** A pxGrid consumer of the JDK's own HTTP and WebSocket clients. */
final class TestConsumer implements WebSocket.Listener {

    static final Duration PATIENCE = Duration.ofSeconds(20);

    final BlockingQueue<StompFrame> frames = new LinkedBlockingQueue<>();
    final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StompDecoder decoder = new StompDecoder();
    private final IseSimulator ise;
    private final HttpClient client;
    private final String name;

    TestConsumer(IseSimulator ise, String name) {
        this(ise, name, ise.pki().clientContext());
    }

    TestConsumer(IseSimulator ise, String name, SSLContext tls) {
        this.ise = ise;
        this.name = name;
        this.client = HttpClient.newBuilder()
                .sslContext(tls)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> control(String method, String body) {
        return post(URI.create("https://127.0.0.1:" + ise.pxGridPort() + "/pxgrid/control/" + method), basic(""), body);
    }

    HttpResponse<String> post(URI uri, String authorization, String body) {
        return send(HttpRequest.newBuilder(uri)
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .timeout(PATIENCE)
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonObject lookup(String service) {
        return json(control("ServiceLookup", "{\"name\":\"" + service + "\"}").body())
                .getJsonArray("services")
                .getJsonObject(0);
    }

    String secret(String peer) {
        return json(control("AccessSecret", "{\"peerNodeName\":\"" + peer + "\"}")
                        .body())
                .getString("secret");
    }

    HttpResponse<String> call(String service, String call, String body) {
        JsonObject node = lookup(service);
        URI uri = URI.create(node.getJsonObject("properties").getString(ServiceNode.REST_BASE_URL) + "/" + call);
        return post(uri, basic(secret(node.getString("nodeName"))), body);
    }

    /** Activates, looks up, opens the WebSocket and sends CONNECT and SUBSCRIBE in one go. */
    WebSocket subscribe() {
        return subscribe(open(), "/topic/com.cisco.ise.session");
    }

    /** Like {@link #subscribe()}, at a given pubsub node. */
    WebSocket subscribe(JsonObject node) {
        URI uri = URI.create(node.getJsonObject("properties").getString(ServiceNode.WS_URL));
        return subscribe(open(uri, basic(secret(node.getString("nodeName")))).join(), "/topic/com.cisco.ise.session");
    }

    /** Sends CONNECT and SUBSCRIBE in one go. */
    WebSocket subscribe(WebSocket socket, String destination) {
        socket.sendBinary(
                        StompFrame.of("CONNECT", Map.of("accept-version", "1.2", "host", "ise"))
                                .encode(),
                        true)
                .join();
        socket.sendBinary(
                        StompFrame.of("SUBSCRIBE", Map.of("id", "0", "destination", destination))
                                .encode(),
                        true)
                .join();
        return socket;
    }

    WebSocket open() {
        control("AccountActivate", "{}");
        JsonObject node = lookup(ServiceNode.PUBSUB);
        URI uri = URI.create(node.getJsonObject("properties").getString(ServiceNode.WS_URL));
        return open(uri, basic(secret(node.getString("nodeName")))).join();
    }

    CompletableFuture<WebSocket> open(URI uri, String authorization) {
        return client.newWebSocketBuilder()
                .header("Authorization", authorization)
                .connectTimeout(PATIENCE)
                .buildAsync(uri, this);
    }

    StompFrame next() {
        try {
            StompFrame frame = frames.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (frame == null) {
                throw new AssertionError("no frame within " + PATIENCE);
            }
            return frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    @Override
    public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
        try {
            frames.addAll(decoder.decode(data));
        } catch (StompException e) {
            closed.completeExceptionally(e);
        }
        socket.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        return onBinary(socket, StandardCharsets.UTF_8.encode(data.toString()), last);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int statusCode, String reason) {
        closed.complete(statusCode);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed.completeExceptionally(error);
    }
}
