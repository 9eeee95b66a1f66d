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
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An API token. It lives until it expires or is revoked, and acts for its account within its role cap. */
@Entity
@Table(name = "api_token")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class ApiTokenEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "api_token_seq")
    @SequenceGenerator(name = "api_token_seq", sequenceName = "api_token_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "account_id")
    private AccountEntity account;

    @Column(nullable = false)
    private String name;

    @Column(name = "token_hash", nullable = false)
    private String tokenHash;

    @Column(nullable = false)
    private String prefix;

    @Column(name = "role_cap")
    private @Nullable String roleCap;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "last_used_at")
    private @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    private @Nullable Instant revokedAt;

    protected ApiTokenEntity() {}

    ApiTokenEntity(
            AccountEntity account,
            String name,
            String token,
            @Nullable String roleCap,
            Instant createdAt,
            @Nullable Instant expiresAt) {
        this.account = account;
        this.name = name;
        this.tokenHash = Secrets.hashOf(token);
        this.prefix = token.substring(0, Secrets.SHOWN_CHARACTERS);
        this.roleCap = roleCap;
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    ApiToken toApiToken() {
        return new ApiToken(id, account.username(), name, prefix, roleCap, createdAt, expiresAt, lastUsedAt, revokedAt);
    }

    long id() {
        return id;
    }

    AccountEntity account() {
        return account;
    }

    @Nullable
    String roleCap() {
        return roleCap;
    }

    @Nullable
    Instant expiresAt() {
        return expiresAt;
    }

    boolean isValidAt(Instant now) {
        return revokedAt == null && (expiresAt == null || now.isBefore(expiresAt)) && !account.isDisabled();
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void revoke(Instant at) {
        this.revokedAt = at;
    }
}
