package clarion.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.simulator.control.AccountState;
import clarion.simulator.control.ServiceNode;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlPlaneTest {

    private static final String SESSION_LOOKUP = "{\"name\":\"com.cisco.ise.session\"}";

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
    void connect() {
        consumer = new TestConsumer(ise, "Reader-1");
        ise.accounts().delete("reader-1");
        ise.accounts().autoApprove(true);
    }

    @AfterEach
    void mend() {
        ise.faults().clear();
        ise.faults().allowPasswordAccounts(false);
    }

    @Test
    void enablesAnAccountAtItsFirstActivation() {
        HttpResponse<String> answer = consumer.control("AccountActivate", "{\"description\":\"test\"}");
        assertEquals(200, answer.statusCode());
        assertEquals("ENABLED", TestConsumer.json(answer.body()).getString("accountState"));
        assertEquals(
                "application/json", answer.headers().firstValue("Content-Type").orElse(""));
    }

    @Test
    void keepsAnAccountPendingUntilItIsApproved() {
        ise.accounts().autoApprove(false);
        assertTrue(consumer.control("AccountActivate", "{}").body().contains("PENDING"));
        assertEquals(403, consumer.control("ServiceLookup", SESSION_LOOKUP).statusCode());
        assertEquals(
                403,
                consumer.control("AccessSecret", "{\"peerNodeName\":\"x\"}").statusCode());
        ise.accounts().set("READER-1", AccountState.ENABLED);
        assertTrue(consumer.control("AccountActivate", "{}").body().contains("ENABLED"));
        assertEquals(200, consumer.control("ServiceLookup", SESSION_LOOKUP).statusCode());
        ise.accounts().set("reader-1", AccountState.DISABLED);
        assertTrue(consumer.control("AccountActivate", "{}").body().contains("DISABLED"));
        assertEquals(403, consumer.control("ServiceLookup", SESSION_LOOKUP).statusCode());
    }

    @Test
    void knowsNobodyWithoutActivationOrCertificateOrName() {
        assertEquals(401, consumer.control("ServiceLookup", SESSION_LOOKUP).statusCode());
        TestConsumer anonymous = new TestConsumer(ise, "reader-1", ise.pki().anonymousContext());
        assertEquals(401, anonymous.control("AccountActivate", "{}").statusCode());
        assertEquals(
                401,
                consumer.send(HttpRequest.newBuilder(uri("AccountActivate"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                                .build())
                        .statusCode());
        assertEquals(
                401,
                new TestConsumer(ise, "not a name")
                        .control("AccountActivate", "{}")
                        .statusCode());
    }

    @Test
    void ignoresThePasswordBesideACertificate() {
        assertEquals(
                200,
                consumer.post(uri("AccountActivate"), consumer.basic("null"), "{}")
                        .statusCode());
    }

    @Test
    void findsServicesAndNothingForUnknownOnes() {
        consumer.control("AccountActivate", "{}");
        JsonObject session = consumer.lookup(ServiceNode.SESSION).getJsonObject("properties");
        assertEquals("/topic/com.cisco.ise.session", session.getString("sessionTopic"));
        assertEquals(ServiceNode.PUBSUB, session.getString("wsPubsubService"));
        assertTrue(session.getString("restBaseUrl").startsWith("https://127.0.0.1:" + ise.pxGridPort()));
        HttpResponse<String> none = consumer.control("ServiceLookup", "{\"name\":\"com.example.none\"}");
        assertEquals(200, none.statusCode());
        assertEquals("{\"services\":[]}", none.body());
    }

    @Test
    void givesEachProviderItsOwnSecretUntilSecretsRotate() {
        consumer.control("AccountActivate", "{}");
        String secret = consumer.secret("~ise-pubsub-ise1");
        assertEquals(secret, consumer.secret("~ise-pubsub-ise1"));
        assertNotEquals(secret, consumer.secret("~ise-mnt-ise1"));
        ise.accounts().rotateSecrets();
        assertNotEquals(secret, consumer.secret("~ise-pubsub-ise1"));
    }

    @Test
    void refusesWhatIsNotACall() {
        consumer.control("AccountActivate", "{}");
        assertEquals(400, consumer.control("ServiceLookup", "{not json").statusCode());
        assertEquals(400, consumer.control("ServiceLookup", "[]").statusCode());
        assertEquals(400, consumer.control("ServiceLookup", "{}").statusCode());
        assertEquals(400, consumer.control("ServiceLookup", "{\"name\":7}").statusCode());
        assertEquals(404, consumer.control("AccessSecretCreate", "{}").statusCode());
        assertEquals(413, consumer.control("ServiceLookup", " ".repeat(70_000)).statusCode());
        HttpResponse<String> get =
                consumer.send(HttpRequest.newBuilder(uri("ServiceLookup")).build());
        assertEquals(405, get.statusCode());
        assertEquals("POST", get.headers().firstValue("Allow").orElse(""));
    }

    /** A server that closes over unread octets resets the connection, and the client loses the answer. */
    @Test
    void readsABodyToItsEndWhateverItAnswers() {
        String body = " ".repeat(400_000);
        TestConsumer stranger = new TestConsumer(ise, "stranger", ise.pki().anonymousContext());
        consumer.control("AccountActivate", "{}");
        ise.faults().answer("AccessSecret", 503);
        for (int i = 0; i < 5; i++) {
            assertEquals(401, stranger.control("AccountActivate", body).statusCode());
            assertEquals(413, consumer.control("ServiceLookup", body).statusCode());
            assertEquals(503, consumer.control("AccessSecret", body).statusCode());
        }
    }

    @Test
    void makesPasswordAccountsOnlyWhenTheyAreAllowed() {
        TestConsumer anonymous = new TestConsumer(ise, "pwd-1", ise.pki().anonymousContext());
        String body = "{\"nodeName\":\"pwd-1\"}";
        assertEquals(503, anonymous.control("AccountCreate", body).statusCode());
        ise.faults().allowPasswordAccounts(true);
        HttpResponse<String> created = anonymous.control("AccountCreate", body);
        assertEquals(200, created.statusCode());
        assertEquals("pwd-1", TestConsumer.json(created.body()).getString("userName"));
        assertEquals(409, anonymous.control("AccountCreate", body).statusCode());
        String password = TestConsumer.json(created.body()).getString("password");
        assertEquals(
                200,
                anonymous
                        .post(uri("AccountActivate"), anonymous.basic(password), "{}")
                        .statusCode());
        assertEquals(
                401,
                anonymous
                        .post(uri("AccountActivate"), anonymous.basic("wrong"), "{}")
                        .statusCode());
    }

    @Test
    void tellsItsVersionToAnybody() {
        assertEquals(
                200,
                consumer.send(HttpRequest.newBuilder(uri("version")).build()).statusCode());
    }

    @Test
    void answersWithTheFaultThatWasAskedFor() {
        int before = ise.faults().calls("AccountActivate");
        ise.faults().answer("AccountActivate", 503);
        assertEquals(503, consumer.control("AccountActivate", "{}").statusCode());
        ise.faults().clear();
        assertEquals(200, consumer.control("AccountActivate", "{}").statusCode());
        assertEquals(before + 2, ise.faults().calls("AccountActivate"));
    }

    private static URI uri(String method) {
        return URI.create("https://127.0.0.1:" + ise.pxGridPort() + "/pxgrid/control/" + method);
    }
}
