package clarion.ejb.users;

import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.ejb.IngestWorld;
import clarion.ejb.TestDatabase;
import clarion.ejb.listing.Lists;
import clarion.pxgrid.BatchOutcome;
import clarion.pxgrid.Topic;
import clarion.pxgrid.records.UserGroupsRecord;
import clarion.pxgrid.records.UserGroupsRecord.Group;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembershipDatabaseTest {

    private static final Group STAFF = new Group("corp.example/Staff", "ACTIVE_DIRECTORY");
    private static final Group ADMINS = new Group("corp.example/Admins", null);

    private final IngestWorld world = new IngestWorld();
    private final UserService users = new UserService(new Lists(world.dataSource));

    @BeforeEach
    void fill() {
        TestDatabase.run(
                world.dataSource,
                "insert into network_user (id, identity, name, realm, kind, user_name, first_seen, last_seen) values"
                        + " (1, 'alice@corp', 'alice', 'corp', 'PERSON', 'Alice', now(), now()),"
                        + " (2, 'bob', 'bob', null, 'PERSON', 'bob', now(), now())");
    }

    @AfterEach
    void close() {
        world.close();
    }

    private List<Membership> groups(String user) {
        return users.groups(users.get(user));
    }

    @Test
    void aUserIsFoundByTheIdentityAndByTheNameThatSessionsCarry() {
        world.live(
                Topic.USER_GROUPS,
                new UserGroupsRecord("alice", List.of(STAFF)),
                new UserGroupsRecord("CORP\\alice", List.of(ADMINS)),
                new UserGroupsRecord("bob", List.of()));
        assertEquals(
                List.of(new Membership(ADMINS.name(), null), new Membership(STAFF.name(), "ACTIVE_DIRECTORY")),
                groups("1"));
        assertEquals(List.of(), groups("2"));
    }

    @Test
    void theLatestListOfGroupsCountsAndTheirOrderDoesNot() {
        world.live(Topic.USER_GROUPS, new UserGroupsRecord("bob", List.of(STAFF, ADMINS)));
        assertEquals(
                new BatchOutcome(0, 1, 0),
                world.live(Topic.USER_GROUPS, new UserGroupsRecord("bob", List.of(ADMINS, STAFF))));
        world.live(Topic.USER_GROUPS, new UserGroupsRecord("bob", List.of(ADMINS)));
        assertEquals(List.of(new Membership(ADMINS.name(), null)), groups("bob"));
    }
}
