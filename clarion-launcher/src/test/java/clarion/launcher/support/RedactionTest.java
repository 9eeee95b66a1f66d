package clarion.launcher.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction redaction = new Redaction(List.of("s3cret-value", "ab"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization: Basic Y2FuYXJ5OmNhbmFyeQ==",
                "authorization = Bearer canary.canary.canary",
                "{\"Authorization\":[\"Bearer canary\"]}",
                "Cookie: clarion_session=canary; theme=dark",
                "Set-Cookie: clarion_session=canary; HttpOnly",
                "GET / clarion_session=canary HTTP/1.1",
                "X-CSRF-Token: canary",
                "token clr_canary-0123_abc was used",
                "jdbc:postgresql://clarion:canary@db/clarion",
                "jdbc:postgresql://db/clarion?user=x&password=canary",
                "{\"password\" : \"can\\\"ary canary\", \"user\":\"x\"}",
                "key-store-password=canary",
                "javax.net.ssl.keyStorePassword=canary",
                "apiToken: canary",
                "client_secret='canary canary'",
                "-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\ncanary and no end"
            })
    void takesOutWhatLooksLikeASecret(String text) {
        String rest = redaction.of(text);
        assertFalse(rest.contains("canary"), rest);
        assertTrue(rest.contains(Redaction.MASK), rest);
    }

    @Test
    void takesOutWhatIsKnownToBeOneWhereverItStands() {
        assertEquals("it said [removed]!", redaction.of("it said s3cret-value!"));
        assertEquals("a table of abbots", redaction.of("a table of abbots"), "too short to be looked for");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clarion.db.password-file = /run/secrets/db",
                "clarion.metrics.token-file=/run/secrets/metrics_token",
                "event=database-ready url=jdbc:postgresql://db:5432/clarion schema=5",
                "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----",
                "CLARION-PXG-012 the chain cannot be verified"
            })
    void leavesWhatHelps(String text) {
        assertEquals(text, redaction.of(text));
    }
}
