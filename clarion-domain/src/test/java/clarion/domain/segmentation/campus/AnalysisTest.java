package clarion.domain.segmentation.campus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.segmentation.Workers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Campuses with something odd about them; what is right a person can see. */
class AnalysisTest {

    private static final String INTERNET = "192.0.2.7";

    /** Cameras in network 1 send to a recorder, clerks in network 2 read the web and files; servers in network 9. */
    private static SmallCampus campus() {
        return new SmallCampus()
                .leases(1, 20)
                .leases(2, 20)
                .leases(9, 2)
                .ask(1, 20, SmallCampus.ip(9, 1), 554, 4)
                .ask(2, 20, SmallCampus.ip(9, 2), 445, 4)
                .ask(2, 20, INTERNET, 443, 6);
    }

    @Test
    void findsCamerasAndClerksByBehaviourAlone() {
        Analysis analysis = campus().analysis(false);
        assertEquals(42, analysis.grouping().endpoints());
        assertEquals(1, SmallCampus.groups(analysis, 1, 20).size());
        assertEquals(1, SmallCampus.groups(analysis, 2, 20).size());
        assertNotEquals(SmallCampus.groups(analysis, 1, 20), SmallCampus.groups(analysis, 2, 20));
        int cameras = SmallCampus.groups(analysis, 1, 20).iterator().next();
        assertTrue(analysis.label(cameras).contains("tcp/554"), analysis.label(cameras));
        assertEquals(List.of(), analysis.review(SmallCampus.number(analysis, SmallCampus.mac(1, 1))));
    }

    @Test
    void saysOfWhomNothingButIdentityIsKnownThatItIsSo() {
        SmallCampus campus = new SmallCampus().profile(1, 1, 10, "Camera").profile(2, 1, 10, "Printer");
        campus.conversation(SmallCampus.ip(1, 1), INTERNET, 443, true);
        Analysis analysis = campus.analysis(true);
        assertEquals(20, analysis.grouping().endpoints());
        assertNotEquals(SmallCampus.groups(analysis, 1, 10), SmallCampus.groups(analysis, 2, 10));
        List<String> reasons = analysis.review(SmallCampus.number(analysis, SmallCampus.mac(2, 3)));
        assertTrue(reasons.stream().anyMatch(reason -> reason.contains("not seen to talk")), reasons.toString());
        assertEquals(1, campus.analysis(false).grouping().endpoints(), "by behaviour only who talks is an endpoint");
    }

    @Test
    void oneDeviceIsOneGroup() {
        SmallCampus campus = new SmallCampus().leases(1, 1).ask(1, 1, INTERNET, 443, 3);
        Analysis analysis = campus.analysis(true);
        assertEquals(1, analysis.grouping().groups());
        assertEquals(1, analysis.grouping().endpoints());
    }

    @Test
    void whoAreAllAlikeAreOneGroup() {
        Analysis analysis =
                new SmallCampus().leases(1, 60).ask(1, 60, INTERNET, 443, 5).analysis(true);
        assertEquals(1, analysis.grouping().groups());
        assertTrue(analysis.review(0).isEmpty(), analysis.review(0).toString());
    }

    @Test
    void behaviourOutweighsProfilesOfWhichHalfAreWrong() {
        SmallCampus campus = campus().profile(1, 1, 10, "Camera")
                .profile(1, 11, 20, "Workstation")
                .profile(2, 1, 10, "Workstation")
                .profile(2, 11, 20, "Camera");
        Analysis analysis = campus.analysis(true);
        Set<Integer> cameras = SmallCampus.groups(analysis, 1, 20);
        Set<Integer> clerks = SmallCampus.groups(analysis, 2, 20);
        assertTrue(cameras.stream().noneMatch(clerks::contains), cameras + " and " + clerks);
    }

    @Test
    void aScannerStaysWhereItBelongsAndIsToBeLookedAt() {
        SmallCampus campus = campus();
        for (int host = 1; host <= 250; host++) {
            campus.conversation(SmallCampus.ip(2, 5), SmallCampus.ip(7, host), 22, false);
        }
        Analysis analysis = campus.analysis(true);
        assertEquals(1, SmallCampus.groups(analysis, 2, 20).size());
        List<String> reasons = analysis.review(SmallCampus.number(analysis, SmallCampus.mac(2, 5)));
        assertTrue(reasons.stream().anyMatch(reason -> reason.startsWith("scans: ")), reasons.toString());
        assertEquals(42, analysis.grouping().endpoints(), "who was only scanned and has no lease is no endpoint");
    }

    @Test
    void anInfectedDeviceStaysWithItsProfileAndIsToBeLookedAt() {
        SmallCampus campus = campus().profile(1, 1, 20, "Camera").profile(2, 1, 20, "Workstation");
        for (int host = 1; host <= 6; host++) {
            campus.conversation(SmallCampus.ip(1, 3), SmallCampus.ip(2, host), 3389, true);
            campus.conversation(SmallCampus.ip(1, 3), SmallCampus.ip(2, host), 5985, true);
            campus.conversation(SmallCampus.ip(1, 3), SmallCampus.ip(2, host), 135, true);
        }
        campus.conversation(SmallCampus.ip(1, 3), INTERNET, 6667, true);
        Analysis analysis = campus.analysis(true);
        assertEquals(
                SmallCampus.groups(analysis, 1, 2),
                Set.of(analysis.grouping().group(SmallCampus.number(analysis, SmallCampus.mac(1, 3)))));
        List<String> reasons = analysis.review(SmallCampus.number(analysis, SmallCampus.mac(1, 3)));
        assertTrue(reasons.stream().anyMatch(reason -> reason.contains("hardly anybody")), reasons.toString());
    }

    @Test
    void isTheSameHoweverManyWorkersThereAre() {
        Evidence evidence = campus().evidence(true);
        Analysis alone = Analysis.of(evidence, 5, GroupIds.Former.NONE, Workers.ALONE);
        Workers backwards = (pieces, work) -> {
            for (int piece = pieces - 1; piece >= 0; piece--) {
                work.accept(piece);
            }
        };
        Analysis helped = Analysis.of(evidence, 5, GroupIds.Former.NONE, backwards);
        for (int i = 0; i < alone.grouping().endpoints(); i++) {
            assertEquals(alone.grouping().group(i), helped.grouping().group(i));
            assertEquals(alone.grouping().confidence(i), helped.grouping().confidence(i));
        }
    }
}
