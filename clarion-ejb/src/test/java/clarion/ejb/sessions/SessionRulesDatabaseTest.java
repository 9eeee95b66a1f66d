package clarion.ejb.sessions;

import static clarion.ejb.sessions.ReportBuilder.aReport;
import static clarion.ejb.sessions.ReportBuilder.anEnd;
import static clarion.ejb.sessions.ReportBuilder.second;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.sessions.SessionState;
import clarion.pxgrid.BatchOutcome;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionRulesDatabaseTest {

    private static final BatchOutcome APPLIED = new BatchOutcome(1, 0, 0);
    private static final BatchOutcome DUPLICATE = new BatchOutcome(0, 1, 0);
    private static final BatchOutcome SUPERSEDED = new BatchOutcome(0, 0, 1);

    private StoreFixture store;

    @BeforeEach
    void open() throws SQLException {
        store = new StoreFixture();
    }

    @AfterEach
    void close() throws SQLException {
        store.close();
    }

    private List<String> sessions(String key) throws SQLException {
        return store.rows("select live, latest, state, coalesce(sgt_name, '-'), extract(epoch from started_at - '"
                + ReportBuilder.T0 + "')::int, extract(epoch from updated_at - '" + ReportBuilder.T0 + "')::int,"
                + " extract(epoch from ended_at - '" + ReportBuilder.T0 + "')::int, end_reason from session"
                + " where session_key = '" + key + "' order by id");
    }

    @Test
    void opensASessionAtItsFirstReport() throws SQLException {
        assertEquals(APPLIED, store.events(aReport("s").at(5).group("Staff").build()));
        assertEquals(List.of("t|t|STARTED|Staff|5|5|-|-"), sessions("s"));
    }

    @Test
    void takesANewerReport() throws SQLException {
        store.events(aReport("s").at(5).group("Staff").build());
        assertEquals(APPLIED, store.events(aReport("s").at(6).build()));
        assertEquals(List.of("t|t|STARTED|-|5|6|-|-"), sessions("s"), "missing is missing");
    }

    @Test
    void ignoresAnOlderReport() throws SQLException {
        store.events(aReport("s").at(5).group("Staff").mac("00:00:00:00:00:01").build());
        assertEquals(
                SUPERSEDED,
                store.events(
                        aReport("s").at(4).group("Old").mac("00:00:00:00:00:01").build()));
        assertEquals(List.of("t|t|STARTED|Staff|5|5|-|-"), sessions("s"));
        assertEquals(List.of("SGT|Staff"), store.rows("select kind, value from device_seen_with"));
    }

    @Test
    void countsTheSameReportAsADuplicate() throws SQLException {
        store.events(aReport("s").at(5).attribute("a", "1").build());
        assertEquals(
                DUPLICATE, store.events(aReport("s").at(5).attribute("a", "1").build()));
    }

    @Test
    void letsAnEventWinOverStoredContentOfTheSameTime() throws SQLException {
        store.events(aReport("s").at(5).group("Staff").build());
        assertEquals(APPLIED, store.events(aReport("s").at(5).group("Guests").build()));
        assertEquals(List.of("t|t|STARTED|Guests|5|5|-|-"), sessions("s"));
    }

    @Test
    void comparesTimesInMicroseconds() throws SQLException {
        store.events(aReport("s").after(Duration.ofNanos(1_000_999)).build());
        assertEquals(
                DUPLICATE,
                store.events(aReport("s").after(Duration.ofNanos(1_000_001)).build()));
        assertEquals(
                APPLIED,
                store.events(aReport("s").after(Duration.ofNanos(1_001_000)).build()));
    }

    @Test
    void endsASessionAndKeepsWhatTheEndLeavesOut() throws SQLException {
        store.events(aReport("s")
                .at(5)
                .group("Staff")
                .mac("00:00:00:00:00:01")
                .ip("10.0.0.1", "fe80::1")
                .user("alice")
                .attribute("vn", "corp")
                .build());
        assertEquals(
                APPLIED,
                store.events(anEnd("s").at(9).attribute("cause", "idle").build()));
        assertEquals(List.of("f|t|DISCONNECTED|Staff|5|9|9|DISCONNECTED"), sessions("s"));
        assertEquals(
                "00:00:00:00:00:01|10.0.0.1|alice|{\"vn\": \"corp\", \"cause\": \"idle\"}|1",
                store.value(
                        "select mac, ip, user_name, attributes, (select count(*) from session_address) from session"));
    }

    @Test
    void anEndInTheBatchOfItsStartKeepsTheSame() throws SQLException {
        store.events(
                aReport("s").at(5).group("Staff").ip("10.0.0.1").build(),
                anEnd("s").at(9).build());
        assertEquals(List.of("f|t|DISCONNECTED|Staff|5|9|9|DISCONNECTED"), sessions("s"));
        assertEquals("10.0.0.1", store.value("select ip from session"));
    }

    @Test
    void anEndTakesGapsFromTheReportBeforeItNotFromTheOneBeforeThat() throws SQLException {
        store.events(aReport("s")
                .at(1)
                .group("Staff")
                .profile("Laptop")
                .ip("10.0.0.1")
                .build());
        store.events(
                aReport("s").at(2).profile("Phone").build(), anEnd("s").at(3).build());
        assertEquals("-|Phone|0", store.value("select sgt_name, endpoint_profile, count(ip) over () from session"));
    }

    @Test
    void keepsAnEndOfAnUnknownSessionAgainstAStartThatComesLate() throws SQLException {
        assertEquals(APPLIED, store.events(anEnd("s").at(9).build()));
        assertEquals(SUPERSEDED, store.events(aReport("s").at(8).build()));
        assertEquals(SUPERSEDED, store.events(aReport("s").at(9).build()));
        assertEquals(List.of("f|t|DISCONNECTED|-|9|9|9|DISCONNECTED"), sessions("s"));
    }

    @Test
    void opensANewSessionAfterAnEndAndKeepsTheOldOne() throws SQLException {
        store.events(aReport("s").at(1).group("Staff").build());
        store.events(anEnd("s").at(2).build());
        assertEquals(APPLIED, store.events(aReport("s").at(3).build()));
        assertEquals(List.of("f|f|DISCONNECTED|Staff|1|2|2|DISCONNECTED", "t|t|STARTED|-|3|3|-|-"), sessions("s"));
    }

    @Test
    void keepsBothSessionsOfOneKeyInOneBatch() throws SQLException {
        store.events(aReport("s").at(0).group("Before").build());
        SessionStore.Result result = store.events(
                StoreFixture.NOON,
                aReport("s").at(1).group("First").build(),
                anEnd("s").at(2).build(),
                aReport("s").at(3).group("Second").build(),
                anEnd("s").at(4).build(),
                aReport("s").at(5).group("Third").build());
        assertEquals(
                List.of(
                        "f|f|DISCONNECTED|First|0|2|2|DISCONNECTED",
                        "f|f|DISCONNECTED|Second|3|4|4|DISCONNECTED",
                        "t|t|STARTED|Third|5|5|-|-"),
                sessions("s"));
        assertEquals(2, result.changes().opened());
        assertEquals(1, result.changes().changed());
        assertEquals(2, result.changes().closed());
    }

    @Test
    void keepsAStateItDoesNotKnowAsLive() throws SQLException {
        store.events(aReport("s").state(new SessionState("hibernating")).build());
        assertEquals(List.of("t|t|HIBERNATING|-|0|0|-|-"), sessions("s"));
    }

    @Test
    void movesAnAddressBetweenDevicesInOneBatch() throws SQLException {
        store.events(
                aReport("a").at(1).mac("00:00:00:00:00:0a").ip("10.0.0.1").build(),
                aReport("b").at(1).mac("00:00:00:00:00:0b").ip("10.0.0.2").build());
        store.events(
                aReport("b").at(2).mac("00:00:00:00:00:0b").ip("10.0.0.1").build(),
                aReport("a").at(3).mac("00:00:00:00:00:0a").ip("10.0.0.3").build());
        assertEquals(
                List.of("00:00:00:00:00:0a|10.0.0.3", "00:00:00:00:00:0b|10.0.0.1"),
                store.rows("select mac, ip from device order by mac"));
        assertEquals(
                List.of("a|10.0.0.3", "b|10.0.0.1"),
                store.rows("select session_key, a.ip from session s join session_every_address a on s.id = a.session_id"
                        + " order by 1"));
        assertEquals(
                List.of("00:00:00:00:00:0a|10.0.0.1|1|1", "00:00:00:00:00:0b|10.0.0.1|2|2"),
                store.rows("select mac, value, extract(epoch from first_seen - '" + second(0) + "')::int,"
                        + " extract(epoch from last_seen - '" + second(0)
                        + "')::int from device_seen_with where value = '10.0.0.1' order by mac"));
    }

    @Test
    void keepsTheOrderOfAddressesWhenItChanges() throws SQLException {
        store.events(aReport("s").at(1).ip("10.0.0.1", "10.0.0.2").build());
        store.events(
                aReport("s").at(2).ip("10.0.0.2", "10.0.0.1", "2001:db8::1").build());
        assertEquals(
                List.of("1|10.0.0.1", "2|2001:db8::1"),
                store.rows("select position, ip from session_address order by 1"));
        assertEquals("10.0.0.2", store.value("select ip from session"));
    }

    @Test
    void takesASessionWithoutAnything() throws SQLException {
        store.events(aReport("user:@10.0.0.1").build(), anEnd("audit:x").build());
        assertEquals(
                "2|0|0",
                store.value("select count(*), (select count(*) from device),"
                        + " (select count(*) from network_user) from session"));
    }
}
