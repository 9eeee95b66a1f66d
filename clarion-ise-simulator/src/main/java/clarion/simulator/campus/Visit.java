package clarion.simulator.campus;

import clarion.simulator.sessions.Attributes;
import clarion.simulator.sessions.IseSession;
import clarion.simulator.sessions.SessionFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One session of a device, from its first authentication until it is disconnected. Owned by one {@link Campus}. */
final class Visit {

    /** What ISE says about every session here. */
    private static final Attributes ALWAYS = Attributes.of(
            "providers",
            List.of("None"),
            "endpointCheckResult",
            "none",
            "identitySourcePortStart",
            0,
            "identitySourcePortEnd",
            0,
            "identitySourcePortFirst",
            0,
            SessionFields.NETWORK_DEVICE_PROFILE_NAME,
            "Cisco",
            "mdmRegistered",
            false,
            "mdmCompliant",
            false,
            "mdmDiskEncrypted",
            false,
            "mdmJailBroken",
            false,
            "mdmPinLocked",
            false);

    final Device device;
    final Building building;
    final Segment segment;
    final String auditSessionId;

    Attributes place;
    Attributes account = Attributes.NONE;
    Attributes access = Attributes.NONE;
    Grant grant = Grant.NONE;
    boolean started;

    private Attributes identity = Attributes.NONE;
    private @Nullable String ipv4;
    private @Nullable String ipv6;
    private @Nullable Stay stay;

    Visit(Device device, Building building, Segment segment, Attributes place, String auditSessionId) {
        this.device = device;
        this.building = building;
        this.segment = segment;
        this.place = place;
        this.auditSessionId = auditSessionId;
    }

    boolean wireless() {
        return place.get(SessionFields.SSID) != null;
    }

    /** Who this session belongs to from now on. */
    void login(String userName, Attributes attributes) {
        String mac = device.mac();
        identity = Attributes.of(
                SessionFields.USER_NAME, userName,
                SessionFields.AUDIT_SESSION_ID, auditSessionId,
                SessionFields.CALLING_STATION_ID,
                        wireless() ? mac.replace(':', '-').toLowerCase(java.util.Locale.ROOT) : mac);
        account = attributes;
    }

    void takeAddress() {
        if (ipv4 == null) {
            ipv4 = building.pool(segment).take();
            stay = ipv4 == null ? null : new Stay(this, ipv4);
        }
    }

    /** Where it can be found, while it has an address. */
    @Nullable
    Stay stay() {
        return stay;
    }

    Optional<String> ipv6() {
        return Optional.ofNullable(ipv6);
    }

    Optional<String> userName() {
        return identity.get(SessionFields.USER_NAME) instanceof String name ? Optional.of(name) : Optional.empty();
    }

    void takeIpv6() {
        ipv6 = building.pool(segment).ipv6(device.mac());
    }

    boolean hasIpv6() {
        return ipv6 != null;
    }

    /** Gives the IPv4 address back, at this instant in milliseconds. */
    void giveAddressBack(long millis) {
        if (stay != null) {
            stay.end(millis);
            stay = null;
        }
        if (ipv4 != null) {
            building.pool(segment).giveBack(ipv4);
            ipv4 = null;
        }
    }

    /** This session as ISE tells it in a state. */
    IseSession tell(String state, Instant timestamp) {
        List<String> addresses = new ArrayList<>(2);
        if (ipv4 != null) {
            addresses.add(ipv4);
        }
        if (ipv6 != null) {
            addresses.add(ipv6);
        }
        return new IseSession(
                timestamp, state, addresses, List.of(identity, device.endpoint(), place, account, access, ALWAYS));
    }
}
