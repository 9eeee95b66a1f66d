package clarion.ejb.sessions;

import clarion.domain.devices.IpAddress;
import clarion.domain.sessions.SessionReport;
import clarion.domain.users.UserIdentity;
import clarion.ejb.DatabaseText;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a report says of its session, fit for the database.
 *
 * @param columns the values that are there
 * @param addresses canonical, in ISE's order
 * @param user the normalised identity
 * @param authorizationProfiles names, in ISE's order
 * @param attributes everything else
 */
record SessionContent(
        Map<SessionColumn, String> columns,
        List<String> addresses,
        @Nullable UserIdentity user,
        List<String> authorizationProfiles,
        SortedMap<String, String> attributes) {

    static SessionContent of(SessionReport report) {
        Map<SessionColumn, String> columns = new EnumMap<>(SessionColumn.class);
        for (SessionColumn column : SessionColumn.ALL) {
            String value = DatabaseText.text(column.of(report));
            if (value != null) {
                columns.put(column, value);
            }
        }
        return new SessionContent(
                Collections.unmodifiableMap(columns),
                report.addresses().stream().map(IpAddress::toString).toList(),
                report.user(),
                report.authorizationProfiles(),
                report.attributes());
    }

    @Nullable
    String get(SessionColumn column) {
        return columns.get(column);
    }

    /** The user's key in the database. */
    @Nullable
    String identity() {
        return user == null ? null : DatabaseText.key(user.toString());
    }

    /**
     * Fills from what was known before what this leaves out. Reports of an end often say little more than the key, and
     * the history should still tell who was where.
     */
    SessionContent withGapsFrom(SessionContent before) {
        Map<SessionColumn, String> filled = new EnumMap<>(SessionColumn.class);
        filled.putAll(before.columns);
        filled.putAll(columns);
        SortedMap<String, String> all = new TreeMap<>(before.attributes);
        all.putAll(attributes);
        return new SessionContent(
                Collections.unmodifiableMap(filled),
                addresses.isEmpty() ? before.addresses : addresses,
                user == null ? before.user : user,
                authorizationProfiles.isEmpty() ? before.authorizationProfiles : authorizationProfiles,
                all);
    }

    /** Equal for equal content and state only: half of a SHA-256 over every value with its length. */
    byte[] digest(String state) {
        MessageDigest digest = DatabaseText.sha256();
        put(digest, state);
        SessionColumn.ALL.forEach(column -> put(digest, columns.get(column)));
        addresses.forEach(value -> put(digest, value));
        put(digest, null);
        put(digest, user == null ? null : user.toString());
        authorizationProfiles.forEach(value -> put(digest, value));
        put(digest, null);
        attributes.forEach((name, value) -> {
            put(digest, name);
            put(digest, value);
        });
        return Arrays.copyOf(digest.digest(), 16);
    }

    private static void put(MessageDigest digest, @Nullable String value) {
        byte[] octets = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4)
                .putInt(value == null ? -1 : octets.length)
                .flip());
        digest.update(octets);
    }
}
