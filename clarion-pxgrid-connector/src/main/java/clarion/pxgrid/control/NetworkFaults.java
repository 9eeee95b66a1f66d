package clarion.pxgrid.control;

import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.tls.TlsFaults;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Says in words what went wrong on the way to a peer. */
public final class NetworkFaults {

    private final TlsFaults tls;
    private final Duration connectTimeout;

    public NetworkFaults(TlsFaults tls, Duration connectTimeout) {
        this.tls = tls;
        this.connectTimeout = connectTimeout;
    }

    /**
     * Names the fault behind a failed call.
     *
     * @param peer where it was to go
     * @param cause what the JDK says
     * @param otherwise if it is neither a matter of the network nor of TLS
     */
    public PxGridException explain(URI peer, Throwable cause, Fault otherwise) {
        String where = peer.getHost() + ":" + (peer.getPort() < 0 ? 443 : peer.getPort());
        PxGridException tlsFault = tls.explain(peer, cause);
        if (tlsFault != null) {
            return tlsFault;
        }
        if (find(cause, UnresolvedAddressException.class) != null || find(cause, UnknownHostException.class) != null) {
            return new PxGridException(
                    Fault.CONTROLLER_UNKNOWN_HOST, "The name " + peer.getHost() + " is not known in DNS.", cause);
        }
        if (find(cause, HttpConnectTimeoutException.class) != null) {
            return new PxGridException(
                    Fault.CONTROLLER_TIMEOUT,
                    "No connection to " + where + " within " + connectTimeout.toMillis() + " ms.",
                    cause);
        }
        if (find(cause, HttpTimeoutException.class) != null) {
            return new PxGridException(Fault.CONTROLLER_TIMEOUT, "No answer from " + where + " in time.", cause);
        }
        if (find(cause, ConnectException.class) != null) {
            return new PxGridException(
                    Fault.CONTROLLER_REFUSED, "Nothing listens at " + where + ": the connection was refused.", cause);
        }
        return new PxGridException(otherwise, "The call to " + where + " broke off: " + wordsOf(cause) + ".", cause);
    }

    private static String wordsOf(Throwable cause) {
        String message = cause.getMessage();
        return cause instanceof IOException && message != null && !message.isBlank()
                ? message
                : cause.getClass().getSimpleName();
    }

    /** The first throwable of a kind in a chain of causes. */
    public static <T extends Throwable> @Nullable T find(Throwable cause, Class<T> kind) {
        Throwable next = cause;
        for (int depth = 0; next != null && depth < 20; depth++) {
            if (kind.isInstance(next)) {
                return kind.cast(next);
            }
            next = next.getCause();
        }
        return null;
    }
}
