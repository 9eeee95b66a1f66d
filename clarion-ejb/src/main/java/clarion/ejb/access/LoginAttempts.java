package clarion.ejb.access;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** The queries of login attempts. Its callers hold the transaction. */
@Dependent
class LoginAttempts {

    private final EntityManager entityManager;

    @Inject
    LoginAttempts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** One attempt at a time for this name, then for this address: always in that order, so no two wait in a ring. */
    void lock(String nameKey, String addressKey) {
        for (String key : List.of("login name " + nameKey, "login address " + addressKey)) {
            entityManager
                    .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                    .setParameter(1, key)
                    .getSingleResult();
        }
    }

    /** Takes the right to sweep until the end of the transaction, if nobody has it; says whether it did. */
    boolean tryLockForSweep() {
        return entityManager
                .createNativeQuery("select cast(pg_try_advisory_xact_lock(hashtextextended('login sweep', 0)) as text)")
                .getSingleResult()
                .equals("true");
    }

    List<Instant> failuresOfName(String nameKey, Instant since, int most) {
        return entityManager
                .createQuery(
                        "select a.at from LoginAttemptEntity a where a.nameKey = :key and a.outcome = :failed"
                                + " and a.at > :since order by a.at desc",
                        Instant.class)
                .setParameter("key", nameKey)
                .setParameter("failed", LoginAttemptEntity.FAILED)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    List<Instant> failuresOfAddress(String addressKey, Instant since, int most) {
        return entityManager
                .createQuery(
                        "select a.at from LoginAttemptEntity a where a.addressKey = :key and a.outcome = :failed"
                                + " and a.at > :since order by a.at desc",
                        Instant.class)
                .setParameter("key", addressKey)
                .setParameter("failed", LoginAttemptEntity.FAILED)
                .setParameter("since", since)
                .setMaxResults(most)
                .getResultList();
    }

    /** True when a refusal of this name from this address was already noted since then. */
    boolean isRefusalNoted(String nameKey, String addressKey, Instant since) {
        return entityManager
                        .createQuery(
                                "select count(a) from LoginAttemptEntity a where a.nameKey = :name"
                                        + " and a.addressKey = :address and a.outcome = :throttled and a.at > :since",
                                Long.class)
                        .setParameter("name", nameKey)
                        .setParameter("address", addressKey)
                        .setParameter("throttled", LoginAttemptEntity.THROTTLED)
                        .setParameter("since", since)
                        .getSingleResult()
                > 0;
    }

    void add(LoginAttemptEntity attempt) {
        entityManager.persist(attempt);
    }

    /** After a success: the guesses at this name, this one among them, were the owner's. */
    void forgive(String nameKey) {
        entityManager
                .createQuery("delete from LoginAttemptEntity a where a.nameKey = :key")
                .setParameter("key", nameKey)
                .executeUpdate();
    }

    int removeBefore(Instant limit) {
        return entityManager
                .createQuery("delete from LoginAttemptEntity a where a.at < :limit")
                .setParameter("limit", limit)
                .executeUpdate();
    }
}
