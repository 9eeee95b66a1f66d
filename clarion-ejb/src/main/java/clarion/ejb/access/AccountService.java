package clarion.ejb.access;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.ejb.audit.Via;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Keeps the local accounts. There is always an enabled administrator: the change that would take away the last one is
 * refused. Every change is recorded in its own transaction.
 */
@Stateless
public class AccountService {

    private final AccessRepository repository;
    private final LoginAttempts attempts;
    private final AuditService audit;
    private final Clock clock;
    private final PasswordHasher hasher;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected AccountService() {
        this(null, null, null, null, null);
    }

    @Inject
    public AccountService(AccessRepository repository, LoginAttempts attempts, AuditService audit, Clock clock) {
        this(repository, attempts, audit, clock, new PasswordHasher());
    }

    AccountService(
            AccessRepository repository,
            LoginAttempts attempts,
            AuditService audit,
            Clock clock,
            PasswordHasher hasher) {
        this.repository = repository;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
        this.hasher = hasher;
    }

    /** @throws ClarionException {@link ProblemType#NOT_FOUND} */
    public Account getAccount(long id) {
        return account(id).toAccount();
    }

    /**
     * Makes an account.
     *
     * @throws ClarionException {@link ProblemType#VALIDATION_FAILED}, or {@link ProblemType#CONFLICT} if the name is
     *     taken, in whatever case
     */
    public Account create(NewAccount wanted, Actor actor) {
        AccountRules.checkUsername(wanted.username());
        AccountRules.checkRoles(wanted.roles());
        AccountRules.checkPassword(wanted.password(), wanted.username());
        String displayName = AccountRules.displayName(wanted.displayName());
        String hash = hasher.hash(wanted.password());
        repository.lockAccounts();
        if (repository.findAccount(wanted.username()).isPresent()) {
            throw new ClarionException(
                    ProblemType.CONFLICT, "The user name '" + wanted.username() + "' is taken; choose another.");
        }
        AccountEntity entity = new AccountEntity(
                wanted.username(),
                displayName,
                wanted.roles(),
                hash,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        repository.add(entity);
        Account account = entity.toAccount();
        audit.record(actor, "account.created", account.auditTarget(), null, account.auditState());
        return account;
    }

    /**
     * Makes the first administrator, unless there is any account.
     *
     * @return false when there was one
     */
    public boolean createFirst(NewAccount administrator, Actor actor) {
        repository.lockAccounts();
        if (repository.countAccounts() > 0) {
            return false;
        }
        create(administrator, actor);
        return true;
    }

    /** True when nobody can log in yet because there is no account. */
    public boolean isEmpty() {
        return repository.countAccounts() == 0;
    }

    /**
     * Changes an account.
     *
     * @param accepted tells whether the caller has seen this revision of it
     * @throws ClarionException {@link ProblemType#NOT_FOUND}, {@link ProblemType#PRECONDITION_FAILED},
     *     {@link ProblemType#VALIDATION_FAILED}, or {@link ProblemType#CONFLICT} for the last administrator
     */
    public Account change(long id, AccountChange change, Predicate<String> accepted, Actor actor) {
        AccountEntity seen = account(id);
        if (change.roles() != null) {
            AccountRules.checkRoles(change.roles());
        }
        String hash = null;
        if (change.password() != null) {
            AccountRules.checkPassword(change.password(), seen.username());
            hash = hasher.hash(change.password());
        }
        AccountEntity entity = lock(id, accepted);
        Account before = entity.toAccount();
        if (change.displayName() != null) {
            entity.rename(AccountRules.displayName(change.displayName()));
        }
        if (change.roles() != null) {
            entity.grantOnly(change.roles());
        }
        if (change.disabled() != null) {
            entity.setDisabled(change.disabled());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (hash != null) {
            entity.changePassword(hash, now);
        }
        repository.flush();
        requireAdministrator();
        Account after = entity.toAccount();
        Map<String, Object> state = new TreeMap<>(after.auditState());
        if (hash != null) {
            state.put("passwordChanged", true);
            attempts.forgive(LoginThrottle.nameKey(entity.username()));
        }
        if (after.disabled() && !before.disabled()) {
            state.put("tokensRevoked", repository.revokeTokens(id, now));
        }
        if (after.disabled() || hash != null) {
            state.put("sessionsEnded", repository.endSessions(id, -1));
        }
        audit.record(actor, "account.changed", after.auditTarget(), before.auditState(), state);
        return after;
    }

    /**
     * Removes an account with its tokens and sessions; the audit record keeps its name.
     *
     * @throws ClarionException {@link ProblemType#NOT_FOUND}, {@link ProblemType#PRECONDITION_FAILED}, or
     *     {@link ProblemType#CONFLICT} for the last administrator
     */
    public void remove(long id, Predicate<String> accepted, Actor actor) {
        AccountEntity entity = lock(id, accepted);
        Account before = entity.toAccount();
        repository.remove(entity);
        repository.flush();
        requireAdministrator();
        audit.record(actor, "account.removed", before.auditTarget(), before.auditState(), null);
    }

    /** Stores the caller's new password, already hashed, and ends the caller's other sessions. */
    public void changeOwnPassword(Identity caller, String newHash, Actor actor) {
        AccountEntity entity = account(caller.accountId());
        entity.changePassword(newHash, clock.instant().truncatedTo(ChronoUnit.MICROS));
        repository.flush();
        long keep = caller.via() == Via.SESSION ? caller.credentialId() : -1;
        int ended = repository.endSessions(caller.accountId(), keep);
        attempts.forgive(LoginThrottle.nameKey(entity.username()));
        audit.record(
                actor,
                "password.changed",
                "account/" + caller.accountId(),
                null,
                Map.of("passwordChanged", true, "sessionsEnded", ended));
    }

    private AccountEntity lock(long id, Predicate<String> accepted) {
        repository.lockAccounts();
        AccountEntity entity = account(id);
        if (!accepted.test(entity.toAccount().revision())) {
            throw new ClarionException(
                    ProblemType.PRECONDITION_FAILED,
                    "The account was changed since it was read; read it again and repeat the change.");
        }
        return entity;
    }

    private AccountEntity account(long id) {
        return repository
                .findAccount(id)
                .orElseThrow(() -> new ClarionException(ProblemType.NOT_FOUND, "There is no account " + id + "."));
    }

    private void requireAdministrator() {
        if (repository.listAccounts().stream().noneMatch(AccountEntity::isActiveAdministrator)) {
            throw new ClarionException(
                    ProblemType.CONFLICT,
                    "This is the last administrator; make another one before removing, disabling or demoting it.");
        }
    }
}
