package clarion.ejb.users;

import clarion.domain.devices.MacAddress;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;

/**
 * That a user was seen on a device, and when; made by the first session that names both. Times are ISE's. While the
 * user is the device's present one, the device says when it was last seen.
 */
@Entity
@IdClass(UserDeviceEntity.Key.class)
@Table(name = "user_device")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class UserDeviceEntity {

    @Id
    @Column(name = "user_id")
    private long userId;

    @Id
    private String mac;

    @Column(name = "first_seen")
    private Instant firstSeen;

    @Column(name = "last_seen")
    private Instant lastSeen;

    protected UserDeviceEntity() {}

    public long userId() {
        return userId;
    }

    public MacAddress mac() {
        return MacAddress.parse(mac);
    }

    public Instant firstSeen() {
        return firstSeen;
    }

    public Instant lastSeen() {
        return lastSeen;
    }

    /** Its primary key; JPA asks for a class with a constructor without parameters. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long userId;
        private String mac = "";

        protected Key() {}

        public Key(long userId, MacAddress mac) {
            this.userId = userId;
            this.mac = mac.toString();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key that && userId == that.userId && mac.equals(that.mac);
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(userId) + mac.hashCode();
        }
    }
}
