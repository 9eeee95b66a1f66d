package clarion.simulator;

import clarion.simulator.http.Answers;
import clarion.simulator.http.Exchange;
import clarion.simulator.pki.Identity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/** The listeners: pxGrid on every node, ERS, and, if it is wanted, the control API. */
final class TlsServer {

    /** Tries to find a free port that is free at every node's address. */
    private static final int PORT_TRIES = 20;

    private final Server server;
    private final List<NodePort> nodes = new ArrayList<>();
    private final NodePort ers;
    private final @Nullable NodePort control;
    private final ServerWebSocketContainer webSockets;
    private final Faults faults;
    private final boolean anyPort;

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
        this.anyPort = settings.pxGridPort == 0;
        QueuedThreadPool threads = new QueuedThreadPool(64 + 4 * hosts.size(), 4);
        threads.setName("ise-http");
        threads.setDaemon(true);
        server = new Server(threads);
        for (int i = 0; i < hosts.size(); i++) {
            nodes.add(new NodePort(
                    i + 1,
                    hosts.get(i),
                    server,
                    NodePort.tls(identities.get(i), trust),
                    i == 0 ? settings.bind : hosts.get(i),
                    settings.pxGridPort));
        }
        ers = new NodePort(
                0, hosts.get(0), server, NodePort.tls(identities.get(0), trust), settings.bind, settings.ersPort);
        control = settings.controlPort < 0
                ? null
                : new NodePort(0, "127.0.0.1", server, null, "127.0.0.1", settings.controlPort);
        webSockets = ServerWebSocketContainer.ensure(server);
        webSockets.setIdleTimeout(Duration.ZERO);
        webSockets.setMaxBinaryMessageSize(1024 * 1024);
        webSockets.setMaxTextMessageSize(1024 * 1024);
    }

    ServerWebSocketContainer webSockets() {
        return webSockets;
    }

    /** Takes the ports; {@link #start} answers on them. */
    void open() {
        try {
            openNodes();
            ers.open();
            if (control != null) {
                control.open();
            }
        } catch (SimulatorException e) {
            stop();
            throw e;
        }
    }

    private void openNodes() {
        for (int attempt = 1; ; attempt++) {
            try {
                for (NodePort node : nodes) {
                    node.port(node.node == 1 ? node.port() : nodes.get(0).port());
                    node.open();
                }
                return;
            } catch (SimulatorException e) {
                if (!anyPort || nodes.size() == 1 || attempt == PORT_TRIES) {
                    throw e;
                }
                nodes.forEach(NodePort::stop);
                nodes.get(0).port(0);
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
        return ers.port();
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
        ers.stop();
    }

    void openPorts() {
        nodes.forEach(NodePort::start);
        ers.start();
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
            Handler handler = onPxGrid;
            Response answer = response;
            if (ers.is(connector)) {
                handler = onErs;
                Exchange.begin(request, 0, ers.host);
            } else if (control != null && control.is(connector)) {
                handler = onControl;
                Exchange.begin(request, 0, control.host);
            } else {
                NodePort node = nodes.stream()
                        .filter(one -> one.is(connector))
                        .findFirst()
                        .orElseThrow();
                if (faults.isSilent(node.node)) {
                    faults.holdSilent(node.node, response, callback);
                    return true;
                }
                Exchange.begin(request, node.node, node.host);
                answer = faults.dress(Exchange.call(request), node.node, response);
            }
            if (!handler.handle(request, answer, callback)) {
                Answers.text(answer, callback, 404, "Not Found");
            }
            return true;
        }
    }
}
