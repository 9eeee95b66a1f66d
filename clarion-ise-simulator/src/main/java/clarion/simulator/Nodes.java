package clarion.simulator;

import clarion.simulator.pki.Identity;
import clarion.simulator.pki.Pki;
import clarion.simulator.pubsub.Broker;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The nodes of the deployment: what may happen to each, and to its certificate. */
public final class Nodes {

    private final TlsServer server;
    private final Broker broker;
    private final Faults faults;
    private final Pki pki;
    private final Clock clock;
    private final List<List<String>> names;
    private final List<Identity> identities;

    Nodes(
            TlsServer server,
            Broker broker,
            Faults faults,
            Pki pki,
            Clock clock,
            List<List<String>> names,
            List<Identity> identities) {
        this.server = server;
        this.broker = broker;
        this.faults = faults;
        this.pki = pki;
        this.clock = clock;
        this.names = names;
        this.identities = List.copyOf(identities);
    }

    /** The names of every node: in its certificate, its own first. */
    static List<List<String>> names(List<String> first, List<String> hosts) {
        List<List<String>> names = new ArrayList<>(List.of(first));
        for (int node = 2; node <= hosts.size(); node++) {
            names.add(List.of(IseSimulator.FQDN.replace("ise1", "ise" + node), hosts.get(node - 1)));
        }
        return names;
    }

    /** The certificate of every node; that of the first is kept in the data directory. */
    static List<Identity> identities(Pki pki, List<List<String>> names, Clock clock) {
        List<Identity> identities = new ArrayList<>(List.of(pki.server()));
        for (List<String> own : names.subList(1, names.size())) {
            identities.add(pki.issuer(clock).server(own));
        }
        return identities;
    }

    public int count() {
        return names.size();
    }

    /** Where a node, from 1 on, is, as {@code host:port}. */
    public String address(int node) {
        return server.node(node).host + ":" + server.pxGridPort();
    }

    /** A node whose process ends: connections are reset, new ones refused. */
    public void crash(int node) {
        NodePort port = server.node(node);
        port.reset();
        broker.resetConnections(node, NodePort::reset);
        port.stop();
        server.apis(node).forEach(api -> {
            api.reset();
            api.stop();
        });
    }

    /** A node whose cable is pulled: nothing is answered, and nothing is closed. */
    public void silence(int node) {
        server.node(node).ignore();
        server.apis(node).forEach(NodePort::ignore);
        faults.silence(node, true);
    }

    /** A node that was lost is back, at the same address. */
    public void restore(int node) {
        NodePort port = server.node(node);
        boolean silent = faults.isSilent(node);
        faults.silence(node, false);
        if (silent) {
            broker.dropConnections(node); // a machine that comes back does not know them
        }
        port.start();
        server.apis(node).forEach(NodePort::start);
    }

    /** Resets every connection with a node, or with all of them for 0. */
    void reset(int node) {
        broker.resetConnections(node, NodePort::reset);
    }

    /** Presents a certificate on every node from the next handshake on. */
    void present(Identity identity) {
        server.nodes().forEach(node -> node.present(identity));
    }

    /**
     * Presents another certificate on a node, or on all of them for 0.
     *
     * @param which {@code renewed}, {@code expired}, {@code stranger}, {@code wrong-name} or {@code own}
     */
    void present(int node, String which) {
        for (NodePort port : server.nodes()) {
            if (node == 0 || port.node == node) {
                port.present(identity(port.node, which));
            }
        }
    }

    private Identity identity(int node, String which) {
        List<String> own = names.get(node - 1);
        return switch (which) {
            case "own" -> identities.get(node - 1);
            case "renewed" -> pki.issuer(clock).server(own);
            case "expired" -> pki.issuer(clock).expiredServer(own);
            case "stranger" -> pki.issuer(clock).stranger().server(own);
            case "wrong-name" -> pki.issuer(clock).server(List.of("ise9.corp.example"));
            default ->
                throw new IllegalArgumentException(
                        "a certificate is renewed, expired, stranger, wrong-name or own, not " + which);
        };
    }
}
