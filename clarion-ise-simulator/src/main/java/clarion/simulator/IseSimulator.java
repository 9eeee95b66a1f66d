package clarion.simulator;

import clarion.simulator.api.ApiRooms;
import clarion.simulator.control.Accounts;
import clarion.simulator.control.CallService;
import clarion.simulator.control.ControlHandler;
import clarion.simulator.control.ServicePlan;
import clarion.simulator.control.Services;
import clarion.simulator.crowd.SyntheticSessions;
import clarion.simulator.ers.IseApi;
import clarion.simulator.flows.CampusFlows;
import clarion.simulator.groups.GroupFeed;
import clarion.simulator.groups.SecurityGroups;
import clarion.simulator.pki.Identity;
import clarion.simulator.pki.Pki;
import clarion.simulator.pubsub.Broker;
import clarion.simulator.pubsub.PubSubHandler;
import clarion.simulator.records.Desk;
import clarion.simulator.records.Opening;
import clarion.simulator.records.Records;
import clarion.simulator.records.SideEffects;
import clarion.simulator.records.TrustSecConfig;
import clarion.simulator.sessions.Journal;
import clarion.simulator.sessions.SessionDirectory;
import clarion.simulator.sessions.SessionFeed;
import clarion.simulator.sessions.SessionFields;
import clarion.simulator.sessions.SessionJson;
import clarion.simulator.sessions.SessionServiceHandler;
import clarion.simulator.sessions.SessionStore;
import clarion.simulator.topics.IseTopic;
import clarion.simulator.topics.MessageJournal;
import clarion.simulator.topics.TopicFeed;
import clarion.simulator.topics.Topics;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.jspecify.annotations.Nullable;

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

    private static final long THAW_MILLIS = 50;

    /** Synthetic events that can be recovered, at least: a minute and more of the fastest burst. */
    private static final int RECOVERABLE = 1_000_000;

    private final Pki pki;
    private final TlsServer server;
    private final Accounts accounts = new Accounts();
    private final Services services = new Services();
    private final Faults faults = new Faults();
    private final SecurityGroups groups;
    private final Records records;
    private final SessionDirectory directory = new SessionDirectory();
    private final MessageJournal messages;
    private final Broker broker;
    private final Topics topics;
    private final GroupFeed groupFeed;
    private final SyntheticSessions crowd;
    private final SessionStore store;
    private final SessionFeed feed;
    private final Bursts bursts;
    private final CampusLife life;
    private final Nodes nodes;
    private final IseApi api;
    private final FaultInjector injector;
    private final IseVersion version;
    private final String host;
    private final ScheduledExecutorService scheduler;
    private final @Nullable FlowLife flows;

    IseSimulator(IseSimulatorBuilder settings) {
        version = settings.version;
        host = settings.advertisedHost();
        pki = Pki.open(settings.data().resolve("pki"), settings.names(), settings.clock);
        List<String> hosts = settings.hosts().stream().map(IseSimulator::inUrl).toList();
        List<List<String>> names = Nodes.names(settings.names(), hosts);
        List<Identity> identities = Nodes.identities(pki, names, settings.clock);
        server = new TlsServer(settings, identities, hosts, pki.trust(), faults);
        server.open();
        ServicePlan.register(services, version, hosts, server.pxGridPort());
        broker = new Broker(
                services,
                faults,
                version.hasFilters(),
                settings.queueLimit,
                destination ->
                        Topics.at(services, destination).map(IseTopic::id).orElse(null));
        messages = new MessageJournal(settings.data().resolve("journal.ndjson"), settings.clock, settings.journal);
        topics = new Topics(version, broker, services, faults, messages);
        groups = new SecurityGroups(settings.clock);
        groupFeed = new GroupFeed(groups, topics);
        Journal journal = new Journal(settings.journalCapacity, settings.clock.instant());
        SessionJson json = new SessionJson(settings.zone);
        Desk desk = new Desk(topics, settings.clock, json::time, version);
        records = Records.of(
                desk,
                groups,
                address -> directory
                        .findByIpAddress(address)
                        .flatMap(session -> Optional.ofNullable(session.text(SessionFields.MAC_ADDRESS))),
                settings.nodes,
                settings.devices);
        crowd = new SyntheticSessions(
                settings.sessions,
                settings.seed,
                settings.clock,
                settings.zone,
                Math.max(RECOVERABLE, settings.journalCapacity));
        store = new SessionStore(directory, journal, crowd, json);
        feed = new SessionFeed(directory, journal, broker, topics, json, settings.batchSize);
        bursts = new Bursts(crowd, topics, broker);
        life = new CampusLife(settings, feed, bursts, sideTraffic(settings));
        life.populate(directory);
        if (settings.devices > 0) {
            Opening.fill(records, directory.all());
        }
        flows = FlowLife.start(settings, life, groups, records.bindings());
        nodes = new Nodes(server, broker, faults, pki, settings.clock, names, identities);
        scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "ise-simulator");
            thread.setDaemon(true);
            return thread;
        });
        records.switches().runBy(scheduler);
        api = new IseApi(
                records, groupFeed, accounts, faults, settings.data(), settings.clock, version, settings.nodes);
        injector = new FaultInjector(faults, nodes, broker, topics, services, accounts, scheduler, api);
        Handler.Sequence pxGrid = new Handler.Sequence(
                new ControlHandler(accounts, services, faults),
                new PubSubHandler(accounts, services, broker, faults, server.webSockets()),
                new SessionServiceHandler(store, version, accounts, services, faults));
        records.calls()
                .forEach((name, calls) -> pxGrid.addHandler(new CallService(name, accounts, services, faults, calls)));
        server.start(pxGrid, api.handler(), ApiRooms.of(this, settings.clock, records.tables()));
        every(settings.notifyInterval.toMillis(), feed::flush);
        life.pace(settings.eventRate, this::every);
        every(THAW_MILLIS, () -> {
            broker.thaw();
            topics.tick();
        });
        long ping = settings.pingInterval.toMillis();
        every(ping, () -> broker.checkConnections(3 * ping));
    }

    private SideTraffic sideTraffic(IseSimulatorBuilder settings) {
        return settings.sideTraffic
                ? new SideEffects(records, groupFeed, directory, topics.of(IseTopic.USER_GROUPS), settings.seed)
                : SideTraffic.NONE;
    }

    private static String inUrl(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
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

    /** The port of the API gateway, or -1 if there is none. */
    public int gatewayPort() {
        return server.gatewayPort();
    }

    /** ERS and the OpenAPI: how they are set, what was called, and how they fail. */
    public IseApi api() {
        return api;
    }

    /** The port of the control API, or -1 if there is none. */
    public int controlPort() {
        return server.controlPort();
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

    public IseVersion version() {
        return version;
    }

    /** The nodes: where they are, and how to lose one. */
    public Nodes nodes() {
        return nodes;
    }

    /**
     * Makes a fault happen, or leaves it for its occasion.
     *
     * @return the id by which {@link Faults#remove} takes it down, or {@code done} if it has happened already
     */
    public String inject(Fault fault) {
        return injector.inject(fault);
    }

    /** The publisher of a topic. */
    public TopicFeed topic(IseTopic topic) {
        return topics.of(topic);
    }

    /** Everything that was ever published. */
    public MessageJournal journal() {
        return messages;
    }

    /** The synthetic sessions. */
    public SyntheticSessions crowd() {
        return crowd;
    }

    /** Every session that there is now: the truth. */
    public SessionStore store() {
        return store;
    }

    /** Bursts of synthetic events. */
    public Bursts bursts() {
        return bursts;
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

    /** SGACLs, the matrix and virtual networks; what is changed here is published. */
    public TrustSecConfig trustSec() {
        return records.trustSec();
    }

    /** Everything that ISE knows beside sessions and groups; what is changed there is published. */
    public Records records() {
        return records;
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

    /** The traffic of the campus, if it is exported. */
    public Optional<CampusFlows> flows() {
        return Optional.ofNullable(flows).map(FlowLife::flows);
    }

    /** Presents another server certificate from the next handshake on: an expired one, one of a stranger. */
    public void presentCertificate(Identity identity) {
        nodes.present(identity);
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
        if (flows != null) {
            flows.close();
        }
        bursts.close();
        faults.clear();
        broker.closeConnections(1001);
        server.stop();
        messages.close();
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
}
