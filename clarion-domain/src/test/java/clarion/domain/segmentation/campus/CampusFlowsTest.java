package clarion.domain.segmentation.campus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CampusFlowsTest {

    private static final String ROUTER = "aa:00:00:00:00:01";
    private static final String LAPTOP = "02:00:00:00:00:0a";

    @Test
    void namesADeviceByTheMacAddressOfItsRecordsUnlessThatIsARouters() {
        SmallCampus campus = new SmallCampus();
        campus.record("10.0.1.1", "192.0.2.1", 50_000, 443, LAPTOP, ROUTER);
        campus.record("192.0.2.1", "10.0.1.1", 443, 50_000, ROUTER, LAPTOP);
        campus.record("10.0.5.5", "192.0.2.1", 50_001, 443, ROUTER, "");
        assertEquals(
                List.of(LAPTOP, "10.0.5.5"), campus.evidence(false).traffic().endpoints());
    }

    @Test
    void believesALeaseRatherThanTheMacAddressOfARecord() {
        SmallCampus campus = new SmallCampus().leases(1, 1);
        campus.record("10.0.1.1", "192.0.2.1", 50_000, 443, ROUTER, "");
        assertEquals(
                List.of(SmallCampus.mac(1, 1)), campus.evidence(false).traffic().endpoints());
    }

    @Test
    void countsEachClientServerAndServiceOnceWithItsDaysAndEvidence() {
        SmallCampus campus = new SmallCampus().leases(1, 2);
        campus.conversation("10.0.1.1", "10.0.1.2", 443, true).conversation("10.0.1.1", "10.0.1.2", 443, false);
        Traffic traffic = campus.evidence(false).traffic();
        assertEquals(1, traffic.rows());
        assertEquals(SmallCampus.mac(1, 1), traffic.name(traffic.client(0)));
        assertEquals(SmallCampus.mac(1, 2), traffic.name(traffic.server(0)));
        assertEquals(6, traffic.protocol(0));
        assertEquals(443, traffic.port(0));
        assertEquals(2, traffic.conversations(0));
        assertEquals(1, traffic.answered(0));
        assertEquals(1, traffic.days(0));
        assertTrue(traffic.evidence(0) != 0);
        assertEquals("2026-03-02", traffic.firstDay().toString());
    }

    @Test
    void anAddressIsWhoeverHadItAtThatTime() {
        RosterFiles files = new RosterFiles();
        files.leases(SmallCampus.stream("""
                device_id,mac,ip,lease_start,lease_end
                a,02-00-00-00-00-01,10.0.0.5,1000000000,1000003600
                b,0200.0000.0002,10.0.0.5,2001-09-09T03:00:00Z,2001-09-09 04:00:00
                """));
        Roster roster = files.roster();
        var address = clarion.domain.flows.identity.Address.of(clarion.domain.devices.IpAddress.parse("10.0.0.5"));
        long begin = 1_000_000_000_000L;
        assertEquals(
                "02:00:00:00:00:01",
                roster.name(roster.at(address, begin, begin).orElseThrow()));
        long later = begin + 5_000_000;
        assertEquals(
                "02:00:00:00:00:02",
                roster.name(roster.at(address, later, later).orElseThrow()));
        assertTrue(roster.at(address, begin + 100_000_000, begin + 100_000_000).isEmpty());
    }

    @Test
    void takesTablesAsPeopleHaveThem() {
        RosterFiles files = new RosterFiles();
        assertEquals(0, files.users(SmallCampus.stream("")).rows());
        assertEquals(
                0, files.groups(SmallCampus.stream("group_id,group_name\n")).rows());
        RosterFiles.Report report = files.endpoints(
                SmallCampus.zipped(
                        "\ufeffDevice ID;\"MAC\";device_type\r\n\"d;1\";0200.0000.0001;\"a \"\"big\"\"\r\nprinter\"\r\n;;\r\nd2;none;\r\n"));
        assertEquals(3, report.rows());
        assertEquals(
                "{neither MAC address nor device=1, no MAC address=1}",
                new java.util.TreeMap<>(report.faults()).toString());
        assertEquals("02:00:00:00:00:01", files.roster().name(0));
        assertEquals("d2", files.roster().name(1));
        assertEquals("a \"big\"\r\nprinter", files.roster().types.winners(2)[0]);
    }

    @Test
    void findsTheDepartmentOfTheUserOfASession() {
        RosterFiles files = new RosterFiles();
        files.users(SmallCampus.stream("user_id,samaccountname,email,department\nu1,ann,ann@x.example,Finance\n"));
        files.groups(SmallCampus.stream("group_id,group_name,group_type\ng1,Money,department\ng2,VPN,security\n"));
        files.memberships(SmallCampus.stream("user_id,group_id\nu1,g2\nu1,g1\n"));
        files.sessions(SmallCampus.stream("mac,username\n020000000001,CORP\\Ann\n020000000002,host/pc7\n"));
        assertEquals("Money", files.roster().groups.winners(2)[0]);
        assertEquals(null, files.roster().groups.winners(2)[1]);
    }
}
