package clarion.ejb.groups;

import clarion.domain.groups.Sgt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A security group of ISE's catalogue; one that ISE deleted is still here while something refers to it. */
@Entity
@Table(name = "security_group")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class SecurityGroupEntity {

    @Id
    private String id;

    private String name;

    private int sgt;

    private String description;

    @Column(name = "received_at")
    private Instant receivedAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    protected SecurityGroupEntity() {}

    /** ISE's own identifier. */
    public String id() {
        return id;
    }

    /** Unique; sessions refer to the group by it. */
    public String name() {
        return name;
    }

    public Sgt sgt() {
        return new Sgt(sgt);
    }

    /** Empty if ISE has none. */
    public String description() {
        return description;
    }

    /** When it last changed or was confirmed; Clarion's clock. */
    public Instant receivedAt() {
        return receivedAt;
    }

    /** When ISE deleted it, or null. */
    public @Nullable Instant deletedAt() {
        return deletedAt;
    }
}
