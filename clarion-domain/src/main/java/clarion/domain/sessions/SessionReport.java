package clarion.domain.sessions;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import clarion.domain.users.UserIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What ISE said about one session at one instant: an event of the live stream or a row of the bulk download.
 *
 * <p>Fields that ISE left out are null or empty: missing is missing, never a default.
 *
 * @param key what tells the session from others
 * @param timestamp when ISE says that this state began; ISE's clock
 * @param state the state from then on
 * @param mac the endpoint, if the session has one
 * @param addresses every address of the session, in ISE's order, without repeats
 * @param user the normalised identity, if a person or machine authenticated
 * @param userName the user name as ISE wrote it
 * @param place where the session is attached
 * @param endpointProfile ISE's profiling result, such as {@code Cisco-IP-Phone-8841}
 * @param endpointOs operating system as ISE profiled it
 * @param securityGroup the SGT's name; ISE sends the name, not the number
 * @param authMethod the RADIUS flow, such as {@code Wired802_1x} or {@code WiredMAB}
 * @param postureStatus posture result, if posture is used
 * @param auditSessionId the switch's own session id
 * @param authorizationProfiles authorization profiles that ISE selected, in its order
 * @param attributes every other scalar field, by wire name, sorted
 */
public record SessionReport(
        SessionKey key,
        Instant timestamp,
        SessionState state,
        @Nullable MacAddress mac,
        List<IpAddress> addresses,
        @Nullable UserIdentity user,
        @Nullable String userName,
        Place place,
        @Nullable String endpointProfile,
        @Nullable String endpointOs,
        @Nullable String securityGroup,
        @Nullable String authMethod,
        @Nullable String postureStatus,
        @Nullable String auditSessionId,
        List<String> authorizationProfiles,
        SortedMap<String, String> attributes) {

    public SessionReport {
        addresses = addresses.stream().distinct().toList();
        authorizationProfiles = List.copyOf(authorizationProfiles);
        attributes = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(attributes)));
    }

    /**
     * Where a session is attached.
     *
     * @param nasIp the switch or controller
     * @param nasPort the port as the switch names it
     * @param nasPortType RADIUS NAS-Port-Type, such as {@code Ethernet}
     * @param nasIdentifier the switch's name for itself
     * @param calledStationId the port's MAC address, or access point and SSID
     * @param callingStationId as the switch sent it; usually the endpoint's MAC address
     * @param ssid wireless network
     */
    public record Place(
            @Nullable IpAddress nasIp,
            @Nullable String nasPort,
            @Nullable String nasPortType,
            @Nullable String nasIdentifier,
            @Nullable String calledStationId,
            @Nullable String callingStationId,
            @Nullable String ssid) {

        public static final Place NOWHERE = new Place(null, null, null, null, null, null, null);
    }
}
