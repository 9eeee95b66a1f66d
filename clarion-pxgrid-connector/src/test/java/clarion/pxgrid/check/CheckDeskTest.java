package clarion.pxgrid.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.pxgrid.CheckReport;
import clarion.pxgrid.CheckReport.Outcome;
import clarion.pxgrid.CheckReport.Step;
import clarion.pxgrid.CheckReport.StepName;
import clarion.pxgrid.CheckReport.StepOutcome;
import clarion.pxgrid.CheckRequest;
import clarion.simulator.control.AccountState;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Each fault is found by its own step, with its own code and with what to do about it. */
@Timeout(120)
class CheckDeskTest {

    private static final String NODE = "clarion-test";

    @TempDir
    static Path directory;

    private static CheckBench bench;

    @BeforeAll
    static void start() {
        bench = new CheckBench(directory);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @AfterEach
    void heal() {
        bench.ise.faults().clear();
        bench.ise.accounts().set(NODE, AccountState.ENABLED);
        bench.ise.presentCertificate(bench.ise.pki().server());
    }

    private static CheckReport check() {
        return bench.desk.run("ada", CheckRequest.AS_CONFIGURED);
    }

    private static CheckReport checkAt(String... controllers) {
        return bench.desk.run("ada", new CheckRequest(List.of(controllers), null, null));
    }

    /** The step of the fault; all later ones are skipped and say why. */
    private static Step failed(CheckReport report, StepName name, String code) {
        assertEquals(Outcome.FAILED, report.outcome());
        List<Step> failed = report.steps().stream()
                .filter(step -> step.outcome() == StepOutcome.FAILED)
                .toList();
        assertEquals(1, failed.size(), () -> failed.toString());
        Step step = failed.get(0);
        assertEquals(name, step.step(), step::toString);
        assertEquals(code, step.code(), step::toString);
        assertNotNull(step.action(), step::toString);
        return step;
    }

    private static void assertSkippedAfter(CheckReport report, StepName name) {
        for (Step step : report.steps()) {
            if (step.step().compareTo(name) > 0) {
                assertEquals(StepOutcome.SKIPPED, step.outcome(), step::toString);
                assertFalse(step.what().isBlank());
            }
        }
    }

    @Test
    void passesEveryStepWhenAllIsWell() {
        CheckReport report = check();
        assertEquals(Outcome.PASSED, report.outcome(), report::toString);
        assertEquals(
                Arrays.asList(StepName.values()),
                report.steps().stream().map(Step::step).distinct().toList());
        Step tls = report.steps().stream()
                .filter(step -> step.step() == StepName.TLS)
                .findFirst()
                .orElseThrow();
        assertTrue(tls.what().contains("TLSv1.3"), tls::what);
        var peer = Objects.requireNonNull(tls.chain()).get(0);
        assertTrue(peer.names().contains("127.0.0.1"), peer::toString);
        assertTrue(peer.fingerprintSha256().length() == 95, peer::toString);
    }

    @Test
    void asksForNoMoreThanTheHeadOfTheBulkAndLeavesNoSubscription() {
        int before = bench.ise.faults().calls("getSessions");
        check();
        assertEquals(before + 1, bench.ise.faults().calls("getSessions"));
        assertEquals(0, bench.ise.faults().calls("AccountCreate"));
    }

    @Test
    void findsANameThatDoesNotResolve() {
        CheckReport report = checkAt("ise.invalid:8910");
        failed(report, StepName.NAME_RESOLUTION, "CLARION-PXG-003");
        assertSkippedAfter(report, StepName.NAME_RESOLUTION);
    }

    @Test
    void findsAPortAtWhichNothingListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        CheckReport report = checkAt("127.0.0.1:" + port);
        failed(report, StepName.TCP, "CLARION-PXG-001");
        assertSkippedAfter(report, StepName.TCP);
    }

    @Test
    void findsWhatIsWrongWithTheServersCertificateAndShowsIt() {
        bench.ise.presentCertificate(bench.issuer().stranger().server(List.of("127.0.0.1")));
        Step step = failed(check(), StepName.TLS, "CLARION-PXG-010");
        assertFalse(Objects.requireNonNull(step.chain()).isEmpty());
        bench.ise.presentCertificate(bench.issuer().server(List.of("ise9.corp.example")));
        failed(check(), StepName.TLS, "CLARION-PXG-012");
        bench.ise.presentCertificate(bench.issuer().expiredServer(List.of("127.0.0.1")));
        CheckReport report = check();
        failed(report, StepName.TLS, "CLARION-PXG-011");
        assertSkippedAfter(report, StepName.TLS);
    }

    @Test
    void findsThatIseRefusesTheCertificateOfAGivenDirectory() throws Exception {
        var given = bench.pemFiles("stranger", bench.issuer().stranger().client(NODE));
        Step step = failed(
                bench.desk.run("ada", new CheckRequest(null, null, given.toString())), StepName.TLS, "CLARION-PXG-013");
        assertTrue(step.what().contains(NODE), step::what);
    }

    @Test
    void connectsWithTheFilesOfAGivenDirectory() throws Exception {
        var given = bench.pemFiles("good", bench.issuer().client("another"));
        CheckReport report = bench.desk.run("ada", new CheckRequest(null, null, given.toString()));
        assertEquals(Outcome.PASSED, report.outcome(), report::toString);
    }

    @Test
    void findsHowTheAccountStands() {
        bench.ise.accounts().set(NODE, AccountState.PENDING);
        Step pending = failed(check(), StepName.ACCOUNT, "CLARION-PXG-020");
        assertTrue(String.valueOf(pending.action()).contains("Client Management > Clients"));
        bench.ise.accounts().set(NODE, AccountState.DISABLED);
        failed(check(), StepName.ACCOUNT, "CLARION-PXG-021");
        bench.ise.faults().answer("AccountActivate", 401);
        CheckReport report = check();
        failed(report, StepName.ACCOUNT, "CLARION-PXG-022");
        assertSkippedAfter(report, StepName.ACCOUNT);
    }

    @Test
    void findsASecretThatIsRefusedAndASubscriptionThatIs() {
        bench.ise.faults().answer("upgrade", 401);
        failed(check(), StepName.WEBSOCKET, "CLARION-PXG-027");
        bench.ise.faults().clear();
        bench.ise.faults().denyTopic("/topic/com.cisco.ise.session");
        Step step = check().steps().stream()
                .filter(each -> each.step() == StepName.SUBSCRIPTION)
                .findFirst()
                .orElseThrow();
        assertEquals(StepOutcome.FAILED, step.outcome());
        assertTrue(step.what().contains("not authorized"), step::what);
        assertTrue(String.valueOf(step.action()).contains("subscribe"), step::toString);
    }

    @Test
    void findsADataCallThatFails() {
        bench.ise.faults().answer("getSessions", 500);
        failed(check(), StepName.BULK, "CLARION-PXG-032");
    }

    @Test
    void oneControllerOfTwoIsEnoughForAWarning() {
        CheckReport report = checkAt("ise.invalid", "127.0.0.1:" + bench.ise.pxGridPort());
        assertEquals(
                Outcome.WARNINGS,
                report.outcome(),
                () -> report.steps().stream().map(Step::toString).collect(Collectors.joining("\n")));
    }
}
