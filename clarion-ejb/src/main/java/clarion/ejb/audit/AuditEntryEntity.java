package clarion.ejb.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of the audit record. It is written once; the database refuses to change or remove it. */
@Entity
@Table(name = "audit_entry")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class AuditEntryEntity {

    // Identity rather than a sequence with blocks: ids follow the order of writing, also with several replicas.
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private Instant at;

    @Column(nullable = false)
    private String actor;

    @Column(nullable = false)
    private String via;

    @Column(name = "remote_address")
    private @Nullable String remoteAddress;

    @Column(nullable = false)
    private String action;

    @Column(nullable = false)
    private String target;

    @Column(name = "before")
    private @Nullable String before;

    @Column(name = "after")
    private @Nullable String after;

    @Column(name = "request_id")
    private @Nullable String requestId;

    protected AuditEntryEntity() {}

    AuditEntryEntity(
            Instant at, Actor actor, String action, String target, @Nullable String before, @Nullable String after) {
        this.at = at;
        this.actor = actor.name();
        this.via = actor.via().wireName();
        this.remoteAddress = actor.remoteAddress();
        this.requestId = actor.requestId();
        this.action = action;
        this.target = target;
        this.before = before;
        this.after = after;
    }
}
