package clarion.launcher;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The life of one {@code demo} or {@code run}: start in order, watch, stop in the reverse order.
 *
 * <p>A database or server that dies is started again; the simulator is not, because stopping it is how one sees what
 * Clarion does when ISE goes away.
 */
final class Launcher {

    private static final Duration SERVING_PATIENCE = Duration.ofMinutes(4);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(25);
    private static final int MOST_RESTARTS = 5;

    /** Where in the data directory it stands how Clarion is reached. */
    static final String URL_FILE = "run/url";

    private final Options options;
    private final Configuration configuration;
    private final Installation installation;
    private final DataDirectory data;
    private final Terminal terminal;
    private final InetAddress address;
    private final int port;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Held while a part is started or replaced, so that {@link #stop} never misses one; never held while waiting. */
    private final Object parts = new Object();

    private volatile @Nullable Database database;
    private volatile @Nullable Simulator simulator;
    private volatile @Nullable Server serverPlan;
    private volatile @Nullable Child server;
    private volatile @Nullable LogWatch log;
    private int restarts;

    Launcher(Options options, Configuration configuration, Installation installation, Terminal terminal) {
        this.options = options;
        this.configuration = configuration;
        this.installation = installation;
        this.terminal = terminal;
        this.address = addressOf(configuration.get(Configuration.ADDRESS).orElse("127.0.0.1"));
        Integer wanted = options.port();
        this.port = wanted != null ? wanted : configuration.port(Configuration.PORT, 8000);
        Path directory = options.data();
        this.data = DataDirectory.open(
                directory != null
                        ? directory
                        : configuration
                                .get(Configuration.DATA)
                                .map(Path::of)
                                .orElse(installation.home().resolve(".clarion")));
    }

    /** Starts everything and says so; returns when it serves, or early when it is stopped meanwhile. */
    void start() {
        Child.endLeftover("clarion", data);
        Child.endLeftover("simulator", data);
        Ports.requireFree(address, port, "console and API", "--port");
        boolean demo = options.command() == Options.Command.DEMO;
        if (demo) {
            terminal.step("Starting the ISE simulator with " + options.devices() + " devices");
            part(() -> simulator = Simulator.start(options, installation, data));
        }
        if (configuration.get("clarion.db.url").isEmpty()) {
            terminal.step("Starting PostgreSQL");
            part(() -> database = Database.start(data));
        }
        Simulator ise = simulator;
        if (ise != null) {
            ise.awaitReady(this::isStopping);
            terminal.step("The ISE simulator answers (pid " + ise.pid() + ")");
        }
        if (isStopping()) {
            return;
        }
        terminal.step("Starting Clarion on Payara Micro");
        Server plan = serverPlan();
        LogWatch watch = new LogWatch(data.resolve("logs/clarion.log"));
        part(() -> {
            serverPlan = plan;
            server = plan.start();
            log = watch;
        });
        Application application = new Application(URI.create(url()));
        awaitServing(application, watch);
        if (!isStopping()) {
            DataDirectory.writePrivately(data.resolve(URL_FILE), url() + "\n");
            new Credentials(data, terminal, demo).hand(application, url());
        }
    }

    /** Runs a step that starts or replaces a part, unless everything is being stopped. */
    private void part(Runnable step) {
        synchronized (parts) {
            if (!isStopping()) {
                step.run();
            }
        }
    }

    private boolean isStopping() {
        return stopped.getCount() == 0;
    }

    private Server serverPlan() {
        Map<String, String> properties = new TreeMap<>();
        Database own = database;
        if (own != null) {
            properties.put("clarion.db.url", own.url());
            properties.put("clarion.db.user", Database.NAME);
            properties.put("clarion.db.password-file", own.passwordFile().toString());
        }
        properties.put(
                "clarion.access.bootstrap-password-file",
                data.secret("bootstrap-admin").toString());
        properties.putAll(configuration.forApplication());
        Simulator ise = simulator;
        if (ise != null) {
            properties.putAll(ise.forApplication());
        }
        return new Server(installation, data, address.getHostAddress(), port).with(properties);
    }

    private void awaitServing(Application application, LogWatch watch) {
        long begin = System.nanoTime();
        long said = 0;
        List<String> held = new ArrayList<>();
        while (!isStopping() && !application.isServing()) {
            // kept back: what is said on the way up mends itself; if it does not, why() says it
            held.addAll(watch.poll());
            Duration passed = Duration.ofNanos(System.nanoTime() - begin);
            Child child = server;
            if (child != null && !child.isAlive() && !isStopping()) {
                throw new LauncherFailure(
                        "Clarion ended while it started (" + child.ending() + "). " + why(watch, held));
            }
            if (watch.serverReady() && application.isMissing()) {
                throw new LauncherFailure(
                        "The server runs, but Clarion could not be deployed in it. " + why(watch, held));
            }
            if (passed.compareTo(SERVING_PATIENCE) > 0 || configurationRefused(watch)) {
                throw new LauncherFailure("Clarion does not serve. " + why(watch, held));
            }
            if (passed.toSeconds() / 10 > said) {
                said = passed.toSeconds() / 10;
                terminal.step("... still starting");
            }
            pause(250);
        }
    }

    private static boolean configurationRefused(LogWatch watch) {
        String error = watch.lastError();
        return error != null && error.startsWith("CLARION-CFG-");
    }

    private String why(LogWatch watch, List<String> held) {
        held.addAll(watch.poll());
        held.forEach(terminal::warning);
        String error = watch.lastError();
        return (error == null ? "" : error + " ") + "The log is " + data.resolve("logs/clarion.log");
    }

    /** Watches over the parts until {@link #stop}. */
    void watch() {
        try {
            while (!stopped.await(1, TimeUnit.SECONDS)) {
                watchOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void watchOnce() {
        LogWatch watch = log;
        if (watch != null) {
            watch.poll().forEach(terminal::warning);
        }
        part(() -> {
            Database own = database;
            if (own != null && !own.isAlive()) {
                mayRestart("PostgreSQL");
                own.restart();
            }
            Child running = server;
            Server plan = serverPlan;
            if (running != null && plan != null && !running.isAlive()) {
                mayRestart("Clarion (" + running.ending() + ")");
                server = plan.start();
            }
        });
        Simulator ise = simulator;
        if (ise != null && !isStopping() && ise.hasJustEnded()) {
            terminal.warning("The ISE simulator has ended; start it again with: " + ise.commandLine());
        }
    }

    private void mayRestart(String what) {
        if (++restarts > MOST_RESTARTS) {
            throw new LauncherFailure(what + " has ended too often; giving up. Logs are in " + data.resolve("logs"));
        }
        terminal.warning(what + " has ended unexpectedly; starting it again.");
    }

    /** Stops what runs, in the reverse order; may be called at any moment and more than once. */
    void stop() {
        synchronized (parts) {
            if (isStopping()) {
                return;
            }
            stopped.countDown();
        }
        Child running = server;
        if (running != null) {
            terminal.step("Stopping Clarion");
            running.stop(STOP_PATIENCE);
        }
        Simulator ise = simulator;
        if (ise != null) {
            terminal.step("Stopping the ISE simulator");
            ise.stop();
        }
        Database own = database;
        if (own != null) {
            terminal.step("Stopping PostgreSQL");
            own.stop();
        }
        data.close();
        terminal.step("Stopped; the data is kept in " + data);
    }

    String url() {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static InetAddress addressOf(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw LauncherFailure.usage(
                    "'" + Configuration.ADDRESS + "' is an address of this machine, not '" + text + "'.");
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
