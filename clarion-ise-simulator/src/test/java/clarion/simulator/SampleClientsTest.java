package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.ServiceNode;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.stomp.StompFrame;
import jakarta.json.JsonObject;
import java.io.FileInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Does on the wire what Cisco's public sample clients do, oddities included. */
class SampleClientsTest {

    private static final String TOPIC = "/topic/com.cisco.ise.session";

    @TempDir
    static Path data;

    static IseSimulator ise;

    private TestConsumer consumer;

    @BeforeAll
    static void start() {
        ise = IseSimulator.builder().dataDirectory(data).start();
    }

    @AfterAll
    static void stop() {
        ise.close();
    }

    @BeforeEach
    void activate() {
        consumer = new TestConsumer(ise, "sample");
        consumer.control("AccountActivate", "{}");
    }

    private static ByteBuffer octets(String frame) {
        return ByteBuffer.wrap(frame.getBytes(StandardCharsets.UTF_8));
    }

    private void publishOnce() {
        Waits.until(() -> ise.pubSub().subscriptions(TOPIC) == 1);
        ise.feed().publish(IseSession.started(Instant.now(), "00:11:22:33:44:55"));
        assertEquals("MESSAGE", consumer.next().command());
    }

    /** Tyrus asks without credentials first and wants to be challenged; the samples give "null" as the password. */
    @Test
    void challengesTheJavaSampleWhichThenConnects() throws Exception {
        URI uri = uri("AccountActivate");
        assertEquals(200, consumer.post(uri, consumer.basic("null"), "{}").statusCode());
        JsonObject node = consumer.lookup(ServiceNode.PUBSUB);
        URI ws = URI.create(node.getJsonObject("properties").getString("wsUrl").replace("wss:", "https:"));
        var challenge = consumer.send(HttpRequest.newBuilder(ws).build());
        assertEquals(401, challenge.statusCode());
        assertTrue(challenge.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Basic realm="));
        WebSocket socket = consumer.open();
        socket.sendBinary(octets("CONNECT\naccept-version:1.2\nhost:127.0.0.1\n\n\0"), true)
                .join();
        socket.sendBinary(octets("SUBSCRIBE\nid:0\ndestination:" + TOPIC + "\n\n\0"), true)
                .join();
        StompFrame connected = consumer.next();
        assertEquals("1.2", connected.header("version"));
        publishOnce();
        socket.sendBinary(octets("DISCONNECT\nreceipt:ID-123\n\n\0"), true).join();
        assertEquals("ID-123", consumer.next().header("receipt-id"));
        assertEquals(1000, consumer.closed.get(20, TimeUnit.SECONDS));
        Waits.until(() -> ise.pubSub().connections() == 0);
    }

    /** The Python sample gives the pubsub node as host, and splits header lines at every colon. */
    @Test
    void servesThePythonSample() {
        JsonObject node = consumer.lookup(ServiceNode.PUBSUB);
        WebSocket socket = consumer.open();
        socket.sendBinary(octets("CONNECT\naccept-version:1.2\nhost:" + node.getString("nodeName") + "\n\n\0"), true)
                .join();
        socket.sendBinary(octets("SUBSCRIBE\ndestination:" + TOPIC + "\nid:my-id\n\n\0"), true)
                .join();
        consumer.next().headers().forEach((name, value) -> assertTrue(!value.contains(":"), name));
        publishOnce();
        socket.abort();
        Waits.until(() -> ise.pubSub().connections() == 0);
    }

    /** The Go sample subscribes without CONNECT, and pings. */
    @Test
    void servesTheGoSampleWhichDoesNotConnect() {
        WebSocket socket = consumer.open();
        socket.sendBinary(octets("SUBSCRIBE\nid:0\ndestination:" + TOPIC + "\n\n\0"), true)
                .join();
        publishOnce();
        socket.sendPing(ByteBuffer.allocate(0)).join();
        socket.abort();
        Waits.until(() -> ise.pubSub().connections() == 0);
    }

    /** Clients of stompjs offer heart-beats and more versions, and crash when CONNECTED names no heart-beat. */
    @Test
    void servesNodeClients() {
        WebSocket socket = consumer.open();
        socket.sendText(
                        "CONNECT\nlogin:x\npasscode:undefined\naccept-version:1.0,1.1,1.2\nheart-beat:4000,4000\n"
                                + "host:127.0.0.1\n\n\0",
                        true)
                .join();
        assertEquals("0,0", consumer.next().header("heart-beat"));
        socket.sendText("\n", true).join();
        socket.sendText("SUBSCRIBE\nid:sub-0\ndestination:" + TOPIC + "\n\n\0", true)
                .join();
        publishOnce();
        socket.abort();
        Waits.until(() -> ise.pubSub().connections() == 0);
    }

    /** A provider registers a service of its own and publishes on its topic; a consumer asks whether it may read. */
    @Test
    void letsAProviderPublish() {
        String topic = "/topic/com.example.custom";
        String registration = TestConsumer.json(consumer.control(
                                "ServiceRegister",
                                "{\"name\":\"com.example.custom\",\"properties\":{\"wsPubsubService\":"
                                        + "\"com.cisco.ise.pubsub\",\"customTopic\":\"" + topic + "\"}}")
                        .body())
                .getString("id");
        assertEquals(
                200,
                consumer.control("ServiceReregister", "{\"id\":\"" + registration + "\"}")
                        .statusCode());
        assertEquals("sample", consumer.lookup("com.example.custom").getString("nodeName"));
        WebSocket socket = consumer.subscribe(consumer.open(), topic);
        assertEquals("CONNECTED", consumer.next().command());
        socket.sendBinary(
                        StompFrame.of(
                                        "SEND",
                                        Map.of("destination", topic, "content-length", "11"),
                                        "custom data".getBytes(StandardCharsets.UTF_8))
                                .encode(),
                        true)
                .join();
        assertEquals("custom data", consumer.next().text());
        String permitted = consumer.control(
                        "Authorization",
                        "{\"requestNodeName\":\"sample\",\"serviceName\":\"com.example.custom\","
                                + "\"serviceOperation\":\"subscribe\"}")
                .body();
        assertEquals("{\"authorization\":\"PERMIT\"}", permitted);
        assertTrue(consumer.control("Authorization", "{\"requestNodeName\":\"nobody\"}")
                .body()
                .contains("DENY"));
        consumer.control("ServiceUnregister", "{\"id\":\"" + registration + "\"}");
        assertEquals(
                "{\"services\":[]}",
                consumer.control("ServiceLookup", "{\"name\":\"com.example.custom\"}")
                        .body());
        socket.abort();
        Waits.until(() -> ise.pubSub().connections() == 0);
    }

    /** The Java sample reads JKS files, the Python sample an encrypted key. */
    @Test
    void writesKeysInTheFormsThatTheSamplesRead() throws Exception {
        Path pki = ise.pki().directory();
        char[] password = ise.pki().password().toCharArray();
        KeyStore keys = KeyStore.getInstance("JKS");
        try (InputStream in = new FileInputStream(pki.resolve("client.jks").toFile())) {
            keys.load(in, password);
        }
        assertTrue(keys.isKeyEntry("clarion"));
        assertEquals(ise.pki().client().key(), keys.getKey("clarion", password));
        KeyStore trust = KeyStore.getInstance("JKS");
        try (InputStream in = new FileInputStream(pki.resolve("trust.jks").toFile())) {
            trust.load(in, password);
        }
        assertEquals(1, trust.size());
        try (PEMParser pem = new PEMParser(Files.newBufferedReader(pki.resolve("client-key-encrypted.pem")))) {
            var encrypted = assertInstanceOf(PKCS8EncryptedPrivateKeyInfo.class, pem.readObject());
            var key = encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                    .setProvider(new BouncyCastleProvider())
                    .build(password));
            assertArrayEquals(ise.pki().client().key().getEncoded(), key.getEncoded());
        }
    }

    private static URI uri(String method) {
        return URI.create("https://127.0.0.1:" + ise.pxGridPort() + "/pxgrid/control/" + method);
    }
}
