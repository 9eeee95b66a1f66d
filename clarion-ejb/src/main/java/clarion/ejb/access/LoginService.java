package clarion.ejb.access;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.access.LoginGuardService.Admission;
import clarion.ejb.audit.Actor;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Checks passwords. It has no transaction of its own: hashing takes a fifth of a second, in which no connection should
 * be held, and what is recorded about a failure must not be undone with it.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LoginService {

    private final LoginGuardService guard;
    private final CredentialService credentials;
    private final AccountService accounts;
    private final PasswordHasher hasher;
    private final LoginCounts counts;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected LoginService() {
        this(null, null, null, new LoginCounts());
    }

    @Inject
    public LoginService(
            LoginGuardService guard, CredentialService credentials, AccountService accounts, LoginCounts counts) {
        this(guard, credentials, accounts, new PasswordHasher(), counts);
    }

    LoginService(
            LoginGuardService guard,
            CredentialService credentials,
            AccountService accounts,
            PasswordHasher hasher,
            LoginCounts counts) {
        this.guard = guard;
        this.credentials = credentials;
        this.accounts = accounts;
        this.hasher = hasher;
        this.counts = counts;
    }

    /** Logs in to the console. An unknown name costs the time of a wrong password. */
    public LoginOutcome logIn(String username, String password, Actor caller) {
        LoginOutcome outcome = check(username, password, caller);
        counts.note(outcome);
        return outcome;
    }

    private LoginOutcome check(String username, String password, Actor caller) {
        Admission admission = guard.admit(username, caller);
        if (!admission.delay().isZero()) {
            return new LoginOutcome.Throttled(admission.delay());
        }
        Long accountId = admission.accountId();
        String hash = admission.passwordHash();
        if (!verify(password, admission) || accountId == null || hash == null) {
            guard.recordFailure(accountId, accountId == null ? "unknown name" : "wrong password", caller);
            return new LoginOutcome.Refused();
        }
        String newHash = hasher.isOutdated(hash) ? hasher.hash(password) : null;
        Optional<LoginOutcome.Opened> opened =
                admission.disabled() ? Optional.empty() : credentials.open(accountId, hash, newHash, caller);
        if (opened.isEmpty()) {
            guard.recordFailure(accountId, "account disabled", caller);
            return new LoginOutcome.Refused();
        }
        return opened.get();
    }

    /**
     * Changes the caller's own password; the caller's other sessions end.
     *
     * @throws ClarionException {@link ProblemType#VALIDATION_FAILED} if the current password is wrong or the new one
     *     breaks a rule, {@link ProblemType#TOO_MANY_ATTEMPTS} after too many guesses
     */
    public void changeOwnPassword(Identity caller, String current, String next, Actor actor) {
        AccountRules.checkPassword(next, caller.username());
        Admission admission = guard.admit(caller.username(), actor);
        if (!admission.delay().isZero()) {
            throw tooManyAttempts(admission.delay());
        }
        if (!verify(current, admission)) {
            guard.recordFailure(caller.accountId(), "wrong current password", actor);
            throw AccountRules.invalid("current", "The current password is wrong; nothing was changed.");
        }
        accounts.changeOwnPassword(caller, hasher.hash(next), actor);
    }

    /** The problem of a caller who has to wait. */
    public static ClarionException tooManyAttempts(Duration delay) {
        return new ClarionException(
                ProblemType.TOO_MANY_ATTEMPTS,
                "Too many failed logins; try again in " + delay.toSeconds()
                        + " s. API tokens and open sessions work on.",
                Map.of("retryAfter", delay.toSeconds()));
    }

    private boolean verify(String password, Admission admission) {
        String hash = admission.passwordHash();
        return hash == null ? hasher.matchesNobody(password) : hasher.matches(password, hash);
    }
}
