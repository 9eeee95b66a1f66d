package clarion.ejb.sessions;

import static clarion.ejb.sessions.ReportBuilder.aReport;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The digest stands in the database: if its form changed, every session would look different after an upgrade. */
class SessionContentTest {

    private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
    private final DataOutputStream expected = new DataOutputStream(octets);

    @Test
    void theDigestIsOverEveryValueWithItsLength() throws Exception {
        String large = "ü".repeat(3000);
        SessionContent content = SessionContent.of(aReport("s1")
                .user("alice")
                .ip("10.0.0.1")
                .attribute("reason", large)
                .build());

        put("STARTED");
        Map<SessionColumn, String> there = content.columns();
        for (SessionColumn column : SessionColumn.ALL) {
            put(there.get(column));
        }
        put("10.0.0.1");
        put(null);
        put(String.valueOf(content.user()));
        put(null);
        put("reason");
        put(large);

        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(octets.toByteArray());
        assertArrayEquals(Arrays.copyOf(sha256, 16), content.digest("STARTED"));
    }

    private void put(@Nullable String value) throws Exception {
        byte[] utf8 = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        expected.writeInt(value == null ? -1 : utf8.length);
        expected.write(utf8);
    }
}
