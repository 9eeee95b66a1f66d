package clarion.ejb.devices;

import clarion.domain.devices.MacAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * One value of one kind that a device had before its present one, and when: address, profile, place, group, user, and
 * the further addresses of a session that has several. Made when another value takes its place, kept for good. Times
 * are ISE's. The present values stand in {@link DeviceEntity}; the view {@code device_seen_with} has both.
 */
@Entity
@IdClass(DeviceSightingEntity.Key.class)
@Table(name = "device_sighting")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class DeviceSightingEntity {

    @Id
    private String mac;

    @Id
    @Enumerated(EnumType.STRING)
    private SightingKind kind;

    @Id
    private String value;

    @Column(name = "first_seen")
    private Instant firstSeen;

    @Column(name = "last_seen")
    private Instant lastSeen;

    protected DeviceSightingEntity() {}

    public MacAddress mac() {
        return MacAddress.parse(mac);
    }

    public SightingKind kind() {
        return kind;
    }

    /** Address, profile, {@code switch port} or {@code switch ssid}, group name, or identity. */
    public String value() {
        return value;
    }

    public Instant firstSeen() {
        return firstSeen;
    }

    public Instant lastSeen() {
        return lastSeen;
    }

    /** Its primary key; JPA asks for a class with a constructor without parameters. */
    @SuppressWarnings("NullAway.Init")
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private String mac;
        private SightingKind kind;
        private String value;

        protected Key() {}

        public Key(MacAddress mac, SightingKind kind, String value) {
            this.mac = mac.toString();
            this.kind = kind;
            this.value = value;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && mac.equals(that.mac) && kind == that.kind && value.equals(that.value);
        }

        @Override
        public int hashCode() {
            return Objects.hash(mac, kind, value);
        }
    }
}
