package clarion.ejb.sessions;

import static clarion.ejb.sessions.ReportBuilder.aReport;
import static clarion.ejb.sessions.ReportBuilder.anEnd;
import static clarion.ejb.sessions.ReportBuilder.second;
import static org.junit.jupiter.api.Assertions.assertEquals;

import clarion.domain.sessions.SessionReport;
import clarion.pxgrid.Snapshot;
import clarion.pxgrid.Topic;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AddressChangeDatabaseTest {

    private static final String LOG = "select extract(epoch from at - '2026-11-02T08:00:00Z')::int, host(ip), mac, "
            + "(select identity from network_user u where u.id = user_id), sgt_name, live from address_change order by id";

    private final StoreFixture store;

    AddressChangeDatabaseTest() throws SQLException {
        store = new StoreFixture();
    }

    @AfterAll
    void close() throws SQLException {
        store.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        store.inTransaction(c -> c.createStatement()
                .execute("truncate address_change, session, session_address, device, network_user cascade"));
    }

    private static ReportBuilder laptop() {
        return aReport("s1").mac("001122334455").user("anna").group("Employees");
    }

    @Test
    void saysWhoGetsAndLosesAnAddress() throws SQLException {
        store.events(laptop().at(1).build());
        store.events(laptop().at(2).ip("10.0.0.1").build());
        store.events(laptop().at(3).ip("10.0.0.2").build());
        store.events(anEnd("s1").at(9).build());
        assertEquals(
                List.of(
                        "2|10.0.0.1|00:11:22:33:44:55|anna|Employees|t",
                        "3|10.0.0.1|00:11:22:33:44:55|anna|Employees|f",
                        "3|10.0.0.2|00:11:22:33:44:55|anna|Employees|t",
                        "9|10.0.0.2|00:11:22:33:44:55|anna|Employees|f"),
                store.rows(LOG));
    }

    /** It did, once for every batch with an end in it, which made a batch five times as dear with 40,000 sessions. */
    @Test
    void readsNoOtherSessionToTellTheAddressesOfThoseThatEnd() throws SQLException {
        SessionReport[] begun = new SessionReport[5_000];
        SessionReport[] ended = new SessionReport[125];
        for (int i = 0; i < begun.length; i++) {
            begun[i] = aReport("many" + i)
                    .at(1)
                    .ip("10.1." + i / 250 + "." + i % 250)
                    .build();
        }
        for (int i = 0; i < ended.length; i++) {
            ended[i] = anEnd("many" + i * 40).at(9).build();
        }
        store.events(begun);
        store.inTransaction(c -> c.createStatement().execute("analyze"));
        long read = store.inTransaction(c -> {
            long before = rowsReadInOrder(c); // of the transactions before, too, as long as they were not reported
            new SessionStore(c).applyEvents(List.of(ended), StoreFixture.NOON);
            return rowsReadInOrder(c) - before;
        });
        assertEquals(0, read, "rows of sessions that were read one after the other");
        assertEquals("125", store.value("select count(*) from address_change where not live"));
    }

    private static long rowsReadInOrder(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select seq_tup_read from pg_stat_xact_user_tables where relname = 'session'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void isSilentAboutWhatIsNoNews() throws SQLException {
        store.events(laptop().at(1).ip("10.0.0.1").build());
        store.events(laptop().at(2).ip("10.0.0.1").build());
        store.events(laptop().at(3).ip("10.0.0.1").profile("Windows").build());
        assertEquals(1, store.rows(LOG).size());
        store.events(laptop().at(4).ip("10.0.0.1").group("Guests").build());
        assertEquals(
                "4|10.0.0.1|00:11:22:33:44:55|anna|Guests|t", store.rows(LOG).get(1));
    }

    @Test
    void endsEveryAddressOfASession() throws SQLException {
        store.events(laptop().at(1).ip("10.0.0.1", "2001:db8::1").build());
        store.events(anEnd("s1").at(9).build());
        assertEquals(
                List.of("1|10.0.0.1|t", "1|2001:db8::1|t", "9|10.0.0.1|f", "9|2001:db8::1|f"),
                store.rows("select extract(epoch from at - '2026-11-02T08:00:00Z')::int, host(ip), live"
                        + " from address_change order by at, ip"));
    }

    @Test
    void knowsWhatBeganAndEndedInOneBatch() throws SQLException {
        store.events(laptop().at(1).ip("10.0.0.1").build(), anEnd("s1").at(4).build());
        assertEquals(
                List.of(
                        "1|10.0.0.1|00:11:22:33:44:55|anna|Employees|t",
                        "4|10.0.0.1|00:11:22:33:44:55|anna|Employees|f"),
                store.rows(LOG));
    }

    @Test
    void endsWhatADownloadNoLongerNames() throws SQLException {
        store.events(laptop().at(1).ip("10.0.0.1").build());
        Snapshot snapshot = new Snapshot(
                UUID.randomUUID(),
                Topic.SESSIONS,
                Snapshot.Reason.SCHEDULED,
                StoreFixture.NOON.plusSeconds(60),
                second(100));
        store.complete(snapshot, StoreFixture.NOON.plusSeconds(90));
        assertEquals("t,f", store.value("select string_agg(live::text::char(1), ',' order by id) from address_change"));
        assertEquals(
                "2026-11-03 12:01:30+00",
                store.value("select noted_at at time zone 'UTC' || '+00' from address_change where not live"));
    }
}
