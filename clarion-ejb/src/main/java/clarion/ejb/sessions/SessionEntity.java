package clarion.ejb.sessions;

import clarion.domain.devices.IpAddress;
import clarion.domain.devices.MacAddress;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One session of an endpoint or user, live or past.
 *
 * <p>Life cycle: the first report of a key opens a row. Newer reports of the key change it. {@code DISCONNECTED} ends
 * it with that reason; a bulk download that does not name it any more ends it {@code UNSEEN}. A report newer than the
 * end opens a new row of the same key; the old one stays as history, no longer {@code latest}. An end that is reported
 * for an unknown key is kept as an ended row, so that an older report cannot bring the session to life later.
 *
 * <p>Rows are written by ingest only, set-based; JPA reads them. Columns of PostgreSQL's own types ({@code macaddr},
 * {@code inet}, {@code jsonb}) are text to JPA; an attribute converter would be handed the driver's own objects.
 */
@Entity
@Table(name = "session")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class SessionEntity {

    @Id
    private long id;

    @Column(name = "session_key")
    private String sessionKey;

    private boolean latest;

    private boolean live;

    private String state;

    private @Nullable String mac;

    private @Nullable String ip;

    @ElementCollection
    @CollectionTable(name = "session_address", joinColumns = @JoinColumn(name = "session_id"))
    @OrderBy("position")
    private List<SessionAddress> furtherAddresses;

    @Column(name = "user_id")
    private @Nullable Long userId;

    @Column(name = "user_name")
    private @Nullable String userName;

    @Column(name = "nas_ip")
    private @Nullable String nasIp;

    @Column(name = "nas_port")
    private @Nullable String nasPort;

    @Column(name = "nas_port_type")
    private @Nullable String nasPortType;

    @Column(name = "nas_identifier")
    private @Nullable String nasIdentifier;

    @Column(name = "called_station_id")
    private @Nullable String calledStationId;

    @Column(name = "calling_station_id")
    private @Nullable String callingStationId;

    private @Nullable String ssid;

    @Column(name = "endpoint_profile")
    private @Nullable String endpointProfile;

    @Column(name = "endpoint_os")
    private @Nullable String endpointOs;

    @Column(name = "sgt_name")
    private @Nullable String sgtName;

    @Column(name = "auth_method")
    private @Nullable String authMethod;

    @Column(name = "posture_status")
    private @Nullable String postureStatus;

    @Column(name = "audit_session_id")
    private @Nullable String auditSessionId;

    @Column(name = "authorization_profiles")
    private String authorizationProfiles;

    private String attributes;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @Column(name = "end_reason")
    private @Nullable String endReason;

    @Column(name = "received_at")
    private Instant receivedAt;

    protected SessionEntity() {}

    public long id() {
        return id;
    }

    /** What tells the session from others: {@code audit:…}, {@code mac:…} or {@code user:…@ip}. */
    public String sessionKey() {
        return sessionKey;
    }

    /** False for history: a newer session of the same key exists. */
    public boolean latest() {
        return latest;
    }

    public boolean live() {
        return live;
    }

    /** As ISE names it; a state unknown to this release is kept as text. */
    public String state() {
        return state;
    }

    public @Nullable MacAddress mac() {
        return mac == null ? null : MacAddress.parse(mac);
    }

    /** The first of {@link #addresses}. */
    public @Nullable IpAddress ip() {
        return ip == null ? null : IpAddress.parse(ip);
    }

    /** In ISE's order. */
    public List<IpAddress> addresses() {
        Stream<String> first = Stream.ofNullable(ip);
        return Stream.concat(
                        first.map(IpAddress::parse), furtherAddresses.stream().map(SessionAddress::ip))
                .toList();
    }

    /** The normalised user, a {@code NetworkUserEntity}. */
    public @Nullable Long userId() {
        return userId;
    }

    /** As ISE wrote it. */
    public @Nullable String userName() {
        return userName;
    }

    /** Switch or controller. */
    public @Nullable IpAddress nasIp() {
        return nasIp == null ? null : IpAddress.parse(nasIp);
    }

    public @Nullable String nasPort() {
        return nasPort;
    }

    public @Nullable String nasPortType() {
        return nasPortType;
    }

    public @Nullable String nasIdentifier() {
        return nasIdentifier;
    }

    public @Nullable String calledStationId() {
        return calledStationId;
    }

    public @Nullable String callingStationId() {
        return callingStationId;
    }

    public @Nullable String ssid() {
        return ssid;
    }

    public @Nullable String endpointProfile() {
        return endpointProfile;
    }

    public @Nullable String endpointOs() {
        return endpointOs;
    }

    /** Name of the security group; its number is found in the catalogue. */
    public @Nullable String sgtName() {
        return sgtName;
    }

    public @Nullable String authMethod() {
        return authMethod;
    }

    public @Nullable String postureStatus() {
        return postureStatus;
    }

    public @Nullable String auditSessionId() {
        return auditSessionId;
    }

    /** JSON array of names. */
    public String authorizationProfiles() {
        return authorizationProfiles;
    }

    /** JSON object of everything else that ISE said, text by wire name. */
    public String attributes() {
        return attributes;
    }

    /** ISE's time of the first report. */
    public Instant startedAt() {
        return startedAt;
    }

    /** ISE's time of the newest report. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** ISE's time of the end; for {@code UNSEEN}, when the bulk download began that missed it. */
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /** {@code DISCONNECTED}, {@code UNSEEN}, or null while live. */
    public @Nullable String endReason() {
        return endReason;
    }

    /** Clarion's time of the newest report that changed the row. */
    public Instant receivedAt() {
        return receivedAt;
    }
}
