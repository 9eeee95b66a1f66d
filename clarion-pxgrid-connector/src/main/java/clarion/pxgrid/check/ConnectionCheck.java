package clarion.pxgrid.check;

import clarion.pxgrid.CheckReport;
import clarion.pxgrid.CheckReport.StepName;
import clarion.pxgrid.check.StepLog.Finding;
import clarion.pxgrid.control.AccountState;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.tls.PxGridIdentity;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * One test of the way to ISE by some settings. It shares nothing with the connection that may be there: it has its own
 * HTTP client, secrets and subscription, and reads no more of the sessions than their beginning.
 */
final class ConnectionCheck {

    private final PxGridSettings settings;
    private final ExecutorService threads;
    private final Clock clock;
    private final StopSignal stop;
    private final StepLog log;

    ConnectionCheck(PxGridSettings settings, ExecutorService threads, Clock clock, StopSignal stop) {
        this.settings = settings;
        this.threads = threads;
        this.clock = clock;
        this.stop = stop;
        this.log = new StepLog(stop);
    }

    CheckReport run() throws InterruptedException {
        Instant began = clock.instant();
        PxGridIdentity identity = null;
        PxGridException noIdentity = null;
        try {
            identity = PxGridIdentity.load(settings, System.getProperties(), clock);
        } catch (PxGridException e) {
            noIdentity = e;
        }
        ControllerSteps reaching =
                new ControllerSteps(log, settings.connectTimeout(), threads, clock, identity, noIdentity);
        List<Controller> reached = new ArrayList<>();
        for (Controller controller : settings.controllers()) {
            if (reaching.reach(controller)) {
                reached.add(controller);
            }
        }
        if (identity == null || reached.isEmpty()) {
            ServiceSteps.skip(log, "No controller could be talked to.");
        } else {
            talk(identity, reached);
        }
        return log.report(began, clock.instant());
    }

    private void talk(PxGridIdentity identity, List<Controller> reached) throws InterruptedException {
        try (CheckLink link = new CheckLink(settings, identity, threads, clock, stop)) {
            boolean enabled = false;
            for (Controller controller : reached) {
                Boolean good = log.run(StepName.ACCOUNT, controller.toString(), () -> account(link, controller));
                enabled |= good != null;
            }
            if (enabled) {
                new ServiceSteps(log, link).run();
            } else {
                ServiceSteps.skip(log, "The account is not enabled.");
            }
        }
    }

    private Finding<Boolean> account(CheckLink link, Controller controller)
            throws PxGridException, InterruptedException {
        AccountState state = link.activateAt(controller);
        String words = "ISE says that the account '" + settings.nodeName() + "' is ";
        return switch (state) {
            case ENABLED -> Finding.good(true, words + "enabled.");
            case PENDING -> throw new PxGridException(Fault.ACCOUNT_PENDING, words + "waiting for approval.");
            case DISABLED -> throw new PxGridException(Fault.ACCOUNT_DISABLED, words + "disabled.");
        };
    }
}
