package clarion.pxgrid.control;

import clarion.domain.logging.ContextLogger;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.tls.PxGridIdentity;
import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLParameters;

/** Makes and ends the JDK's HTTP clients: TLS 1.2 or 1.3, the peer's name checked, HTTP/1.1. */
public final class HttpClients {

    private static final System.Logger LOG = ContextLogger.of(HttpClients.class);

    static {
        LogFloor.warn();
    }

    private HttpClients() {}

    /** A client that shows and trusts what the identity says. */
    public static HttpClient of(PxGridIdentity identity, PxGridSettings settings, Executor executor) {
        LogFloor.hold();
        SSLParameters parameters = new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return HttpClient.newBuilder()
                .sslContext(identity.context())
                .sslParameters(parameters)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .executor(executor)
                .build();
    }

    /** Lets a client go; its thread ends with it, on JDK 21 and later at once. */
    public static void close(HttpClient http) {
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(http);
        } catch (NoSuchMethodException e) {
            LOG.log(System.Logger.Level.TRACE, "before JDK 21 the collector ends the client's thread");
        } catch (IllegalAccessException | InvocationTargetException e) {
            LOG.log(System.Logger.Level.DEBUG, "event=http-client-not-closed", e);
        }
    }
}
