package clarion.pxgrid.sessions;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.domain.sessions.SessionKey;
import clarion.domain.sessions.SessionReport;
import clarion.domain.sessions.SessionReport.Place;
import clarion.domain.sessions.SessionState;
import clarion.domain.users.UserIdentity;
import clarion.pxgrid.topics.Fields;
import clarion.pxgrid.topics.WireTime;
import clarion.pxgrid.wire.SessionWire;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads one session object.
 *
 * <p>Timestamp, state and something to tell the session by must be there; everything else may be missing. A known field
 * of another type than documented makes the session unreadable; unknown fields of any type become attributes.
 */
final class SessionReader {

    /** Fields that have a place of their own in the report. */
    private static final Set<String> OWN_PLACE = Set.of(
            SessionWire.TIMESTAMP,
            SessionWire.UPDATE_TIME,
            SessionWire.STATE,
            SessionWire.MAC_ADDRESS,
            SessionWire.IP_ADDRESSES,
            SessionWire.CALLING_STATION_ID,
            SessionWire.CALLED_STATION_ID,
            SessionWire.AUDIT_SESSION_ID,
            SessionWire.USER_NAME,
            SessionWire.NAS_IP_ADDRESS,
            SessionWire.NAS_PORT_ID,
            SessionWire.NAS_PORT_TYPE,
            SessionWire.NAS_IDENTIFIER,
            SessionWire.SSID,
            SessionWire.SELECTED_AUTHZ_PROFILES,
            SessionWire.POSTURE_STATUS,
            SessionWire.ENDPOINT_PROFILE,
            SessionWire.ENDPOINT_OPERATING_SYSTEM,
            SessionWire.CTS_SECURITY_GROUP,
            SessionWire.RADIUS_FLOW_TYPE);

    private SessionReader() {}

    /**
     * Reads a session.
     *
     * @throws IllegalArgumentException if it cannot be; the message names the field and its value
     */
    static SessionReport read(JsonObject object) {
        Fields fields = new Fields(object);
        String timestamp = orElse(fields.text(SessionWire.TIMESTAMP), fields.text(SessionWire.UPDATE_TIME));
        if (timestamp == null) {
            throw new IllegalArgumentException(SessionWire.TIMESTAMP + ": missing");
        }
        String state = fields.text(SessionWire.STATE);
        if (state == null) {
            throw new IllegalArgumentException(SessionWire.STATE + ": missing");
        }
        String calling = fields.text(SessionWire.CALLING_STATION_ID);
        MacAddress mac = macOf(fields.text(SessionWire.MAC_ADDRESS), calling);
        List<IpAddress> addresses = addressesOf(fields.texts(SessionWire.IP_ADDRESSES));
        String normalized = fields.text(SessionWire.AD_NORMALIZED_USER);
        String userName = orElse(fields.text(SessionWire.USER_NAME), normalized);
        String audit = fields.text(SessionWire.AUDIT_SESSION_ID);
        SessionKey key = SessionKey.of(audit, mac, userName, addresses)
                .orElseThrow(() -> new IllegalArgumentException(
                        "nothing to tell the session by: no auditSessionId, no macAddress, no ipAddresses"));
        UserIdentity user = UserIdentity.of(
                        userName,
                        fields.text(SessionWire.AD_USER_SAM_ACCOUNT_NAME),
                        fields.text(SessionWire.AD_USER_NET_BIOS_NAME),
                        fields.text(SessionWire.AD_USER_DOMAIN_NAME))
                .orElse(null);
        Place place = new Place(
                addressOf(SessionWire.NAS_IP_ADDRESS, fields.text(SessionWire.NAS_IP_ADDRESS)),
                fields.text(SessionWire.NAS_PORT_ID),
                fields.text(SessionWire.NAS_PORT_TYPE),
                fields.text(SessionWire.NAS_IDENTIFIER),
                fields.text(SessionWire.CALLED_STATION_ID),
                calling,
                fields.text(SessionWire.SSID));
        return new SessionReport(
                key,
                named(SessionWire.TIMESTAMP, () -> WireTime.parse(timestamp)),
                named(SessionWire.STATE, () -> new SessionState(state)),
                mac,
                addresses,
                user,
                userName,
                place,
                fields.text(SessionWire.ENDPOINT_PROFILE),
                fields.text(SessionWire.ENDPOINT_OPERATING_SYSTEM),
                fields.text(SessionWire.CTS_SECURITY_GROUP),
                fields.text(SessionWire.RADIUS_FLOW_TYPE),
                fields.text(SessionWire.POSTURE_STATUS),
                audit,
                fields.texts(SessionWire.SELECTED_AUTHZ_PROFILES),
                fields.others(OWN_PLACE));
    }

    /** The MAC address; where ISE names none, the calling station if it is one. */
    private static @Nullable MacAddress macOf(@Nullable String mac, @Nullable String calling) {
        if (mac != null) {
            return named(SessionWire.MAC_ADDRESS, () -> MacAddress.parse(mac));
        }
        return calling == null ? null : MacAddress.find(calling).orElse(null);
    }

    private static List<IpAddress> addressesOf(List<String> texts) {
        List<IpAddress> addresses = new ArrayList<>(texts.size());
        for (String text : texts) {
            IpAddress address = addressOf(SessionWire.IP_ADDRESSES, text);
            if (address != null) {
                addresses.add(address);
            }
        }
        return addresses;
    }

    private static @Nullable IpAddress addressOf(String field, @Nullable String text) {
        if (text == null) {
            return null;
        }
        int zone = text.indexOf('%');
        return named(field, () -> IpAddress.parse(zone > 0 ? text.substring(0, zone) : text));
    }

    private static <T> T named(String field, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable String orElse(@Nullable String first, @Nullable String second) {
        return first != null ? first : second;
    }
}
