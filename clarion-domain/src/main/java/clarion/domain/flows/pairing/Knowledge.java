package clarion.domain.flows.pairing;

import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.FlowSink;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * What is known of the network's services: how many ask a port of a host, how many ask a host at all, how common a port
 * is, and who scans. Bounded, about 64 MB at the default size. Thread-safe.
 *
 * <p>Live, pairing teaches it. For a file, a first pass hands all records to {@link #accept}; {@link #freeze} then ends
 * the learning, so that the second pass is oriented alike from its beginning to its end.
 */
public final class Knowledge implements FlowSink {

    private static final int SERVICES = 1 << 20;
    private static final int PORTS = 1 << 16;
    private static final int FADE_AT = 1 << 30;

    private final PairingSettings settings;
    private final Sketch connections;
    private final Sketch peers;
    private final Sketch hosts;
    private final Sketch begins;
    private final ScanWatch scans;
    private final AtomicIntegerArray ports = new AtomicIntegerArray(2 * PORTS);

    private volatile boolean frozen;

    public Knowledge(PairingSettings settings) {
        this(settings, SERVICES);
    }

    /** @param services how many ports of hosts it remembers, a power of two, at least 1024; about 60 bytes each */
    public Knowledge(PairingSettings settings, int services) {
        if (services < 1024 || Integer.bitCount(services) != 1) {
            throw new IllegalArgumentException("the size must be a power of two from 1024 on, not " + services);
        }
        this.settings = settings;
        connections = new Sketch(services);
        peers = new Sketch(services);
        hosts = new Sketch(services / 4);
        begins = new Sketch(services / 4);
        scans = new ScanWatch(services / 2, settings.scanWindowMillis());
    }

    /** Learns from all records of a file's first pass, before there are conversations. */
    @Override
    public void accept(FlowBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            int protocol = batch.protocol[i];
            long source = Hashes.address(batch.sourceHigh[i], batch.sourceLow[i]);
            long destination = Hashes.address(batch.destinationHigh[i], batch.destinationLow[i]);
            int from = batch.sourcePort[i];
            int to = batch.destinationPort[i];
            sent(protocol, source, from, destination, to);
            if (Orienter.looksLikeAnswer(protocol, from, to, batch.tcpFlags[i], batch.icmp[i])) {
                if (!Orienter.refuses(batch.tcpFlags[i])) {
                    answered(protocol, destination, source, from, batch.start[i], 1);
                }
            } else {
                asked(protocol, source, destination, to, batch.start[i]);
                missed(protocol, source, destination, to, batch.start[i]);
                if (batch.reversePackets[i] > 0) {
                    answered(protocol, source, destination, to, batch.start[i], 1);
                }
            }
        }
    }

    /** Ends the learning. */
    public void freeze() {
        frozen = true;
    }

    boolean isFrozen() {
        return frozen;
    }

    /** Something was sent to a port of a host. */
    void sent(int protocol, long source, int from, long destination, int to) {
        if (frozen || Icmp.is(protocol)) {
            return;
        }
        long service = Hashes.service(destination, protocol, to);
        connections.add(service, Hashes.mix(source ^ from));
        peers.add(service, source);
        if (ServicePorts.rank(protocol, to) > ServicePorts.rank(protocol, from)) {
            hosts.add(destination, source);
        }
        count(protocol, from);
        count(protocol, to);
    }

    private void count(int protocol, int port) {
        int at = (protocol == 6 ? 0 : PORTS) + port;
        if (ports.incrementAndGet(at) >= FADE_AT) {
            for (int i = 0; i < ports.length(); i++) {
                ports.updateAndGet(i, n -> n >>> 1);
            }
        }
    }

    void asked(int protocol, long client, long server, int port, long time) {
        if (!frozen) {
            scans.asked(sweepKey(protocol, client, port), server, time);
            scans.asked(scanKey(client, server), Hashes.mix(protocol << 16 | port), time);
        }
    }

    void answered(int protocol, long client, long server, int port, long time, int withdrawn) {
        if (!frozen) {
            scans.answered(sweepKey(protocol, client, port), time, withdrawn);
            scans.answered(scanKey(client, server), time, withdrawn);
        }
    }

    void missed(int protocol, long client, long server, int port, long time) {
        if (!frozen) {
            scans.missed(sweepKey(protocol, client, port), time);
            scans.missed(scanKey(client, server), time);
        }
    }

    boolean sweeps(int protocol, long client, int port, long time) {
        return scans.isScan(
                sweepKey(protocol, client, port), time, settings.sweepTargets(), settings.scanMissedPercent());
    }

    boolean scansPorts(long client, long server, long time) {
        return scans.isScan(scanKey(client, server), time, settings.scanPorts(), settings.scanMissedPercent());
    }

    private static long sweepKey(int protocol, long client, int port) {
        return Hashes.service(client, protocol + 256, port);
    }

    private static long scanKey(long client, long server) {
        return Hashes.mix(client * 31 + server);
    }

    /** How many addresses and ports have sent to this port of this host. */
    int connections(int protocol, long host, int port) {
        return connections.count(Hashes.service(host, protocol, port));
    }

    /** How many addresses have. */
    int peers(int protocol, long host, int port) {
        return peers.count(Hashes.service(host, protocol, port));
    }

    /** A conversation between equal ports was begun by a host: one exporter saw both directions, its packets first. */
    void began(int protocol, long host, int port, long other) {
        if (!frozen) {
            begins.add(Hashes.service(host, protocol, port), other);
        }
    }

    /** With how many addresses a host has begun to talk from this port to the same one. */
    int begun(int protocol, long host, int port) {
        return begins.count(Hashes.service(host, protocol, port));
    }

    /** How many addresses have asked this host for what looks like a service. */
    int askers(long host) {
        return hosts.count(host);
    }

    /** How often a port was seen, on either side. */
    int popularity(int protocol, int port) {
        return ports.get((protocol == 6 ? 0 : PORTS) + port);
    }
}
