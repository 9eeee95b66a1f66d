package clarion.ejb.access;

import clarion.ejb.DatabaseReadiness;
import clarion.ejb.TestDatabase;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.ejb.audit.Via;
import clarion.ejb.jobs.JobBook;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.sql.DataSource;

/** The services of access on a real database, with a clock that stands until it is told to go. */
final class AccessWorld implements AutoCloseable {

    static final Actor CALLER = new Actor("anonymous", Via.ANONYMOUS, "192.0.2.7", "req-1");
    static final Actor ADMIN = new Actor("admin", Via.SESSION, "192.0.2.1", "req-2");
    static final String PASSWORD = "correct horse battery";

    final DataSource dataSource = TestDatabase.migrated();
    final TestClock clock = new TestClock();
    final AccessSettings settings = new AccessSettings(
            Optional.empty(),
            Duration.ofHours(8),
            Duration.ofHours(24),
            5,
            30,
            Duration.ofMinutes(15),
            TrustedProxies.parse(""),
            AccessSettings.SecureCookie.AUTO);
    final EntityManager entityManager;
    final AccountService accounts;
    final CredentialService credentials;
    final LoginGuardService guard;
    final TokenService tokens;
    private final AccessRepository repository;
    private final LoginAttempts attempts;
    private final EntityManagerFactory factory;

    AccessWorld() {
        factory = Persistence.createEntityManagerFactory(
                "clarion",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        "",
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource,
                        "eclipselink.session-name",
                        "access-" + System.nanoTime()));
        entityManager = factory.createEntityManager();
        PasswordHasher hasher = new PasswordHasher(1_000);
        repository = new AccessRepository(entityManager);
        attempts = new LoginAttempts(entityManager);
        AuditService audit = new AuditService(entityManager, clock);
        accounts = new AccountService(repository, attempts, audit, clock, hasher);
        credentials = new CredentialService(repository, attempts, audit, settings, clock);
        guard = new LoginGuardService(repository, attempts, audit, settings, clock);
        tokens = new TokenService(repository, audit, clock);
    }

    /** Logs in as the container would let it happen: each step of the service in a transaction of its own. */
    LoginOutcome logIn(String username, String password) {
        return logIn(username, password, CALLER);
    }

    LoginOutcome logIn(String username, String password, Actor caller) {
        return loginService(new PasswordHasher(1_000)).logIn(username, password, caller);
    }

    LoginService loginService(PasswordHasher hasher) {
        return new LoginService(
                new LoginGuardService(repository, attempts, new AuditService(entityManager, clock), settings, clock) {
                    @Override
                    public Admission admit(String username, Actor caller) {
                        return inTransaction(() -> super.admit(username, caller));
                    }

                    @Override
                    public void recordFailure(
                            @org.jspecify.annotations.Nullable Long accountId, String reason, Actor caller) {
                        inTransaction(() -> {
                            super.recordFailure(accountId, reason, caller);
                            return true;
                        });
                    }
                },
                new CredentialService(repository, attempts, new AuditService(entityManager, clock), settings, clock) {
                    @Override
                    public Optional<LoginOutcome.Opened> open(
                            long accountId,
                            String verifiedHash,
                            @org.jspecify.annotations.Nullable String newHash,
                            Actor caller) {
                        return inTransaction(() -> super.open(accountId, verifiedHash, newHash, caller));
                    }
                },
                new AccountService(repository, attempts, new AuditService(entityManager, clock), clock, hasher) {
                    @Override
                    public void changeOwnPassword(Identity caller, String newHash, Actor actor) {
                        inTransaction(() -> {
                            super.changeOwnPassword(caller, newHash, actor);
                            return true;
                        });
                    }
                },
                hasher,
                new LoginCounts());
    }

    Account anAccount(String username, String... roles) {
        return inTransaction(() -> accounts.create(new NewAccount(username, null, List.of(roles), PASSWORD), ADMIN));
    }

    Identity loggedIn(String username) {
        return ((LoginOutcome.Opened) logIn(username, PASSWORD)).identity();
    }

    /** Commits when the work returns, rolls back when it throws; nothing stays in the persistence context. */
    <T> T inTransaction(Callable<T> work) {
        entityManager.getTransaction().begin();
        try {
            T result = work.call();
            entityManager.getTransaction().commit();
            return result;
        } catch (RuntimeException e) {
            if (entityManager.getTransaction().isActive()) {
                entityManager.getTransaction().rollback();
            }
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            entityManager.clear();
        }
    }

    @SuppressWarnings("unchecked")
    List<String> auditedActions() {
        return entityManager
                .createNativeQuery("select action from audit_entry order by id")
                .getResultList();
    }

    Object single(String sql) {
        return entityManager.createNativeQuery(sql).getSingleResult();
    }

    AccessSchedule schedule() {
        return new AccessSchedule(repository, attempts, new DatabaseReadiness(), settings, clock, new JobBook(clock));
    }

    @Override
    public void close() {
        entityManager.close();
        factory.close();
    }

    static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-01T08:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
