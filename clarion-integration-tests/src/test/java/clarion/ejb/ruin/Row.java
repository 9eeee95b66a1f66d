package clarion.ejb.ruin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** An entity that does not say so. */
@Entity
public class Row {

    @Id
    long id;
}
