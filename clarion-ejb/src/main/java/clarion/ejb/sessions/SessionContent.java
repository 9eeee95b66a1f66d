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
        Octets all = new Octets();
        all.put(state);
        SessionColumn.ALL.forEach(column -> all.put(columns.get(column)));
        addresses.forEach(all::put);
        all.put(null);
        all.put(user == null ? null : user.toString());
        authorizationProfiles.forEach(all::put);
        all.put(null);
        attributes.forEach((name, value) -> {
            all.put(name);
            all.put(value);
        });
        return Arrays.copyOf(all.sha256(), 16);
    }

    /** Values one after the other, each after its length; a value that is not there has the length -1. */
    private static final class Octets {

        private static final int USUAL_SIZE = 1024;

        private ByteBuffer buffer = ByteBuffer.allocate(USUAL_SIZE);

        void put(@Nullable String value) {
            byte[] octets = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
            int needed = Integer.BYTES + octets.length;
            if (buffer.remaining() < needed) {
                buffer = ByteBuffer.allocate(2 * (buffer.position() + needed)).put(buffer.flip());
            }
            buffer.putInt(value == null ? -1 : octets.length).put(octets);
        }

        byte[] sha256() {
            MessageDigest digest = DatabaseText.sha256();
            digest.update(buffer.flip());
            return digest.digest();
        }
    }
}
