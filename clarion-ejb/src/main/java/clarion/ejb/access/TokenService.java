package clarion.ejb.access;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.ejb.audit.Via;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes and revokes API tokens. A token never allows more than who made it: made by a token, it inherits that one's cap
 * and end.
 */
@Stateless
public class TokenService {

    static final int MOST_LIVE_TOKENS = 100;
    static final int NAME_CHARACTERS = 100;

    /** A token is for years, not for ever; who wants that leaves the end out and says so. */
    static final Duration LONGEST = Duration.ofDays(3653);

    /**
     * A token that was just made.
     *
     * @param secret the token itself, which is shown this once
     */
    public record Made(ApiToken token, String secret) {}

    private final AccessRepository repository;
    private final AuditService audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // for the container's proxy, never used
    protected TokenService() {
        this(null, null, null);
    }

    @Inject
    public TokenService(AccessRepository repository, AuditService audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a token for the caller.
     *
     * @param role the most it may do, or null for what the caller may
     * @param expiresAt when it ends, or null for never
     * @throws ClarionException {@link ProblemType#VALIDATION_FAILED}, {@link ProblemType#FORBIDDEN} if it would allow
     *     more than the caller has, {@link ProblemType#CONFLICT} if there are too many
     */
    public Made create(Identity caller, String name, @Nullable String role, @Nullable Instant expiresAt, Actor actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        checkName(name);
        checkEnd(expiresAt, now);
        String cap = role;
        Instant end = expiresAt;
        if (cap != null && !Roles.isRole(cap)) {
            throw AccountRules.invalid(
                    "role", "There is no role '" + cap + "'; the roles are " + String.join(", ", Roles.ALL) + ".");
        }
        if (cap != null && !caller.has(cap)) {
            throw new ClarionException(
                    ProblemType.FORBIDDEN, "A token cannot have the role " + cap + ", which its maker lacks.");
        }
        if (caller.via() == Via.TOKEN) {
            ApiTokenEntity parent = repository
                    .findToken(caller.credentialId())
                    .orElseThrow(() -> new ClarionException(ProblemType.FORBIDDEN, "The token has gone."));
            cap = cap == null ? parent.roleCap() : cap;
            end = earlier(end, parent.expiresAt());
        }
        AccountEntity account = repository
                .findAccount(caller.accountId())
                .orElseThrow(() -> new ClarionException(ProblemType.FORBIDDEN, "The account has gone."));
        if (repository.countLiveTokens(account.id(), now) >= MOST_LIVE_TOKENS) {
            throw new ClarionException(
                    ProblemType.CONFLICT,
                    "The account has " + MOST_LIVE_TOKENS + " tokens; revoke those that are not used any more.");
        }
        String secret = Secrets.newApiToken();
        ApiTokenEntity entity = new ApiTokenEntity(account, name.strip(), secret, cap, now, end);
        repository.add(entity);
        ApiToken token = entity.toApiToken();
        audit.record(actor, "token.created", token.auditTarget(), null, token.auditState());
        return new Made(token, secret);
    }

    /**
     * Revokes a token, at once and for good; a revoked one stays revoked.
     *
     * @throws ClarionException {@link ProblemType#NOT_FOUND} also if it is another's and the caller no administrator
     */
    public void revoke(Identity caller, long id, Actor actor) {
        ApiTokenEntity entity = repository
                .findToken(id)
                .filter(token -> token.account().id() == caller.accountId() || caller.has(Roles.ADMINISTRATOR))
                .orElseThrow(() -> new ClarionException(ProblemType.NOT_FOUND, "There is no token " + id + "."));
        if (!entity.isRevoked()) {
            ApiToken before = entity.toApiToken();
            entity.revoke(clock.instant().truncatedTo(ChronoUnit.MICROS));
            audit.record(actor, "token.revoked", before.auditTarget(), before.auditState(), null);
        }
    }

    private static void checkName(String name) {
        if (name.isBlank()
                || name.strip().length() > NAME_CHARACTERS
                || name.chars().anyMatch(Character::isISOControl)) {
            throw AccountRules.invalid(
                    "name",
                    "Give the token a name of 1 to " + NAME_CHARACTERS
                            + " characters that says what it is for, without control characters.");
        }
    }

    private static void checkEnd(@Nullable Instant expiresAt, Instant now) {
        if (expiresAt != null && (!expiresAt.isAfter(now) || expiresAt.isAfter(now.plus(LONGEST)))) {
            throw AccountRules.invalid(
                    "expiresAt",
                    "The token would end at " + expiresAt + "; choose a time in the future, within ten years.");
        }
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
