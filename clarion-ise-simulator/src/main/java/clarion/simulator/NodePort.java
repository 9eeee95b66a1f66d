package clarion.simulator;

import clarion.simulator.pki.Identity;
import java.io.IOException;
import java.net.BindException;
import java.net.StandardSocketOptions;
import java.nio.channels.NetworkChannel;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectableChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;

/** One listener: of an ISE node, of ERS, or of the control API, which alone is without TLS. */
final class NodePort {

    private static final char[] IN_MEMORY = "in memory only".toCharArray();
    private static final long IDLE_MILLIS = Duration.ofMinutes(5).toMillis();

    /** The ISE node, from 1 on; 0 for ERS and the control API. */
    final int node;

    /** By which clients are told to call it. */
    final String host;

    private final ServerConnector connector;
    private final SslContextFactory.@Nullable Server tls;

    NodePort(int node, String host, Server server, SslContextFactory.@Nullable Server tls, String bind, int port) {
        this.node = node;
        this.host = host;
        this.tls = tls;
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        if (tls == null) {
            connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(http));
        } else {
            http.addCustomizer(new SecureRequestCustomizer(false));
            connector = new ServerConnector(
                    server, 0, 1, new SslConnectionFactory(tls, "http/1.1"), new HttpConnectionFactory(http));
        }
        connector.setHost(bind);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
    }

    boolean is(Object other) {
        return connector == other;
    }

    int port() {
        return connector.getPort();
    }

    /** Takes the port, so that nobody else can, before anything answers on it. */
    void open() {
        try {
            connector.open();
            connector.setPort(connector.getLocalPort());
        } catch (IOException | UnresolvedAddressException e) {
            String why = e instanceof UnresolvedAddressException
                    ? "no such address"
                    : e.getCause() instanceof BindException bind ? bind.getMessage() : e.getMessage();
            throw new SimulatorException(
                    "cannot listen on " + connector.getHost() + ":" + connector.getPort() + " (" + why
                            + "); stop what listens there, or choose another address or port",
                    e);
        }
    }

    void port(int port) {
        connector.setPort(port);
    }

    /** Answers again, on the same port. */
    void start() {
        try {
            if (!connector.isRunning()) {
                open();
                connector.start();
            }
            connector.setAccepting(true);
        } catch (SimulatorException e) {
            throw e;
        } catch (Exception e) {
            throw new SimulatorException("cannot start: " + e.getMessage(), e);
        }
    }

    /** Refuses new connections and ends those that there are. */
    void stop() {
        try {
            connector.stop();
        } catch (Exception e) {
            throw new IllegalStateException("Jetty cannot close a port", e);
        }
    }

    /** Leaves new connections to the kernel, which greets them, and nobody answers. */
    void ignore() {
        connector.setAccepting(false);
    }

    /** Ends every connection with a TCP reset. */
    void reset() {
        List.copyOf(connector.getConnectedEndPoints()).forEach(NodePort::reset);
    }

    /** Closes a connection so that what was under way is lost and the peer sees a reset. */
    static void reset(EndPoint endPoint) {
        EndPoint raw = endPoint instanceof EndPoint.Wrapper wrapper ? wrapper.unwrap() : endPoint;
        try {
            if (raw instanceof SelectableChannelEndPoint selectable
                    && selectable.getChannel() instanceof NetworkChannel channel
                    && channel instanceof java.nio.channels.SocketChannel) {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                channel.close();
            }
        } catch (IOException e) {
            raw.close(e);
        }
        raw.close();
    }

    void present(Identity identity) {
        SslContextFactory.Server factory = Objects.requireNonNull(tls, "a port without TLS");
        try {
            factory.reload(changed -> changed.setKeyStore(identity.keyStore("ise", IN_MEMORY)));
        } catch (Exception e) {
            throw new IllegalStateException("Jetty refuses the certificate", e);
        }
    }

    /** What a listener with this certificate needs; a client certificate of the CA is welcome. */
    static SslContextFactory.Server tls(Identity identity, java.security.KeyStore trust) {
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setKeyStore(identity.keyStore("ise", IN_MEMORY));
        tls.setKeyStorePassword(new String(IN_MEMORY));
        tls.setTrustStore(trust);
        tls.setWantClientAuth(true);
        tls.setSniRequired(false);
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        return tls;
    }
}
