package clarion.ejb.devices;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint, known by its MAC address.
 *
 * <p>Life cycle: the first session report with the address makes it; each later one that is newer updates what is known
 * of it. It is online while it has a live session. It is never removed by ingest. Times are ISE's.
 *
 * <p>Address, profile and operating system are the last known. Group, user and method are those of the newest report;
 * place is that of the newest report that named one.
 */
@Entity
@Table(name = "device")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class DeviceEntity {

    @Id
    private String mac;

    @Column(name = "first_seen")
    private Instant firstSeen;

    @Column(name = "last_seen")
    private Instant lastSeen;

    private boolean online;

    @Column(name = "live_sessions")
    private int liveSessions;

    private @Nullable String ip;

    private @Nullable String profile;

    private @Nullable String os;

    @Column(name = "nas_ip")
    private @Nullable String nasIp;

    @Column(name = "nas_port")
    private @Nullable String nasPort;

    private @Nullable String ssid;

    @Column(name = "sgt_name")
    private @Nullable String sgtName;

    @Column(name = "user_id")
    private @Nullable Long userId;

    @Column(name = "user_name")
    private @Nullable String userName;

    @Column(name = "auth_method")
    private @Nullable String authMethod;

    protected DeviceEntity() {}

    public MacAddress mac() {
        return MacAddress.parse(mac);
    }

    public Instant firstSeen() {
        return firstSeen;
    }

    public Instant lastSeen() {
        return lastSeen;
    }

    public boolean online() {
        return online;
    }

    public int liveSessions() {
        return liveSessions;
    }

    public @Nullable IpAddress ip() {
        return ip == null ? null : IpAddress.parse(ip);
    }

    public @Nullable String profile() {
        return profile;
    }

    public @Nullable String os() {
        return os;
    }

    public @Nullable IpAddress nasIp() {
        return nasIp == null ? null : IpAddress.parse(nasIp);
    }

    public @Nullable String nasPort() {
        return nasPort;
    }

    public @Nullable String ssid() {
        return ssid;
    }

    public @Nullable String sgtName() {
        return sgtName;
    }

    public @Nullable Long userId() {
        return userId;
    }

    public @Nullable String userName() {
        return userName;
    }

    public @Nullable String authMethod() {
        return authMethod;
    }
}
