package clarion.ejb.access;

import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.ejb.audit.Via;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Console sessions and API tokens as credentials: opens and closes sessions, and tells whose a credential is. Every
 * request is looked up in the database, so that what is revoked or disabled ends at once on every replica.
 */
@Stateless
public class CredentialService {

    private final AccessRepository repository;
    private final LoginAttempts attempts;
    private final AuditService audit;
    private final AccessSettings settings;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected CredentialService() {
        this(null, null, null, null, null);
    }

    @Inject
    public CredentialService(
            AccessRepository repository,
            LoginAttempts attempts,
            AuditService audit,
            AccessSettings settings,
            Clock clock) {
        this.repository = repository;
        this.attempts = attempts;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Opens a session for an account whose password has just been verified.
     *
     * @param verifiedHash the hash it was verified against
     * @param newHash the password hashed anew where the stored one is outdated, else null
     * @return empty when the account was disabled, removed or got another password meanwhile
     */
    public Optional<LoginOutcome.Opened> open(
            long accountId, String verifiedHash, @Nullable String newHash, Actor caller) {
        AccountEntity account = repository.findAccount(accountId).orElse(null);
        if (account == null || account.isDisabled() || !account.passwordHash().equals(verifiedHash)) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (newHash != null) {
            repository.replaceHash(accountId, verifiedHash, newHash);
        }
        String token = Secrets.newSessionToken();
        Instant end = now.plus(settings.sessionMax());
        ConsoleSessionEntity session = new ConsoleSessionEntity(account, token, now, end);
        repository.add(session);
        repository.noteLogin(accountId, now);
        attempts.forgive(LoginThrottle.nameKey(account.username()));
        audit.record(caller.named(account.username()), "login.succeeded", "account/" + accountId);
        return Optional.of(new LoginOutcome.Opened(token, identityOf(session)));
    }

    /** Whose session this is; empty when it is none, has ended, or its account is disabled. */
    public Optional<Identity> findBySession(String sessionToken) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var idle = settings.sessionIdle();
        return repository
                .findSession(Secrets.hashOf(sessionToken))
                .filter(session -> session.isValidAt(now, idle))
                .map(session -> {
                    repository.noteSessionUse(session.id(), now);
                    return identityOf(session);
                });
    }

    /** Whose API token this is; empty when it is none, has expired, is revoked, or its account is disabled. */
    public Optional<Identity> findByToken(String token) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return repository
                .findToken(Secrets.hashOf(token))
                .filter(found -> found.isValidAt(now))
                .map(found -> {
                    repository.noteTokenUse(found.id(), now);
                    return identityOf(found);
                });
    }

    /**
     * True while the credential of a caller still lets that caller in with the same roles: for streams, which outlive
     * the request that opened them.
     */
    public boolean stillStands(Identity caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Identity> today = caller.via() == Via.TOKEN
                ? repository
                        .findToken(caller.credentialId())
                        .filter(token -> token.isValidAt(now))
                        .map(CredentialService::identityOf)
                : repository
                        .findSession(caller.credentialId())
                        .filter(session -> session.isValidAt(now, settings.sessionIdle()))
                        .map(CredentialService::identityOf);
        return today.filter(identity -> identity.roles().equals(caller.roles())).isPresent();
    }

    /**
     * Whether a credential that was accepted before still would be, with a role that it had then. Asking is no use of
     * it: a window left open does not keep a session from ending.
     */
    public boolean isStillGood(Identity identity, String role) {
        Instant now = clock.instant();
        Optional<Identity> present = switch (identity.via()) {
            case SESSION ->
                repository
                        .findSession(identity.credentialId())
                        .filter(session -> session.isValidAt(now, settings.sessionIdle()))
                        .map(CredentialService::identityOf);
            case TOKEN ->
                repository
                        .findToken(identity.credentialId())
                        .filter(token -> token.isValidAt(now))
                        .map(CredentialService::identityOf);
            case ANONYMOUS, SYSTEM -> Optional.empty();
        };
        return present.filter(found -> found.has(role)).isPresent();
    }

    /** Logs out: ends the session. Without one (a token has none) nothing happens. */
    public void close(Identity caller, Actor actor) {
        if (caller.via() == Via.SESSION && repository.endSession(caller.credentialId()) > 0) {
            audit.record(actor, "logout.succeeded", "account/" + caller.accountId());
        }
    }

    private static Identity identityOf(ConsoleSessionEntity session) {
        AccountEntity account = session.account();
        return new Identity(
                account.id(),
                account.username(),
                account.displayName(),
                Roles.impliedBy(account.roles()),
                Via.SESSION,
                session.id(),
                session.expiresAt());
    }

    private static Identity identityOf(ApiTokenEntity token) {
        AccountEntity account = token.account();
        String cap = token.roleCap();
        return new Identity(
                account.id(),
                account.username(),
                account.displayName(),
                cap == null ? Roles.impliedBy(account.roles()) : Roles.capped(account.roles(), cap),
                Via.TOKEN,
                token.id(),
                token.expiresAt());
    }
}
