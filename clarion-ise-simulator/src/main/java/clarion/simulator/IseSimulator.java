package clarion.simulator;

import clarion.simulator.control.Accounts;
import clarion.simulator.control.ControlHandler;
import clarion.simulator.control.ServiceNode;
import clarion.simulator.control.Services;
import clarion.simulator.ers.ErsCredentials;
import clarion.simulator.ers.ErsHandler;
import clarion.simulator.groups.GroupFeed;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.groups.TrustSecServiceHandler;
import clarion.simulator.pki.Identity;
import clarion.simulator.pki.Pki;
import clarion.simulator.pubsub.Broker;
import clarion.simulator.pubsub.PubSubHandler;
import clarion.simulator.sessions.Journal;
import clarion.simulator.sessions.SessionDirectory;
import clarion.simulator.sessions.SessionFeed;
import clarion.simulator.sessions.SessionJson;
import clarion.simulator.sessions.SessionServiceHandler;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/**
 * A running ISE stand-in: pxGrid control and pubsub on one port, ERS on another, both with TLS.
 *
 * <pre>{@code
 * try (IseSimulator ise = IseSimulator.builder().dataDirectory(dir).start()) {
 *     ise.feed().publish(IseSession.started(Instant.now(), "00:11:22:33:44:55").withIpAddresses("10.1.2.3"));
 * }
 * }</pre>
 */
public final class IseSimulator implements AutoCloseable {

    /** The simulated node's fully qualified name; in the server certificate, not in any DNS. */
    public static final String FQDN = "ise1.corp.example";

    private static final System.Logger LOG = System.getLogger(IseSimulator.class.getName());

    private static final long THAW_MILLIS = 200;

    private final Pki pki;
    private final TlsServer server;
    private final Accounts accounts = new Accounts();
    private final Services services = new Services();
    private final Faults faults = new Faults();
    private final SecurityGroups groups = new SecurityGroups();
    private final SessionDirectory directory = new SessionDirectory();
    private final Broker broker = new Broker(services, faults);
    private final GroupFeed groupFeed = new GroupFeed(groups, broker, services);
    private final SessionFeed feed;
    private final CampusLife life;
    private final String host;
    private final ScheduledExecutorService scheduler;

    IseSimulator(IseSimulatorBuilder settings) {
        host = settings.advertisedHost();
        pki = Pki.open(settings.data().resolve("pki"), settings.names(), settings.clock);
        Journal journal = new Journal(settings.journalCapacity, settings.clock.instant());
        SessionJson json = new SessionJson(settings.zone);
        feed = new SessionFeed(directory, journal, broker, services, json, settings.batchSize);
        life = new CampusLife(settings, feed);
        life.populate(directory);
        server = new TlsServer(pki, settings.bind, settings.pxGridPort, settings.ersPort);
        ServerWebSocketContainer webSockets = server.webSockets();
        Handler.Sequence pxGrid = new Handler.Sequence(
                new ControlHandler(accounts, services, faults),
                new PubSubHandler(accounts, services, broker, faults, webSockets),
                new SessionServiceHandler(directory, journal, json, accounts, services, faults),
                new TrustSecServiceHandler(groups, accounts, services, faults));
        server.start(pxGrid, new ErsHandler(groups, ErsCredentials.open(settings.data())));
        register();
        scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ise-simulator");
            thread.setDaemon(true);
            return thread;
        });
        every(settings.notifyInterval.toMillis(), feed::flush);
        life.pace(settings.eventRate, this::every);
        every(THAW_MILLIS, broker::thaw);
        long ping = settings.pingInterval.toMillis();
        every(ping, () -> broker.checkConnections(3 * ping));
    }

    public static IseSimulatorBuilder builder() {
        return new IseSimulatorBuilder();
    }

    public int pxGridPort() {
        return server.pxGridPort();
    }

    public int ersPort() {
        return server.ersPort();
    }

    /** The host by which to call the simulator, as in the URLs that it tells. */
    public String host() {
        return host;
    }

    public Pki pki() {
        return pki;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Services services() {
        return services;
    }

    public Faults faults() {
        return faults;
    }

    public Broker pubSub() {
        return broker;
    }

    public SessionDirectory sessions() {
        return directory;
    }

    public SessionFeed feed() {
        return feed;
    }

    public SecurityGroups groups() {
        return groups;
    }

    public GroupFeed groupFeed() {
        return groupFeed;
    }

    /**
     * Makes events of the campus and publishes them as fast as the slowest subscriber takes them, losing none; returns
     * when the last is on its way.
     *
     * @throws IllegalStateException if there is no campus
     */
    public void burst(int events) {
        life.burst(events);
    }

    /** Presents another server certificate from the next handshake on: an expired one, one of a stranger. */
    public void presentCertificate(Identity identity) {
        server.present(identity);
    }

    /** Cuts every connection and refuses new ones, as a node that is down. */
    public void closePorts() {
        broker.dropConnections();
        server.closePorts();
    }

    /** Listens again on the same ports. */
    public void openPorts() {
        server.openPorts();
    }

    /** Stops everything; the ports are free afterwards. */
    @Override
    public void close() {
        scheduler.shutdownNow();
        faults.clear();
        broker.closeConnections(1001);
        server.stop();
    }

    private void every(long millis, Runnable task) {
        Runnable guarded = () -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.ERROR, "event=simulator-task-failed", e);
            }
        };
        ScheduledFuture<?> unused = scheduler.scheduleWithFixedDelay(guarded, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void register() {
        String authority = (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + pxGridPort();
        String rest = "https://" + authority + "/pxgrid/";
        services.add(new ServiceNode(
                ServiceNode.PUBSUB,
                "~ise-pubsub-ise1",
                Map.of(ServiceNode.WS_URL, "wss://" + authority + "/pxgrid/ise/pubsub")));
        services.add(new ServiceNode(
                ServiceNode.SESSION,
                "~ise-mnt-ise1",
                Map.of(
                        ServiceNode.REST_BASE_URL,
                        rest + "mnt/sd",
                        ServiceNode.WS_PUBSUB_SERVICE,
                        ServiceNode.PUBSUB,
                        ServiceNode.SESSION_TOPIC,
                        "/topic/com.cisco.ise.session")));
        services.add(new ServiceNode(
                ServiceNode.TRUSTSEC,
                "~ise-admin-ise1",
                Map.of(
                        ServiceNode.REST_BASE_URL,
                        rest + "ise/config/trustsec",
                        ServiceNode.WS_PUBSUB_SERVICE,
                        ServiceNode.PUBSUB,
                        ServiceNode.SECURITY_GROUP_TOPIC,
                        "/topic/com.cisco.ise.config.trustsec.security.group")));
    }
}
