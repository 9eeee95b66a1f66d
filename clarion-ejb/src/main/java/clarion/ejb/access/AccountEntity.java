package clarion.ejb.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A local account. It is made by an administrator or at the first start; disabled, it keeps its history and can do
 * nothing; removed, it takes its tokens and sessions with it.
 */
@Entity
@Table(name = "account")
@SuppressWarnings("NullAway.Init") // filled by JPA
public class AccountEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
    @SequenceGenerator(name = "account_seq", sequenceName = "account_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    @Column(nullable = false)
    private String username;

    @Column(name = "display_name")
    private @Nullable String displayName;

    @Column(name = "password_hash", nullable = false)
    private String passwordHash;

    /** Comma-separated, in the order of {@link Roles#ALL}. */
    @Column(nullable = false)
    private String roles;

    @Column(nullable = false)
    private boolean disabled;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @Column(name = "password_changed_at", nullable = false)
    private Instant passwordChangedAt;

    @Column(name = "last_login_at")
    private @Nullable Instant lastLoginAt;

    protected AccountEntity() {}

    AccountEntity(
            String username,
            @Nullable String displayName,
            Collection<String> roles,
            String passwordHash,
            Instant createdAt) {
        this.username = username;
        this.displayName = displayName;
        this.roles = join(roles);
        this.passwordHash = passwordHash;
        this.createdAt = createdAt;
        this.passwordChangedAt = createdAt;
    }

    Account toAccount() {
        return new Account(
                id,
                username,
                displayName,
                roles(),
                disabled,
                createdAt,
                passwordChangedAt,
                lastLoginAt,
                Secrets.hashOf("account " + id + " " + version).substring(0, 20));
    }

    long id() {
        return id;
    }

    String username() {
        return username;
    }

    @Nullable
    String displayName() {
        return displayName;
    }

    List<String> roles() {
        return List.of(roles.split(","));
    }

    boolean isDisabled() {
        return disabled;
    }

    boolean isActiveAdministrator() {
        return !disabled && roles().contains(Roles.ADMINISTRATOR);
    }

    String passwordHash() {
        return passwordHash;
    }

    void rename(@Nullable String newDisplayName) {
        this.displayName = newDisplayName;
    }

    void grantOnly(Collection<String> newRoles) {
        this.roles = join(newRoles);
    }

    void setDisabled(boolean disabled) {
        this.disabled = disabled;
    }

    void changePassword(String newHash, Instant at) {
        this.passwordHash = newHash;
        this.passwordChangedAt = at;
    }

    private static String join(Collection<String> roles) {
        Set<String> granted = new HashSet<>(roles);
        return String.join(",", Roles.ALL.stream().filter(granted::contains).toList());
    }
}
