package clarion.ejb.groups;

import clarion.domain.groups.Sgt;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * A security group of ISE's catalogue. The catalogue is replaced as a whole, so a group that ISE deleted is gone here.
 */
@Entity
@Table(name = "security_group")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class SecurityGroupEntity {

    @Id
    private String id;

    private String name;

    private int sgt;

    private String description;

    @Column(name = "updated_at")
    private Instant updatedAt;

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

    /** When it last changed; Clarion's clock. */
    public Instant updatedAt() {
        return updatedAt;
    }
}
