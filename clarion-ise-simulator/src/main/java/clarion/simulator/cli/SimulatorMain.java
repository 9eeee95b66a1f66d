package clarion.simulator.cli;

import clarion.simulator.IseSimulator;
import clarion.simulator.IseSimulatorBuilder;
import clarion.simulator.SimulatorException;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.dataset.DatasetCommand;
import clarion.simulator.flows.FlowSettings;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -jar clarion-ise-simulator.jar}: runs until TERM or INT, or with {@code campus} first makes a data set
 * and ends. Exit status 2 for a wrong command line, 1 when it cannot.
 */
public final class SimulatorMain {

    private static final long SUBSCRIBER_POLL_MILLIS = 100;
    private static final int SESSIONS_IN_A_MESSAGE = 200;
    private static final double NANOS_PER_SECOND = 1e9;

    private SimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.countDown();
            try {
                ended.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        List<String> given = List.of(arguments);
        int status = given.indexOf("campus") == 0
                ? DatasetCommand.run(given.subList(1, given.size()), System.out, System.err)
                : run(given, System.out, System.err, end);
        ended.countDown();
        System.exit(status);
    }

    /** Runs until {@code end}, and returns the exit status. */
    static int run(List<String> arguments, PrintStream out, PrintStream err, CountDownLatch end)
            throws InterruptedException {
        SimulatorOptions options;
        try {
            options = SimulatorOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            return fail(err, 2, e.getMessage());
        }
        if (options.help) {
            out.print(SimulatorOptions.USAGE);
            return 0;
        } else if (options.version) {
            String version = SimulatorMain.class.getPackage().getImplementationVersion();
            out.println("Clarion ISE simulator " + (version == null ? "(not packaged)" : version));
            return 0;
        }
        LogFloor.hold();
        try (IseSimulator simulator = builder(options).start()) {
            String host = simulator.host().indexOf(':') >= 0 ? "[" + simulator.host() + "]" : simulator.host();
            out.println("ISE simulator is ready: pxGrid https://" + host + ":" + simulator.pxGridPort()
                    + ", ERS https://" + host + ":" + simulator.ersPort()
                    + (simulator.gatewayPort() < 0 ? "" : ", gateway https://" + host + ":" + simulator.gatewayPort())
                    + ", PKI "
                    + simulator.pki().directory()
                    + (simulator.controlPort() < 0 ? "" : ", control http://127.0.0.1:" + simulator.controlPort()));
            simulator.accounts().autoApprove(options.autoApprove);
            simulator.api().settings().ers(options.apis).openApi(options.apis).csrf(options.csrf);
            simulator.faults().allowPasswordAccounts(options.passwordAccounts);
            endWithParent(options, end);
            if (options.burst > 0) {
                burst(simulator, options, out, end);
            }
            end.await();
            return 0;
        } catch (SimulatorException e) {
            return fail(err, 1, e.getMessage());
        } catch (OutOfMemoryError e) {
            return fail(
                    err,
                    1,
                    "not enough memory for " + options.devices + " devices and " + options.sessions
                            + " sessions; give Java a larger -Xmx");
        }
    }

    private static IseSimulatorBuilder builder(SimulatorOptions options) {
        IseSimulatorBuilder builder = IseSimulator.builder()
                .bind(options.bind)
                .pxGridPort(options.pxGridPort)
                .ersPort(options.ersPort)
                .gatewayPort(options.gatewayPort)
                .dataDirectory(options.data)
                .controlPort(options.controlPort)
                .journal(options.controlPort >= 0)
                .nodes(options.nodes)
                .version(options.iseVersion)
                .sessions(options.sessions)
                .devices(options.devices)
                .eventRate(options.eventRate)
                .seed(options.seed);
        if (options.flowsTo != null) {
            builder.flows(FlowSettings.usual(options.flowsTo, options.flowRate));
        }
        return options.host == null ? builder : builder.host(options.host);
    }

    private static void endWithParent(SimulatorOptions options, CountDownLatch end) {
        if (options.parentPid > 0) {
            CompletableFuture<?> parent = ProcessHandle.of(options.parentPid)
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
            CompletableFuture<?> unused = parent.thenRun(end::countDown);
        }
    }

    private static void burst(IseSimulator simulator, SimulatorOptions options, PrintStream out, CountDownLatch end)
            throws InterruptedException {
        int events = options.burst;
        while (subscriptions(simulator) == 0) {
            if (end.await(SUBSCRIBER_POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        long start = System.nanoTime();
        if (options.sessions > 0) {
            simulator.bursts().start(events, 0, SESSIONS_IN_A_MESSAGE).await();
        } else {
            simulator.burst(events);
        }
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        out.printf("Burst of %d events published in %.3f s%n", events, seconds);
    }

    private static int subscriptions(IseSimulator simulator) {
        String topic = simulator.services().topic(ServiceNode.SESSION, ServiceNode.SESSION_TOPIC);
        return topic == null ? 0 : simulator.pubSub().subscriptions(topic);
    }

    private static int fail(PrintStream err, int status, @Nullable String reason) {
        err.println("clarion-ise-simulator: " + String.valueOf(reason).replace('\n', ' '));
        return status;
    }
}
