package clarion.ejb.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.ejb.TestDatabase;
import clarion.ejb.audit.AuditList;
import clarion.ejb.audit.AuditTrailService;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountDatabaseTest {

    private AccessWorld world;
    private Account admin;

    @BeforeEach
    void open() {
        world = new AccessWorld();
        admin = world.anAccount("admin", Roles.ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void refusesANameThatIsTakenInAnotherCase() {
        assertProblem(ProblemType.CONFLICT, () -> world.anAccount("ADMIN", Roles.VIEWER));
    }

    @Test
    void refusesBadNamesRolesAndPasswords() {
        for (NewAccount bad : List.of(
                new NewAccount("no spaces", null, List.of(Roles.VIEWER), AccessWorld.PASSWORD),
                new NewAccount("", null, List.of(Roles.VIEWER), AccessWorld.PASSWORD),
                new NewAccount("bob", null, List.of(), AccessWorld.PASSWORD),
                new NewAccount("bob", null, List.of("root"), AccessWorld.PASSWORD),
                new NewAccount("bob", null, List.of(Roles.VIEWER), "short"),
                new NewAccount("bob", "x".repeat(101), List.of(Roles.VIEWER), AccessWorld.PASSWORD))) {
            assertProblem(
                    ProblemType.VALIDATION_FAILED,
                    () -> world.inTransaction(() -> world.accounts.create(bad, AccessWorld.ADMIN)));
        }
    }

    @Test
    void refusesAChangeByWhoHasNotSeenTheLatestRevision() {
        Account viewer = world.anAccount("viewer", Roles.VIEWER);
        Account changed = change(viewer, new AccountChange("Vera", null, null, null), viewer.revision());
        assertNotEquals(viewer.revision(), changed.revision());
        assertProblem(
                ProblemType.PRECONDITION_FAILED,
                () -> change(viewer, new AccountChange("Viktor", null, null, null), viewer.revision()));
        assertEquals(
                "Vera",
                world.inTransaction(() -> world.accounts.getAccount(viewer.id()))
                        .displayName());
    }

    @Test
    void aLoginDoesNotMakeAnAdministratorsEditStale() {
        Account viewer = world.anAccount("viewer", Roles.VIEWER);
        world.loggedIn("viewer");
        change(viewer, new AccountChange("Vera", null, null, null), viewer.revision());
    }

    @Test
    void theLastAdministratorCanNeitherBeDemotedNorDisabledNorRemoved() {
        world.anAccount("approver", Roles.APPROVER);
        List<Callable<?>> attempts = List.of(
                () -> change(admin, new AccountChange(null, List.of(Roles.ENGINEER), null, null), admin.revision()),
                () -> change(admin, new AccountChange(null, null, true, null), admin.revision()),
                () -> world.inTransaction(() -> {
                    world.accounts.remove(admin.id(), any -> true, AccessWorld.ADMIN);
                    return true;
                }));
        for (Callable<?> attempt : attempts) {
            assertProblem(ProblemType.CONFLICT, attempt);
            assertInstanceOf(LoginOutcome.Opened.class, world.logIn("admin", AccessWorld.PASSWORD));
        }
        world.anAccount("second", Roles.ADMINISTRATOR, Roles.APPROVER);
        world.inTransaction(() -> {
            world.accounts.remove(admin.id(), any -> true, AccessWorld.ADMIN);
            return true;
        });
        assertEquals(
                "account.removed",
                world.auditedActions().get(world.auditedActions().size() - 1));
    }

    @Test
    void aTokenAllowsNoMoreThanItsCapAndItsOwner() {
        world.anAccount("eng", Roles.ENGINEER, Roles.APPROVER);
        Identity engineer = world.loggedIn("eng");
        TokenService.Made made =
                world.inTransaction(() -> world.tokens.create(engineer, "ci", Roles.ANALYST, null, AccessWorld.ADMIN));
        Identity token = byToken(made.secret());
        assertEquals(Set.of(Roles.VIEWER, Roles.ANALYST), token.roles());
        assertProblem(
                ProblemType.FORBIDDEN,
                () -> world.inTransaction(
                        () -> world.tokens.create(token, "more", Roles.ENGINEER, null, AccessWorld.ADMIN)));
        TokenService.Made child =
                world.inTransaction(() -> world.tokens.create(token, "child", null, null, AccessWorld.ADMIN));
        assertEquals(
                Set.of(Roles.VIEWER, Roles.ANALYST), byToken(child.secret()).roles(), "the cap is inherited");
    }

    @Test
    void aTokenEndsWhenItExpiresOrIsRevoked() {
        Identity owner = world.loggedIn("admin");
        TokenService.Made made = world.inTransaction(() -> world.tokens.create(
                owner, "ci", null, world.clock.instant().plus(Duration.ofHours(1)), AccessWorld.ADMIN));
        assertTrue(world.inTransaction(() -> world.credentials.stillStands(byTokenHere(made.secret()))));
        world.clock.advance(Duration.ofHours(1));
        assertTrue(world.inTransaction(() -> world.credentials.findByToken(made.secret()))
                .isEmpty());

        TokenService.Made other =
                world.inTransaction(() -> world.tokens.create(owner, "ci2", null, null, AccessWorld.ADMIN));
        Identity identity = byToken(other.secret());
        world.anAccount("viewer", Roles.VIEWER);
        Identity stranger = world.loggedIn("viewer");
        assertProblem(
                ProblemType.NOT_FOUND, () -> revoke(stranger, other.token().id()));
        revoke(owner, other.token().id());
        assertTrue(world.inTransaction(() -> world.credentials.findByToken(other.secret()))
                .isEmpty());
        assertFalse(world.inTransaction(() -> world.credentials.stillStands(identity)));
    }

    @Test
    void ownPasswordChangesWithTheCurrentOneAndEndsTheOtherSessions() {
        Identity here = world.loggedIn("admin");
        Identity elsewhere = world.loggedIn("admin");
        var service = world.loginService(new PasswordHasher(1_000));
        assertProblem(ProblemType.VALIDATION_FAILED, () -> {
            service.changeOwnPassword(here, "wrong password", "another good one", AccessWorld.ADMIN);
            return true;
        });
        service.changeOwnPassword(here, AccessWorld.PASSWORD, "another good one", AccessWorld.ADMIN);
        assertTrue(world.inTransaction(() -> world.credentials.stillStands(here)));
        assertFalse(world.inTransaction(() -> world.credentials.stillStands(elsewhere)));
        assertInstanceOf(LoginOutcome.Refused.class, world.logIn("admin", AccessWorld.PASSWORD));
        assertInstanceOf(LoginOutcome.Opened.class, world.logIn("admin", "another good one"));
    }

    @Test
    void theListsShowWhatTheServicesKeepAndTheSameRevision() {
        Account viewer = world.anAccount("viewer", Roles.VIEWER, Roles.APPROVER);
        AccessListService lists = new AccessListService(new Lists(world.dataSource));
        Identity owner = world.loggedIn("viewer");
        Account listed =
                lists.accounts(ListQuery.of(AccountList.DEFINITION)).items().get(1);
        assertEquals(viewer.revision(), listed.revision());
        assertEquals(List.of(Roles.VIEWER, Roles.APPROVER), listed.roles());
        world.inTransaction(() -> world.tokens.create(owner, "mine", null, null, AccessWorld.ADMIN));
        Identity administrator = world.loggedIn("admin");
        world.inTransaction(() -> world.tokens.create(administrator, "theirs", null, null, AccessWorld.ADMIN));
        ListQuery tokens = ListQuery.of(ApiTokenList.DEFINITION);
        assertEquals(List.of("mine"), names(lists, tokens, owner));
        assertEquals(List.of("theirs", "mine"), names(lists, tokens, administrator));
        var newest = new AuditTrailService(new Lists(world.dataSource))
                .list(ListQuery.of(AuditList.DEFINITION))
                .items()
                .get(0);
        assertEquals("token.created", newest.action());
        assertEquals("192.0.2.1", newest.remoteAddress());
        assertNull(newest.before());
    }

    @Test
    void theAuditRecordRefusesToBeChanged() {
        for (String attack : List.of(
                "update audit_entry set actor = 'nobody'",
                "delete from audit_entry",
                "delete from audit_entry where false",
                "truncate audit_entry",
                "set session_replication_role = replica; delete from audit_entry")) {
            var refused = assertThrows(IllegalStateException.class, () -> TestDatabase.run(world.dataSource, attack));
            assertTrue(String.valueOf(refused.getMessage()).contains("append-only"), attack);
        }
        assertEquals(List.of("account.created"), world.auditedActions());
    }

    @Test
    void whatFailsIsNotAudited() {
        assertProblem(ProblemType.CONFLICT, () -> world.anAccount("admin", Roles.VIEWER));
        assertEquals(List.of("account.created"), world.auditedActions());
    }

    private Account change(Account account, AccountChange change, String seen) {
        return world.inTransaction(() -> world.accounts.change(account.id(), change, seen::equals, AccessWorld.ADMIN));
    }

    private boolean revoke(Identity caller, long id) {
        return world.inTransaction(() -> {
            world.tokens.revoke(caller, id, AccessWorld.ADMIN);
            return true;
        });
    }

    private Identity byToken(String secret) {
        return world.inTransaction(() -> byTokenHere(secret));
    }

    private Identity byTokenHere(String secret) {
        return world.credentials.findByToken(secret).orElseThrow();
    }

    private static List<String> names(AccessListService lists, ListQuery query, Identity caller) {
        return lists.tokens(query, caller).items().stream().map(ApiToken::name).toList();
    }

    private static void assertProblem(ProblemType expected, Callable<?> work) {
        assertEquals(expected, assertThrows(ClarionException.class, work::call).type());
    }
}
