package clarion.ejb.access;

import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts the guesses at passwords, in transactions of their own: a guess stays counted whatever becomes of it. The
 * counts are in the database, so that they hold for all replicas and survive restarts.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LoginGuardService {

    /**
     * Whether a guess is allowed, and what it is to be compared with.
     *
     * @param delay zero when the guess is allowed
     * @param accountId of the account that has the name, else null
     * @param passwordHash of that account, else null
     * @param disabled whether that account may not log in
     */
    public record Admission(
            Duration delay,
            @Nullable Long accountId,
            @Nullable String passwordHash,
            boolean disabled) {}

    private final AccessRepository accounts;
    private final LoginAttempts attempts;
    private final AuditService audit;
    private final AccessSettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected LoginGuardService() {
        this(null, null, null, null, null);
    }

    @Inject
    public LoginGuardService(
            AccessRepository accounts,
            LoginAttempts attempts,
            AuditService audit,
            AccessSettings settings,
            Clock clock) {
        this.accounts = accounts;
        this.attempts = attempts;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Lets a guess pass and counts it as failed until {@link CredentialService} says otherwise, or refuses it. */
    public Admission admit(String username, Actor caller) {
        LoginThrottle throttle = settings.throttle();
        String nameKey = LoginThrottle.nameKey(username);
        String addressKey = LoginThrottle.addressKey(caller.remoteAddress());
        attempts.lock(nameKey, addressKey);
        Instant now = clock.instant();
        Instant since = now.minus(throttle.window());
        Duration delay = longest(
                throttle.waitAfter(
                        attempts.failuresOfName(nameKey, since, throttle.nameLimit()), throttle.nameLimit(), now),
                throttle.waitAfter(
                        attempts.failuresOfAddress(addressKey, since, throttle.addressLimit()),
                        throttle.addressLimit(),
                        now));
        AccountEntity account = accounts.findAccount(username).orElse(null);
        if (delay.isZero()) {
            attempts.add(new LoginAttemptEntity(now, nameKey, addressKey, LoginAttemptEntity.FAILED));
        } else if (!attempts.isRefusalNoted(nameKey, addressKey, since)) {
            // Once per lock: nobody without a password may fill the audit record, which is never emptied.
            attempts.add(new LoginAttemptEntity(now, nameKey, addressKey, LoginAttemptEntity.THROTTLED));
            audit.record(
                    nameOf(account, caller),
                    "login.throttled",
                    target(account),
                    null,
                    Map.of("lockedForSeconds", delay.toSeconds()));
        }
        return account == null
                ? new Admission(delay, null, null, false)
                : new Admission(delay, account.id(), account.passwordHash(), account.isDisabled());
    }

    /** Records that the guess was wrong. An unknown name is not recorded: it may be a password in the wrong field. */
    public void recordFailure(@Nullable Long accountId, String reason, Actor caller) {
        AccountEntity account =
                accountId == null ? null : accounts.findAccount(accountId).orElse(null);
        audit.record(nameOf(account, caller), "login.failed", target(account), null, Map.of("reason", reason));
    }

    private static Actor nameOf(@Nullable AccountEntity account, Actor caller) {
        return account == null ? caller : caller.named(account.username());
    }

    private static String target(@Nullable AccountEntity account) {
        return account == null ? "account/unknown" : "account/" + account.id();
    }

    private static Duration longest(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
