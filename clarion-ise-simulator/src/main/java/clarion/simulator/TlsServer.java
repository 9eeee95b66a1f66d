package clarion.simulator;

import clarion.simulator.http.Answers;
import clarion.simulator.http.Exchange;
import clarion.simulator.pki.Identity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/** The listeners: pxGrid and ERS on every node, and, if they are wanted, the API gateway and the control API. */
final class TlsServer {

    /** Tries to find a free port that is free at every node's address. */
    private static final int PORT_TRIES = 20;

    private final Server server;
    private final List<NodePort> nodes = new ArrayList<>();
    private final List<NodePort> ers = new ArrayList<>();
    private final List<NodePort> gateways = new ArrayList<>();
    private final @Nullable NodePort control;
    private final ServerWebSocketContainer webSockets;
    private final Faults faults;

    /** Jetty tells at INFO what nobody who runs the simulator asks; held here because loggers are weakly reachable. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    static {
        if (JETTY.getLevel() == null) {
            JETTY.setLevel(Level.WARNING);
        }
    }

    /**
     * @param identities one of each node
     * @param hosts one of each node: where it is, and where to listen unless {@code settings} binds node 1 elsewhere
     */
    TlsServer(
            IseSimulatorBuilder settings,
            List<Identity> identities,
            List<String> hosts,
            java.security.KeyStore trust,
            Faults faults) {
        this.faults = faults;
        QueuedThreadPool threads = new QueuedThreadPool(64 + 4 * hosts.size(), 4);
        threads.setName("ise-http");
        threads.setDaemon(true);
        server = new Server(threads);
        for (int i = 0; i < hosts.size(); i++) {
            String bind = i == 0 ? settings.bind : hosts.get(i);
            Identity identity = identities.get(i);
            nodes.add(port(i + 1, hosts.get(i), identity, trust, bind, settings.pxGridPort));
            ers.add(port(i + 1, hosts.get(i), identity, trust, bind, settings.ersPort));
            if (settings.gatewayPort >= 0 && settings.version.isAtLeast(IseVersion.V3_1)) {
                gateways.add(port(i + 1, hosts.get(i), identity, trust, bind, settings.gatewayPort));
            }
        }
        control = settings.controlPort < 0
                ? null
                : new NodePort(0, "127.0.0.1", server, null, "127.0.0.1", settings.controlPort);
        webSockets = ServerWebSocketContainer.ensure(server);
        webSockets.setIdleTimeout(Duration.ZERO);
        webSockets.setMaxBinaryMessageSize(1024 * 1024);
        webSockets.setMaxTextMessageSize(1024 * 1024);
    }

    private NodePort port(
            int node, String host, Identity identity, java.security.KeyStore trust, String bind, int port) {
        return new NodePort(node, host, server, NodePort.tls(identity, trust), bind, port);
    }

    ServerWebSocketContainer webSockets() {
        return webSockets;
    }

    /** Takes the ports; {@link #start} answers on them. */
    void open() {
        try {
            openAll(nodes);
            openAll(ers);
            openAll(gateways);
            if (control != null) {
                control.open();
            }
        } catch (SimulatorException e) {
            stop();
            throw e;
        }
    }

    /** Takes the same port at every node's address. */
    private static void openAll(List<NodePort> ports) {
        boolean any = !ports.isEmpty() && ports.get(0).port() == 0;
        for (int attempt = 1; ; attempt++) {
            try {
                for (NodePort one : ports) {
                    one.port(ports.get(0).port());
                    one.open();
                }
                return;
            } catch (SimulatorException e) {
                if (!any || ports.size() == 1 || attempt == PORT_TRIES) {
                    throw e;
                }
                ports.forEach(NodePort::stop);
                ports.get(0).port(0);
            }
        }
    }

    void start(Handler onPxGrid, Handler onErs, Handler onControl) {
        server.setHandler(new ByPort(onPxGrid, onErs, onControl));
        server.setStopTimeout(0);
        try {
            server.start();
        } catch (Exception e) {
            stop();
            throw new SimulatorException("cannot start: " + e.getMessage(), e);
        }
    }

    int pxGridPort() {
        return nodes.get(0).port();
    }

    int ersPort() {
        return ers.get(0).port();
    }

    /** The port of the API gateway, or -1 if it is not wanted. */
    int gatewayPort() {
        return gateways.isEmpty() ? -1 : gateways.get(0).port();
    }

    /** The ports of a node by which its configuration is read and written. */
    List<NodePort> apis(int number) {
        return Stream.concat(ers.stream(), gateways.stream())
                .filter(port -> port.node == number)
                .toList();
    }

    /** The port of the control API, or -1 if it is not wanted. */
    int controlPort() {
        return control == null ? -1 : control.port();
    }

    NodePort node(int number) {
        if (number < 1 || number > nodes.size()) {
            throw new IllegalArgumentException("there are nodes 1 to " + nodes.size() + ", not " + number);
        }
        return nodes.get(number - 1);
    }

    List<NodePort> nodes() {
        return List.copyOf(nodes);
    }

    void closePorts() {
        nodes.forEach(NodePort::stop);
        ers.forEach(NodePort::stop);
        gateways.forEach(NodePort::stop);
    }

    void openPorts() {
        nodes.forEach(NodePort::start);
        ers.forEach(NodePort::start);
        gateways.forEach(NodePort::start);
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty cannot stop", e);
        }
        // what was opened and never started is closed by nobody else
        for (org.eclipse.jetty.server.Connector connector : server.getConnectors()) {
            if (connector instanceof org.eclipse.jetty.server.ServerConnector open) {
                open.close();
            }
        }
    }

    /** Sends a request to the handler of the port that it came in by. */
    private final class ByPort extends Handler.Sequence {

        private final Handler onPxGrid;
        private final Handler onErs;
        private final Handler onControl;

        ByPort(Handler onPxGrid, Handler onErs, Handler onControl) {
            super(onPxGrid, onErs, onControl);
            this.onPxGrid = onPxGrid;
            this.onErs = onErs;
            this.onControl = onControl;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            Object connector = request.getConnectionMetaData().getConnector();
            Handler handler = onControl;
            Response answer = response;
            if (control != null && control.is(connector)) {
                Exchange.begin(request, 0, control.host);
            } else {
                boolean gateway = gateways.stream().anyMatch(one -> one.is(connector));
                boolean api = gateway || ers.stream().anyMatch(one -> one.is(connector));
                NodePort node = (gateway ? gateways : api ? ers : nodes)
                        .stream().filter(one -> one.is(connector)).findFirst().orElseThrow();
                if (faults.isSilent(node.node)) {
                    faults.holdSilent(node.node, response, callback);
                    return true;
                }
                Exchange.begin(request, node.node, node.host, gateway);
                handler = api ? onErs : onPxGrid;
                answer = api ? response : faults.dress(Exchange.call(request), node.node, response);
            }
            if (!handler.handle(request, answer, callback)) {
                Answers.text(answer, callback, 404, "Not Found");
            }
            return true;
        }
    }
}
