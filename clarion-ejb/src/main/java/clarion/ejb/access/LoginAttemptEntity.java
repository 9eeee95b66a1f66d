package clarion.ejb.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A guess at a password. It is counted as failed before the password is checked, so that many guesses at once are not
 * one guess; a success takes the guesses at that name away.
 */
@Entity
@Table(name = "login_attempt")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class LoginAttemptEntity {

    static final String FAILED = "FAILED";
    static final String THROTTLED = "THROTTLED";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private Instant at;

    @Column(name = "name_key", nullable = false)
    private String nameKey;

    @Column(name = "address_key", nullable = false)
    private String addressKey;

    @Column(nullable = false)
    private String outcome;

    protected LoginAttemptEntity() {}

    LoginAttemptEntity(Instant at, String nameKey, String addressKey, String outcome) {
        this.at = at;
        this.nameKey = nameKey;
        this.addressKey = addressKey;
        this.outcome = outcome;
    }
}
