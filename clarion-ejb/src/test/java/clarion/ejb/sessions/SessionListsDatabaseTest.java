package clarion.ejb.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.devices.MacAddress;
import clarion.ejb.TestDatabase;
import clarion.ejb.devices.DeviceDetail;
import clarion.ejb.devices.DeviceList;
import clarion.ejb.devices.DeviceRow;
import clarion.ejb.devices.DeviceService;
import clarion.ejb.devices.SightingKind;
import clarion.ejb.groups.GroupRow;
import clarion.ejb.groups.GroupService;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.users.UserList;
import clarion.ejb.users.UserRow;
import clarion.ejb.users.UserService;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SessionListsDatabaseTest {

    private static final DataSource DATA = TestDatabase.migrated();
    private static final Lists LISTS = new Lists(TestDatabase.onOneConnection(DATA));
    private static final Instant NOW = Instant.parse("2026-11-23T10:00:30Z");
    private static final MacAddress PHONE = MacAddress.parse("001b.4411.3ab7");

    private final SessionService sessions = new SessionService(LISTS, Clock.fixed(NOW, ZoneOffset.UTC));
    private final DeviceService devices = new DeviceService(LISTS);
    private final UserService users = new UserService(LISTS);
    private final GroupService groups = new GroupService(LISTS);

    @BeforeAll
    static void fill() {
        TestDatabase.run(
                DATA,
                """
                INSERT INTO security_group (id, name, sgt, received_at) VALUES
                    ('a', 'Employees', 4, now()), ('b', 'Guests', 6, now()), ('c', '100%_sure', 40, now())""",
                """
                INSERT INTO network_user (id, identity, name, realm, kind, user_name, first_seen, last_seen) VALUES
                    (50, 'alice@corp', 'alice', 'corp', 'PERSON', 'CORP\\alice', now(), now()),
                    (100, 'host/pc7@corp', 'pc7', 'corp', 'MACHINE', 'host/pc7.corp.example', now(), now())""",
                """
                INSERT INTO device (mac, first_seen, last_seen, ip, profile, sgt_name, user_id, user_name) VALUES
                    ('00:1b:44:11:3a:b7', now(), now(), '10.1.2.3', 'Cisco-IP-Phone', 'Employees', 50, 'CORP\\alice'),
                    ('00:1b:44:11:3a:b8', now(), now(), NULL, NULL, 'Forgotten', NULL, NULL)""",
                "INSERT INTO user_device VALUES (50, '00:1b:44:11:3a:b7', now(), now())",
                """
                INSERT INTO device_sighting VALUES
                    ('00:1b:44:11:3a:b7', 'ADDRESS', '10.1.2.3', '2026-11-01T00:00:00Z', '2026-11-23T00:00:00Z'),
                    ('00:1b:44:11:3a:b7', 'ADDRESS', '10.1.2.4', '2026-11-01T00:00:00Z', '2026-11-24T00:00:00Z'),
                    ('00:1b:44:11:3a:b7', 'USER', 'alice@corp', '2026-11-01T00:00:00Z', '2026-11-23T00:00:00Z')""",
                """
                INSERT INTO session (id, session_key, latest, live, state, mac, ip, user_id, user_name, nas_ip,
                    endpoint_profile, sgt_name, authorization_profiles, attributes, started_at, updated_at, ended_at,
                    end_reason, received_at, content_hash) VALUES
                    (50, 'audit:1', true, true, 'STARTED', '00:1b:44:11:3a:b7', '10.1.2.3', 50, 'CORP\\alice',
                        '172.16.0.1', 'Cisco-IP-Phone', 'Employees', '["PermitAccess", "Voice"]',
                        '{"serviceType": "Framed"}', '2026-11-23T10:00:05Z', '2026-11-23T10:00:06Z', NULL, NULL,
                        now(), ''),
                    (51, 'audit:2', true, false, 'DISCONNECTED', '00:1b:44:11:3a:b7', NULL, NULL, NULL, NULL, NULL,
                        'Forgotten', '[]', '{}', '2026-11-23T09:10:00Z', '2026-11-23T09:59:59Z',
                        '2026-11-23T09:59:59Z', 'DISCONNECTED', now(), ''),
                    (52, 'audit:3', true, true, 'AUTHENTICATED', NULL, '10.9.9.9', NULL, NULL, NULL, NULL, 'Unlisted',
                        '["PermitAccess"]', '{}', '2026-11-20T00:00:00Z', '2026-11-20T00:00:00Z', NULL, NULL,
                        now(), '')""",
                """
                INSERT INTO session_address (session_id, position, ip) VALUES
                    (50, 1, 'fe80::1')""");
    }

    private static ListQuery query(ListDefinition list, String name, String... values) {
        return ListQuery.parse(list, Map.of(name, List.of(values)), Set.of());
    }

    private List<Long> ids(String name, String... values) {
        return sessions.list(query(SessionList.DEFINITION, name, values)).items().stream()
                .map(SessionRow::id)
                .toList();
    }

    @Test
    void anAddressFilterLooksAtEveryAddressOfASession() {
        assertEquals(List.of(50L), ids("ip", "fe80::1"));
        assertEquals(List.of(50L), ids("filter", "ip eq fe80::/10"));
        assertEquals(List.of(52L, 51L), ids("filter", "not (ip eq fe80::/10)"));
        assertEquals(List.of(52L, 50L), ids("filter", "ip pr"));
        assertEquals(List.of(50L), ids("q", "fe80::1"));
        assertEquals(List.of(50L), ids("q", "fe80:"));
        assertEquals(List.of(52L, 50L), ids("q", "10.0.0.0/8"));
    }

    @Test
    void freeTextFindsAMacAddressInAnySpellingAndAnyPartOfIt() {
        for (String part : List.of("001b44113ab7", "00-1B-44-11-3A-B7", "44:11:3A", "4411.3ab7", "b44113", ".3ab7")) {
            assertEquals(true, ids("q", part).contains(50L), part);
            assertEquals(false, ids("q", part).contains(52L), part);
        }
        assertEquals(List.of(50L), ids("q", "001b.4411 alice"));
        assertEquals(List.of(52L), ids("q", "10.9.9"));
        assertEquals(List.of(), ids("q", "1.0.9"));
        assertEquals(List.of(), ids("q", "------------ alice"));
    }

    @Test
    void aRowIsCompleteWithoutFurtherQueries() {
        SessionRow row =
                sessions.list(query(SessionList.DEFINITION, "id", "50")).items().get(0);
        assertEquals(List.of("10.1.2.3", "fe80::1"), row.ipAddresses());
        assertEquals(List.of("PermitAccess", "Voice"), row.authorizationProfiles());
        assertEquals(4L, row.sgt());
        assertEquals("alice@corp", row.user());
        assertEquals(PHONE, row.mac());
        assertNull(sessions.list(query(SessionList.DEFINITION, "id", "51"))
                .items()
                .get(0)
                .sgt());
    }

    @Test
    void filtersReachJoinedAndManyValuedColumns() {
        assertEquals(List.of(50L), ids("sgt", "4"));
        assertEquals(List.of(52L, 51L), ids("filter", "sgt ne 4"));
        assertEquals(List.of(50L), ids("user", "ALICE@corp"));
        assertEquals(List.of(50L), ids("filter", "authorizationProfiles eq voice"));
        assertEquals(List.of(52L, 50L), ids("filter", "authorizationProfiles pr"));
        assertEquals(List.of(51L, 50L), ids("filter", "mac sw 00:1b:44"));
        assertEquals(List.of(50L), ids("q", "phone 3ab7 corp\\al"));
        assertEquals(List.of(), ids("q", "%"));
    }

    @Test
    void everyColumnCanBeFilteredAndSortedBy() {
        for (ListDefinition list : List.of(SessionList.DEFINITION, DeviceList.DEFINITION, UserList.DEFINITION)) {
            list.columns().stream().filter(c -> c.filterable()).forEach(column -> {
                ListQuery present =
                        query(list, "filter", column.name() + " pr and not (" + column.name() + " eq null)");
                LISTS.page(present, row -> 0);
            });
            list.columns().stream().filter(c -> c.sortable()).forEach(column -> {
                LISTS.page(query(list, "sort", "-" + column.name()), row -> 0);
            });
        }
    }

    @Test
    void theDetailHasTheAttributesAndAnUnknownIdIsNotFound() {
        assertEquals(Map.of("serviceType", "Framed"), sessions.get(50).attributes());
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(ClarionException.class, () -> sessions.get(7)).type());
    }

    @Test
    void listsUnderADeviceOrUserHoldOnlyTheirs() {
        ListQuery all = ListQuery.of(SessionList.DEFINITION);
        assertEquals(2, sessions.listOfDevice(PHONE, all).total().orElseThrow().rows());
        assertEquals(1, sessions.listOfUser(50, all).total().orElseThrow().rows());
        List<DeviceRow> seen =
                devices.listOfUser(50, ListQuery.of(DeviceList.DEFINITION)).items();
        assertEquals(List.of(PHONE), seen.stream().map(DeviceRow::mac).toList());
    }

    @Test
    void aDeviceShowsItsSightingsNewestFirst() {
        DeviceDetail detail = devices.get(PHONE);
        assertEquals(
                List.of("10.1.2.4", "10.1.2.3"),
                detail.sightings().getOrDefault(SightingKind.ADDRESS, List.of()).stream()
                        .map(DeviceDetail.Sighting::value)
                        .toList());
        assertEquals(List.of(), detail.sightings().get(SightingKind.PLACE));
        MacAddress stranger = new MacAddress(1);
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(ClarionException.class, () -> devices.get(stranger))
                        .type());
    }

    @Test
    void aUserIsFoundByIdAndByIdentityInAnySpelling() {
        for (String name : List.of("50", "alice@corp", "ALICE@corp.example", "CORP\\Alice")) {
            assertEquals("alice@corp", users.get(name).identity(), name);
        }
        assertEquals(100, users.get("host/pc7@corp").id());
        assertEquals(1, users.get("50").devices());
        for (String name : List.of("51", "bob", "a\0b", "99999999999999999999")) {
            assertEquals(
                    ProblemType.NOT_FOUND,
                    assertThrows(ClarionException.class, () -> users.get(name)).type());
        }
        List<UserRow> machines =
                users.list(query(UserList.DEFINITION, "kind", "machine")).items();
        assertEquals(List.of(100L), machines.stream().map(UserRow::id).toList());
    }

    @Test
    void groupsAreFoundByNameAndNumberAlsoIfTheCatalogueLacksThem() {
        assertEquals(List.of(new GroupRow("Guests", 6, 0)), groups.search("EST", 5));
        assertEquals(List.of(new GroupRow("Unlisted", null, 1)), groups.search("list", 5));
        assertEquals(2, groups.search("e", 2).size());
        assertEquals(List.of(new GroupRow("Employees", 4, 1)), groups.search("4", 5));
        assertEquals(List.of(new GroupRow("100%_sure", 40, 0)), groups.search("%", 5));
    }

    @Test
    void activityCountsStartsAndEndsInAlignedBuckets() {
        SessionActivity activity = sessions.activity(Duration.ofMinutes(60));
        assertEquals(30, activity.bucketSeconds());
        assertEquals(Instant.parse("2026-11-23T09:00:30Z"), activity.from());
        assertEquals(NOW, activity.to());
        assertEquals(121, activity.buckets().size());
        List<SessionActivity.Bucket> busy = activity.buckets().stream()
                .filter(bucket -> bucket.started() + bucket.ended() > 0)
                .toList();
        assertEquals(
                List.of(
                        new SessionActivity.Bucket(Instant.parse("2026-11-23T09:10:00Z"), 1, 0),
                        new SessionActivity.Bucket(Instant.parse("2026-11-23T09:59:30Z"), 0, 1),
                        new SessionActivity.Bucket(Instant.parse("2026-11-23T10:00:00Z"), 1, 0)),
                busy);
    }

    @Test
    void facetsFollowTheFilter() {
        var facets =
                sessions.facets(query(SessionList.DEFINITION, "live", "true"), List.of("state", "sgtName", "nasIp"));
        assertEquals(2, facets.total());
        assertEquals(Map.of("nasIp", 1L), facets.missing());
        assertEquals(
                "[Count[value=AUTHENTICATED, count=1], Count[value=STARTED, count=1]]",
                String.valueOf(facets.facets().get("state")));
    }
}
