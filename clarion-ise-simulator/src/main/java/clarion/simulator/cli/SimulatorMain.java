package clarion.simulator.cli;

import clarion.simulator.IseSimulator;
import clarion.simulator.IseSimulatorBuilder;
import clarion.simulator.SimulatorException;
import clarion.simulator.control.ServiceNode;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * {@code java -jar clarion-ise-simulator.jar}: runs until TERM or INT. Exit status 2 for a wrong command line, 1 when
 * it cannot start.
 */
public final class SimulatorMain {

    private static final long SUBSCRIBER_POLL_MILLIS = 100;
    private static final double NANOS_PER_SECOND = 1e9;

    private SimulatorMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        SimulatorOptions options;
        try {
            options = SimulatorOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            fail(System.err, 2, e.getMessage());
            return;
        }
        if (options.help) {
            System.out.print(SimulatorOptions.USAGE);
        } else if (options.version) {
            System.out.println("Clarion ISE simulator "
                    + Optional.ofNullable(SimulatorMain.class.getPackage().getImplementationVersion())
                            .orElse("(not packaged)"));
        } else {
            try {
                run(options);
            } catch (SimulatorException e) {
                fail(System.err, 1, e.getMessage());
            } catch (OutOfMemoryError e) {
                fail(System.err, 1, "not enough memory for " + options.devices + " devices; give Java a larger -Xmx");
            }
        }
    }

    private static void run(SimulatorOptions options) throws InterruptedException {
        IseSimulatorBuilder builder = IseSimulator.builder()
                .bind(options.bind)
                .pxGridPort(options.pxGridPort)
                .ersPort(options.ersPort)
                .dataDirectory(options.data)
                .devices(options.devices)
                .eventRate(options.eventRate)
                .seed(options.seed);
        if (options.host != null) {
            builder.host(options.host);
        }
        CountDownLatch end = new CountDownLatch(1);
        IseSimulator simulator = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            end.countDown();
            simulator.close();
        }));
        if (options.parentPid > 0) {
            CompletableFuture<?> parent = ProcessHandle.of(options.parentPid)
                    .map(ProcessHandle::onExit)
                    .orElseGet(() -> CompletableFuture.completedFuture(null));
            CompletableFuture<?> unused = parent.thenRun(end::countDown);
        }
        String host = simulator.host().indexOf(':') >= 0 ? "[" + simulator.host() + "]" : simulator.host();
        System.out.println("ISE simulator is ready: pxGrid https://" + host + ":" + simulator.pxGridPort()
                + ", ERS https://" + host + ":" + simulator.ersPort() + ", PKI "
                + simulator.pki().directory());
        if (options.burst > 0) {
            burst(simulator, options.burst, end);
        }
        end.await();
        System.exit(0);
    }

    private static void burst(IseSimulator simulator, int events, CountDownLatch end) throws InterruptedException {
        while (subscriptions(simulator) == 0) {
            if (end.await(SUBSCRIBER_POLL_MILLIS, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                return;
            }
        }
        long start = System.nanoTime();
        simulator.burst(events);
        double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
        System.out.printf("Burst of %d events published in %.3f s%n", events, seconds);
    }

    private static int subscriptions(IseSimulator simulator) {
        String topic = simulator.services().topic(ServiceNode.SESSION, ServiceNode.SESSION_TOPIC);
        return topic == null ? 0 : simulator.pubSub().subscriptions(topic);
    }

    private static void fail(PrintStream err, int status, @Nullable String reason) {
        err.println("clarion-ise-simulator: " + String.valueOf(reason).replace('\n', ' '));
        System.exit(status);
    }
}
