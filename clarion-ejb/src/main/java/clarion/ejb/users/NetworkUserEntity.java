package clarion.ejb.users;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person or machine that authenticated, under one identity however the name was typed.
 *
 * <p>Life cycle: the first session of the identity makes it. It is online while it has a live session. It is never
 * removed by ingest. Times are ISE's; while sessions only repeat what is known, the last one moves once a minute.
 */
@Entity
@Table(name = "network_user")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class NetworkUserEntity {

    @Id
    private long id;

    private String identity;

    private String name;

    private @Nullable String realm;

    private String kind;

    @Column(name = "user_name")
    private @Nullable String userName;

    @Column(name = "first_seen")
    private Instant firstSeen;

    @Column(name = "last_seen")
    private Instant lastSeen;

    private boolean online;

    @Column(name = "live_sessions")
    private int liveSessions;

    protected NetworkUserEntity() {}

    public long id() {
        return id;
    }

    /** Canonical and unique, such as {@code alice@corp} or {@code host/pc1@corp}. */
    public String identity() {
        return identity;
    }

    public String name() {
        return name;
    }

    public @Nullable String realm() {
        return realm;
    }

    /** {@code PERSON} or {@code MACHINE}. */
    public String kind() {
        return kind;
    }

    /** As ISE last wrote it. */
    public @Nullable String userName() {
        return userName;
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
}
