package clarion.simulator;

import clarion.simulator.http.Answers;
import clarion.simulator.pki.Identity;
import clarion.simulator.pki.Pki;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;

/** The HTTPS listeners for pxGrid, where a client certificate is welcome, and ERS. */
final class TlsServer {

    private static final char[] IN_MEMORY = "in memory only".toCharArray();
    private static final long IDLE_MILLIS = Duration.ofMinutes(5).toMillis();

    private final Server server;
    private final SslContextFactory.Server tls;
    private final ServerConnector pxGrid;
    private final ServerConnector ers;
    private final ServerWebSocketContainer webSockets;

    /** Jetty tells at INFO what nobody who runs the simulator asks; held here because loggers are weakly reachable. */
    private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");

    static {
        if (JETTY.getLevel() == null) {
            JETTY.setLevel(Level.WARNING);
        }
    }

    TlsServer(Pki pki, String bind, int pxGridPort, int ersPort) {
        QueuedThreadPool threads = new QueuedThreadPool(48, 4);
        threads.setName("ise-http");
        threads.setDaemon(true);
        server = new Server(threads);
        tls = new SslContextFactory.Server();
        tls.setKeyStore(pki.server().keyStore("ise", IN_MEMORY));
        tls.setKeyStorePassword(new String(IN_MEMORY));
        tls.setTrustStore(pki.trust());
        tls.setWantClientAuth(true);
        tls.setSniRequired(false);
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        pxGrid = connector(bind, pxGridPort);
        ers = connector(bind, ersPort);
        server.addConnector(pxGrid);
        server.addConnector(ers);
        webSockets = ServerWebSocketContainer.ensure(server);
        webSockets.setIdleTimeout(Duration.ZERO);
        webSockets.setMaxBinaryMessageSize(1024 * 1024);
        webSockets.setMaxTextMessageSize(1024 * 1024);
    }

    private ServerConnector connector(String bind, int port) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.addCustomizer(new SecureRequestCustomizer(false));
        ServerConnector connector = new ServerConnector(
                server, 1, 1, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        return connector;
    }

    ServerWebSocketContainer webSockets() {
        return webSockets;
    }

    void start(Handler onPxGrid, Handler onErs) {
        server.setHandler(new ByPort(onPxGrid, onErs));
        server.setStopTimeout(0);
        open(pxGrid);
        open(ers);
        try {
            server.start();
        } catch (Exception e) {
            stop();
            throw new SimulatorException("cannot start: " + e.getMessage(), e);
        }
        pxGrid.setPort(pxGrid.getLocalPort());
        ers.setPort(ers.getLocalPort());
    }

    int pxGridPort() {
        return pxGrid.getPort();
    }

    int ersPort() {
        return ers.getPort();
    }

    void present(Identity identity) {
        try {
            tls.reload(factory -> factory.setKeyStore(identity.keyStore("ise", IN_MEMORY)));
        } catch (Exception e) {
            throw new IllegalStateException("Jetty refuses the certificate", e);
        }
    }

    void closePorts() {
        try {
            pxGrid.stop();
            ers.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty cannot close its ports", e);
        }
    }

    void openPorts() {
        open(pxGrid);
        open(ers);
        try {
            pxGrid.start();
            ers.start();
        } catch (Exception e) {
            throw new SimulatorException("cannot start: " + e.getMessage(), e);
        }
    }

    void stop() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty cannot stop", e);
        }
    }

    private void open(ServerConnector connector) {
        try {
            connector.open();
        } catch (IOException | UnresolvedAddressException e) {
            pxGrid.close();
            String why = e instanceof UnresolvedAddressException
                    ? "no such address"
                    : e.getCause() instanceof BindException bind ? bind.getMessage() : e.getMessage();
            throw new SimulatorException(
                    "cannot listen on " + connector.getHost() + ":" + connector.getPort() + " (" + why
                            + "); stop what listens there, or choose another address or port",
                    e);
        }
    }

    /** Sends a request to the handler of the port that it came in by. */
    private final class ByPort extends Handler.Sequence {

        private final Handler onPxGrid;
        private final Handler onErs;

        ByPort(Handler onPxGrid, Handler onErs) {
            super(onPxGrid, onErs);
            this.onPxGrid = onPxGrid;
            this.onErs = onErs;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            boolean toErs = request.getConnectionMetaData().getConnector() == ers;
            if (!(toErs ? onErs : onPxGrid).handle(request, response, callback)) {
                Answers.text(response, callback, 404, "Not Found");
            }
            return true;
        }
    }
}
