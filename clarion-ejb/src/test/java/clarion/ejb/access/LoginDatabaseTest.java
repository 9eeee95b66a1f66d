package clarion.ejb.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.audit.Actor;
import clarion.ejb.audit.Via;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoginDatabaseTest {

    private AccessWorld world;

    @BeforeEach
    void open() {
        world = new AccessWorld();
        world.anAccount("Admin", Roles.ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void opensASessionThatIsFoundAgainByItsTokenOnly() {
        var opened = assertInstanceOf(LoginOutcome.Opened.class, world.logIn("admin", AccessWorld.PASSWORD));
        Identity found = world.inTransaction(
                () -> world.credentials.findBySession(opened.sessionToken()).orElseThrow());
        assertEquals("Admin", found.username());
        assertTrue(found.has(Roles.VIEWER));
        assertEquals(Via.SESSION, found.via());
        assertTrue(world.inTransaction(() -> world.credentials.findBySession("x" + opened.sessionToken()))
                .isEmpty());
        assertNotEquals(opened.sessionToken(), world.single("select token_hash from console_session"));
    }

    @Test
    void locksTheNameAfterFiveFailuresEvenForTheRightPassword() {
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(LoginOutcome.Refused.class, world.logIn("admin", "wrong password " + i));
        }
        var locked = assertInstanceOf(LoginOutcome.Throttled.class, world.logIn("ADMIN", AccessWorld.PASSWORD));
        assertEquals(Duration.ofMinutes(15), locked.delay());
        world.clock.advance(Duration.ofMinutes(15));
        assertInstanceOf(LoginOutcome.Opened.class, world.logIn("admin", AccessWorld.PASSWORD));
    }

    @Test
    void locksAnUnknownNameJustTheSame() {
        for (int i = 0; i < 5; i++) {
            assertInstanceOf(LoginOutcome.Refused.class, world.logIn("nobody", "wrong password " + i));
        }
        assertInstanceOf(LoginOutcome.Throttled.class, world.logIn("nobody", "wrong password"));
    }

    @Test
    void locksAnAddressThatTriesManyNamesButNoOtherAddress() {
        for (int i = 0; i < 30; i++) {
            assertInstanceOf(LoginOutcome.Refused.class, world.logIn("name" + i, "wrong password"));
        }
        assertInstanceOf(LoginOutcome.Throttled.class, world.logIn("admin", AccessWorld.PASSWORD));
        Actor elsewhere = new Actor("anonymous", Via.ANONYMOUS, "192.0.2.8", "req-3");
        assertInstanceOf(LoginOutcome.Opened.class, world.logIn("admin", AccessWorld.PASSWORD, elsewhere));
    }

    @Test
    void aSuccessForgivesTheFailuresBeforeIt() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                world.logIn("admin", "wrong password");
            }
            assertInstanceOf(LoginOutcome.Opened.class, world.logIn("admin", AccessWorld.PASSWORD));
        }
    }

    @Test
    void auditsSuccessFailureAndTheLockOnceWithoutAnyPassword() {
        world.logIn("admin", AccessWorld.PASSWORD);
        for (int i = 0; i < 5; i++) {
            world.logIn("admin", "wrong password");
        }
        world.logIn("admin", "wrong password");
        world.logIn("admin", "wrong password");
        assertEquals(
                List.of(
                        "account.created",
                        "login.succeeded",
                        "login.failed",
                        "login.failed",
                        "login.failed",
                        "login.failed",
                        "login.failed",
                        "login.throttled"),
                world.auditedActions());
        assertEquals(0L, world.single("select count(*) from audit_entry e where cast(e as text) like '%horse%'"));
        assertEquals(
                "192.0.2.7", world.single("select host(remote_address) from audit_entry order by id desc limit 1"));
    }

    @Test
    void aDisabledAccountIsRefusedLikeAWrongPasswordAndLosesItsSessionsAndTokensAtOnce() {
        Account viewer = world.anAccount("viewer", Roles.VIEWER);
        var opened = (LoginOutcome.Opened) world.logIn("viewer", AccessWorld.PASSWORD);
        String secret = world.inTransaction(
                        () -> world.tokens.create(opened.identity(), "script", null, null, AccessWorld.ADMIN))
                .secret();
        assertTrue(
                world.inTransaction(() -> world.credentials.findByToken(secret)).isPresent());

        world.inTransaction(() -> world.accounts.change(
                viewer.id(), new AccountChange(null, null, true, null), any -> true, AccessWorld.ADMIN));

        assertTrue(world.inTransaction(() -> world.credentials.findBySession(opened.sessionToken()))
                .isEmpty());
        assertTrue(
                world.inTransaction(() -> world.credentials.findByToken(secret)).isEmpty());
        assertInstanceOf(LoginOutcome.Refused.class, world.logIn("viewer", AccessWorld.PASSWORD));

        world.inTransaction(() -> world.accounts.change(
                viewer.id(), new AccountChange(null, null, false, null), any -> true, AccessWorld.ADMIN));
        assertTrue(
                world.inTransaction(() -> world.credentials.findByToken(secret)).isEmpty(),
                "what was revoked stays revoked");
    }

    @Test
    void sessionsEndByNotBeingUsedAndByAge() {
        var opened = (LoginOutcome.Opened) world.logIn("admin", AccessWorld.PASSWORD);
        world.clock.advance(Duration.ofHours(7));
        assertTrue(isOpen(opened));
        world.clock.advance(Duration.ofHours(7));
        assertTrue(isOpen(opened), "it was used seven hours ago");
        world.clock.advance(Duration.ofHours(7));
        assertTrue(isOpen(opened));
        world.clock.advance(Duration.ofHours(3));
        assertFalse(isOpen(opened), "it is 24 hours old");

        var idle = (LoginOutcome.Opened) world.logIn("admin", AccessWorld.PASSWORD);
        world.clock.advance(Duration.ofHours(8));
        assertFalse(isOpen(idle));
        world.inTransaction(() -> {
            world.schedule().sweep();
            return true;
        });
        assertEquals(0L, world.single("select count(*) from console_session"));
    }

    @Test
    void hashesAnewWithMoreWorkAtTheNextLogin() {
        var outcome =
                world.loginService(new PasswordHasher(2_000)).logIn("admin", AccessWorld.PASSWORD, AccessWorld.CALLER);
        assertInstanceOf(LoginOutcome.Opened.class, outcome);
        assertTrue(((String) world.single("select password_hash from account")).startsWith("pbkdf2-sha512$2000$"));
        assertInstanceOf(LoginOutcome.Opened.class, world.logIn("admin", AccessWorld.PASSWORD));
    }

    private boolean isOpen(LoginOutcome.Opened opened) {
        return world.inTransaction(() -> world.credentials.findBySession(opened.sessionToken()))
                .isPresent();
    }
}
