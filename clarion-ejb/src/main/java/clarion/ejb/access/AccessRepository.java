package clarion.ejb.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The queries of accounts, tokens, console sessions and login attempts. Its callers hold the transaction. */
@Dependent
class AccessRepository {

    /** How old the note of the last use may be; more exact would be a write for every request. */
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final EntityManager entityManager;

    @Inject
    AccessRepository(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    void add(Object entity) {
        entityManager.persist(entity);
        entityManager.flush();
    }

    void remove(Object entity) {
        entityManager.remove(entity);
    }

    /** Sends the pending changes, so that what they break is known here and the version is the new one. */
    void flush() {
        entityManager.flush();
    }

    /**
     * One change of accounts at a time, so that two cannot each remove the other of the last two administrators. What
     * was read before is forgotten, for it may have changed before the lock was had.
     */
    void lockAccounts() {
        entityManager.clear();
        entityManager
                .createNativeQuery("lock table account in share row exclusive mode")
                .executeUpdate();
    }

    Optional<AccountEntity> findAccount(long id) {
        return Optional.ofNullable(entityManager.find(AccountEntity.class, id));
    }

    Optional<AccountEntity> findAccount(String username) {
        return entityManager
                .createQuery("select a from AccountEntity a where lower(a.username) = :name", AccountEntity.class)
                .setParameter("name", Usernames.fold(username))
                .getResultStream()
                .findFirst();
    }

    long countAccounts() {
        return entityManager
                .createQuery("select count(a) from AccountEntity a", Long.class)
                .getSingleResult();
    }

    List<AccountEntity> listAccounts() {
        return entityManager
                .createQuery("select a from AccountEntity a order by a.id", AccountEntity.class)
                .getResultList();
    }

    /** Beside the revision, as SQL: a bulk update in JPQL would count as a change of the account in EclipseLink. */
    void noteLogin(long accountId, Instant at) {
        entityManager
                .createNativeQuery("update account set last_login_at = ?1 where id = ?2")
                .setParameter(1, at.atOffset(ZoneOffset.UTC))
                .setParameter(2, accountId)
                .executeUpdate();
    }

    /** Stores the same password hashed with more work; no change that anybody has to see. */
    void replaceHash(long accountId, String oldHash, String newHash) {
        entityManager
                .createNativeQuery("update account set password_hash = ?1 where id = ?2 and password_hash = ?3")
                .setParameter(1, newHash)
                .setParameter(2, accountId)
                .setParameter(3, oldHash)
                .executeUpdate();
    }

    Optional<ConsoleSessionEntity> findSession(String tokenHash) {
        return entityManager
                .createQuery(
                        "select s from ConsoleSessionEntity s join fetch s.account where s.tokenHash = :hash",
                        ConsoleSessionEntity.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    Optional<ConsoleSessionEntity> findSession(long id) {
        return Optional.ofNullable(entityManager.find(ConsoleSessionEntity.class, id));
    }

    void noteSessionUse(long sessionId, Instant at) {
        entityManager
                .createQuery("update ConsoleSessionEntity s set s.lastSeenAt = :at"
                        + " where s.id = :id and s.lastSeenAt < :stale")
                .setParameter("at", at)
                .setParameter("id", sessionId)
                .setParameter("stale", at.minus(USE_IS_NOTED_EVERY))
                .executeUpdate();
    }

    /** Ends the account's sessions but one; an id that none has ends all. */
    int endSessions(long accountId, long exceptSessionId) {
        return entityManager
                .createQuery("delete from ConsoleSessionEntity s where s.account.id = :account and s.id <> :keep")
                .setParameter("account", accountId)
                .setParameter("keep", exceptSessionId)
                .executeUpdate();
    }

    int endSession(long sessionId) {
        return entityManager
                .createQuery("delete from ConsoleSessionEntity s where s.id = :id")
                .setParameter("id", sessionId)
                .executeUpdate();
    }

    Optional<ApiTokenEntity> findToken(String tokenHash) {
        return entityManager
                .createQuery(
                        "select t from ApiTokenEntity t join fetch t.account where t.tokenHash = :hash",
                        ApiTokenEntity.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst();
    }

    Optional<ApiTokenEntity> findToken(long id) {
        return Optional.ofNullable(entityManager.find(ApiTokenEntity.class, id));
    }

    long countLiveTokens(long accountId, Instant now) {
        return entityManager
                .createQuery(
                        "select count(t) from ApiTokenEntity t where t.account.id = :account and t.revokedAt is null"
                                + " and (t.expiresAt is null or t.expiresAt > :now)",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("now", now)
                .getSingleResult();
    }

    void noteTokenUse(long tokenId, Instant at) {
        entityManager
                .createQuery("update ApiTokenEntity t set t.lastUsedAt = :at"
                        + " where t.id = :id and (t.lastUsedAt is null or t.lastUsedAt < :stale)")
                .setParameter("at", at)
                .setParameter("id", tokenId)
                .setParameter("stale", at.minus(USE_IS_NOTED_EVERY))
                .executeUpdate();
    }

    int revokeTokens(long accountId, Instant at) {
        return entityManager
                .createQuery("update ApiTokenEntity t set t.revokedAt = :at"
                        + " where t.account.id = :account and t.revokedAt is null")
                .setParameter("at", at)
                .setParameter("account", accountId)
                .executeUpdate();
    }

    int removeSessionsEndedBefore(Instant now, Instant idleSince) {
        return entityManager
                .createQuery("delete from ConsoleSessionEntity s where s.expiresAt <= :now or s.lastSeenAt <= :idle")
                .setParameter("now", now)
                .setParameter("idle", idleSince)
                .executeUpdate();
    }

    int removeTokensEndedBefore(Instant limit) {
        return entityManager
                .createQuery("delete from ApiTokenEntity t where t.expiresAt < :limit or t.revokedAt < :limit")
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
