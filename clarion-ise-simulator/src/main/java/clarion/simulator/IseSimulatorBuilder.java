package clarion.simulator;

import clarion.simulator.flows.FlowSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Settings of an {@link IseSimulator}; every one has a default that suits a test. */
public final class IseSimulatorBuilder {

    String bind = "127.0.0.1";

    @Nullable
    String host;

    int pxGridPort;
    int ersPort;
    int gatewayPort = -1;
    int controlPort = -1;
    int nodes = 1;
    IseVersion version = IseVersion.V3_4;
    int sessions;
    boolean sideTraffic = true;
    boolean journal = true;
    int queueLimit = 64 * 1024 * 1024;

    @Nullable
    Path dataDirectory;

    int devices;

    @Nullable
    FlowSettings flows;

    double eventRate;
    long seed = 1;
    int batchSize = 200;
    int journalCapacity = 50_000;
    Duration notifyInterval = Duration.ofSeconds(1);
    Duration pingInterval = Duration.ofSeconds(5);
    Clock clock = Clock.systemUTC();
    ZoneId zone = ZoneId.of("America/New_York");

    IseSimulatorBuilder() {}

    /** Address to listen on; 127.0.0.1. */
    public IseSimulatorBuilder bind(String address) {
        bind = address;
        return this;
    }

    /** The host in the URLs that ServiceLookup tells; the bind address unless that is a wildcard. */
    public IseSimulatorBuilder host(String name) {
        host = name;
        return this;
    }

    /** 0, the default, takes a free port. */
    public IseSimulatorBuilder pxGridPort(int port) {
        pxGridPort = port;
        return this;
    }

    /** 0, the default, takes a free port. */
    public IseSimulatorBuilder ersPort(int port) {
        ersPort = port;
        return this;
    }

    /**
     * Port of the API gateway, by which ERS and the OpenAPI answer as on ISE's 443; 0 takes a free one, and less, the
     * default, is none. There is none before 3.1.
     */
    public IseSimulatorBuilder gatewayPort(int port) {
        gatewayPort = port;
        return this;
    }

    /** Port of the control API on 127.0.0.1; 0 takes a free one, and less, the default, is none. */
    public IseSimulatorBuilder controlPort(int port) {
        controlPort = port;
        return this;
    }

    /**
     * ISE nodes, each with a controller, a pubsub node and every service, at 127.0.0.1, 127.0.0.2 and so on with the
     * same port; 1. With more than one the bind address has to be 127.0.0.1.
     */
    public IseSimulatorBuilder nodes(int count) {
        if (count < 1 || count > 20) {
            throw new IllegalArgumentException("1 to 20 nodes, not " + count);
        }
        nodes = count;
        return this;
    }

    /** The ISE release to be; 3.4. */
    public IseSimulatorBuilder version(IseVersion release) {
        version = release;
        return this;
    }

    /**
     * Synthetic sessions beside the campus: made anew whenever they are told, so that millions cost 12 octets each; 0.
     */
    public IseSimulatorBuilder sessions(int count) {
        sessions = count;
        return this;
    }

    /** Whether the life of the campus shows on the other topics too; true. */
    public IseSimulatorBuilder sideTraffic(boolean on) {
        sideTraffic = on;
        return this;
    }

    /** Whether every message is kept in {@code journal.ndjson} in the data directory; true. */
    public IseSimulatorBuilder journal(boolean kept) {
        journal = kept;
        return this;
    }

    /** Octets that may wait for a consumer before its connection is cut; 64 MiB. */
    public IseSimulatorBuilder queueLimit(int octets) {
        queueLimit = octets;
        return this;
    }

    /** Where certificates and credentials are kept; needed. */
    public IseSimulatorBuilder dataDirectory(Path directory) {
        dataDirectory = directory;
        return this;
    }

    /** Devices of the campus; 0, the default, is a directory that only the test fills. */
    public IseSimulatorBuilder devices(int count) {
        devices = count;
        return this;
    }

    /** Where and how the campus exports its traffic, which needs devices; none, the default, is nowhere. */
    public IseSimulatorBuilder flows(FlowSettings settings) {
        flows = settings;
        return this;
    }

    /** Events per second by which the campus lives; 0, the default, is still. Any rate is taken. */
    public IseSimulatorBuilder eventRate(double eventsPerSecond) {
        eventRate = eventsPerSecond;
        return this;
    }

    /** What the campus is made from; 1. */
    public IseSimulatorBuilder seed(long value) {
        seed = value;
        return this;
    }

    /** Most sessions in one topic message; 200. */
    public IseSimulatorBuilder batchSize(int sessions) {
        batchSize = sessions;
        return this;
    }

    /** Most events kept for getSessionsForRecovery; 50,000. */
    public IseSimulatorBuilder journalCapacity(int events) {
        journalCapacity = events;
        return this;
    }

    /** How long events wait for a batch to fill; 1 s. */
    public IseSimulatorBuilder notifyInterval(Duration interval) {
        notifyInterval = interval;
        return this;
    }

    /** How often the server pings; a connection that is silent for three of these is cut; 5 s. */
    public IseSimulatorBuilder pingInterval(Duration interval) {
        pingInterval = interval;
        return this;
    }

    /** The clock of ISE. */
    public IseSimulatorBuilder clock(Clock iseClock) {
        clock = iseClock;
        return this;
    }

    /** The time zone of ISE, in whose offset timestamps are written; America/New_York. */
    public IseSimulatorBuilder zone(ZoneId iseZone) {
        zone = iseZone;
        return this;
    }

    /**
     * Starts the simulator; it answers when this returns.
     *
     * @throws SimulatorException with a one-line reason
     */
    public IseSimulator start() {
        return new IseSimulator(this);
    }

    Path data() {
        if (dataDirectory == null) {
            throw new IllegalStateException("a data directory is needed");
        }
        return dataDirectory;
    }

    String advertisedHost() {
        if (host != null) {
            return host;
        }
        try {
            InetAddress address = InetAddress.getByName(bind);
            return address.isAnyLocalAddress() ? InetAddress.getLocalHost().getHostName() : bind;
        } catch (IOException e) {
            return bind;
        }
    }

    /** Where each node is. */
    List<String> hosts() {
        if (nodes > 1 && !bind.equals("127.0.0.1")) {
            throw new SimulatorException(
                    "several nodes need the bind address 127.0.0.1, not " + bind, new IllegalArgumentException(bind));
        }
        List<String> hosts = new ArrayList<>(List.of(advertisedHost()));
        for (int node = 2; node <= nodes; node++) {
            hosts.add("127.0.0." + node);
        }
        return hosts;
    }

    /** Every name by which the server may be called, the simulated node's own name first. */
    List<String> names() {
        Set<String> names =
                new LinkedHashSet<>(List.of(IseSimulator.FQDN, "localhost", "127.0.0.1", "0:0:0:0:0:0:0:1"));
        String advertised = advertisedHost();
        boolean address = advertised.indexOf(':') >= 0;
        try {
            names.add(address ? InetAddress.getByName(advertised).getHostAddress() : advertised);
        } catch (UnknownHostException e) {
            throw new SimulatorException("not an address: " + advertised, e);
        }
        return List.copyOf(names);
    }
}
