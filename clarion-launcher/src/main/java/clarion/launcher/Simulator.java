package clarion.launcher;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** The ISE simulator as a child process, and what Clarion must know to trust it. */
final class Simulator {

    private static final Duration READY_PATIENCE = Duration.ofSeconds(90);
    /** For what is under way, and for the truth about what is over. */
    private static final int FLOWS_MEGABYTES = 64;

    private static final String READY = "ISE simulator is ready";

    private final Child child;
    private final Path log;
    private final Path pki;
    private final int pxGridPort;
    private final int flowPort;
    private final String commandLine;
    private boolean endSaid;

    private Simulator(Child child, Path log, Path pki, int pxGridPort, int flowPort, String commandLine) {
        this.child = child;
        this.log = log;
        this.pki = pki;
        this.pxGridPort = pxGridPort;
        this.flowPort = flowPort;
        this.commandLine = commandLine;
    }

    /** Starts the process; it answers once {@link #awaitReady} returns. */
    static Simulator start(Options options, Installation installation, DataDirectory data) {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        Ports.requireFree(loopback, options.pxGridPort(), "simulated pxGrid", "--pxgrid-port");
        Ports.requireFree(loopback, options.ersPort(), "simulated ERS", "--ers-port");
        Path directory = data.resolve("simulator");
        List<String> arguments = new ArrayList<>(List.of(
                "--pxgrid-port",
                Integer.toString(options.pxGridPort()),
                "--ers-port",
                Integer.toString(options.ersPort()),
                "--data",
                directory.toString(),
                "--devices",
                Integer.toString(options.devices())));
        boolean flows = options.flowPort() > 0;
        if (flows) {
            arguments.addAll(List.of("--flows-to", loopback.getHostAddress() + ":" + options.flowPort()));
        }
        int heapMegabytes = Math.max(96, 64 + options.devices() / 200) + (flows ? FLOWS_MEGABYTES : 0);
        List<String> command = new ArrayList<>(List.of(
                Installation.java(),
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                installation.simulator().toString()));
        command.addAll(arguments);
        command.addAll(
                List.of("--parent-pid", Long.toString(ProcessHandle.current().pid())));
        Child child = Child.start("simulator", command, Configuration.childEnvironment(System.getenv()), data);
        return new Simulator(
                child,
                data.resolve("logs/simulator.log"),
                directory.resolve("pki"),
                options.pxGridPort(),
                options.flowPort(),
                "./clarion simulator " + String.join(" ", arguments));
    }

    /**
     * Waits until it answers.
     *
     * @param givenUp asked between looks; ends the waiting without an error
     */
    void awaitReady(BooleanSupplier givenUp) {
        long deadline = System.nanoTime() + READY_PATIENCE.toNanos();
        while (!givenUp.getAsBoolean()) {
            String said = Files.exists(log) ? DataDirectory.read(log) : "";
            if (said.contains(READY)) {
                return;
            }
            if (!child.isAlive() || System.nanoTime() > deadline) {
                boolean alive = child.isAlive();
                String last = said.lines().reduce("", (before, line) -> line.isBlank() ? before : line);
                throw new LauncherFailure("The ISE simulator " + (alive ? "does not answer" : "has ended") + ": " + last
                        + " (log: " + log + ")");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new LauncherFailure("Interrupted while the ISE simulator started.");
            }
        }
    }

    /** Settings by which Clarion finds it; the certificates go to the server's own key store and trust store. */
    Map<String, String> forApplication() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("clarion.pxgrid.controllers", "localhost:" + pxGridPort);
        settings.put("clarion.pxgrid.backoff-max", "PT5S");
        settings.put("clarion.flows.port", Integer.toString(flowPort));
        settings.put("clarion.flows.hold", "PT15S"); // here the session is always heard of first
        settings.put("clarion.flows.bind", InetAddress.getLoopbackAddress().getHostAddress());
        settings.put("javax.net.ssl.keyStore", pki.resolve("client.p12").toString());
        settings.put("javax.net.ssl.keyStoreType", "PKCS12");
        settings.put("javax.net.ssl.keyStorePassword", DataDirectory.read(pki.resolve("keystore-password")));
        settings.put("javax.net.ssl.trustStore", pki.resolve("trust.p12").toString());
        settings.put("javax.net.ssl.trustStoreType", "PKCS12");
        settings.put("javax.net.ssl.trustStorePassword", DataDirectory.read(pki.resolve("keystore-password")));
        return settings;
    }

    /** True once, when it is found to have ended. */
    boolean hasJustEnded() {
        boolean ended = !child.isAlive() && !endSaid;
        endSaid |= ended;
        return ended;
    }

    /** How a person starts it again by hand, beside a demo that goes on. */
    String commandLine() {
        return commandLine;
    }

    long pid() {
        return child.pid();
    }

    void stop() {
        child.stop(Duration.ofSeconds(10));
    }
}
