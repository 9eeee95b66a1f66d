package clarion.ejb.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;

/** A login of the console. It ends by logging out, by not being used, or by age, whichever comes first. */
@Entity
@Table(name = "console_session")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class ConsoleSessionEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "console_session_seq")
    @SequenceGenerator(name = "console_session_seq", sequenceName = "console_session_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    private AccountEntity account;

    @Column(name = "token_hash", nullable = false)
    private String tokenHash;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "last_seen_at", nullable = false)
    private Instant lastSeenAt;

    @Column(name = "expires_at", nullable = false)
    private Instant expiresAt;

    protected ConsoleSessionEntity() {}

    ConsoleSessionEntity(AccountEntity account, String token, Instant createdAt, Instant expiresAt) {
        this.account = account;
        this.tokenHash = Secrets.hashOf(token);
        this.createdAt = createdAt;
        this.lastSeenAt = createdAt;
        this.expiresAt = expiresAt;
    }

    long id() {
        return id;
    }

    AccountEntity account() {
        return account;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    boolean isValidAt(Instant now, Duration idle) {
        return now.isBefore(expiresAt) && now.isBefore(lastSeenAt.plus(idle)) && !account.isDisabled();
    }
}
