package clarion.domain.sessions;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells one session of the directory from another. pxGrid has no session id, so the key is the first that is there
 * of: the audit session id, the MAC address, the user name with the lowest address (passive identity sessions).
 *
 * @param text {@code audit:…}, {@code mac:…} or {@code user:…@ip}
 */
public record SessionKey(String text) {

    public SessionKey {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a session key is not blank");
        }
    }

    /** The key of a session, or empty if the report holds nothing to tell it by. */
    public static Optional<SessionKey> of(
            @Nullable String auditSessionId,
            @Nullable MacAddress mac,
            @Nullable String userName,
            List<IpAddress> addresses) {
        if (auditSessionId != null && !auditSessionId.isBlank()) {
            return Optional.of(new SessionKey("audit:" + auditSessionId.strip()));
        }
        if (mac != null) {
            return Optional.of(new SessionKey("mac:" + mac));
        }
        return addresses.stream()
                .min(IpAddress::compareTo)
                .map(ip -> new SessionKey("user:"
                        + (userName == null ? "" : userName.strip().toLowerCase(java.util.Locale.ROOT)) + "@" + ip));
    }

    @Override
    public String toString() {
        return text;
    }
}
