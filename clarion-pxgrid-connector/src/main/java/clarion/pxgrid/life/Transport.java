package clarion.pxgrid.life;

import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.tls.PxGridIdentity;
import clarion.pxgrid.tls.StoreStamps;
import java.lang.reflect.InvocationTargetException;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of all connections to ISE. It is kept as long as the stores stay the same, since each client has a
 * thread of its own until it is collected, and made anew when a store's file has changed.
 */
final class Transport {

    private static final System.Logger LOG = System.getLogger(Transport.class.getName());

    private final PxGridSettings settings;
    private final Executor executor;
    private final Clock clock;
    private @Nullable Ready ready;

    private record Ready(HttpClient http, PxGridIdentity identity, StoreStamps stamps) {}

    Transport(PxGridSettings settings, Executor executor, Clock clock) {
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
    }

    /** Who we are; loaded anew if a store's file changed since. */
    PxGridIdentity identity() throws PxGridException {
        return ready().identity();
    }

    HttpClient http() throws PxGridException {
        return ready().http();
    }

    private Ready ready() throws PxGridException {
        Properties properties = System.getProperties();
        StoreStamps stamps = StoreStamps.of(settings.stores(), properties);
        Ready known = ready;
        if (known != null && known.stamps().equals(stamps)) {
            return known;
        }
        PxGridIdentity identity = PxGridIdentity.load(settings.stores(), properties, clock);
        close();
        HttpClient http = HttpClient.newBuilder()
                .sslContext(identity.context())
                .sslParameters(new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"}))
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .executor(executor)
                .build();
        Ready fresh = new Ready(http, identity, stamps);
        ready = fresh;
        return fresh;
    }

    /** Lets the client go; its thread ends with it, on JDK 21 and later at once. */
    void close() {
        Ready known = ready;
        ready = null;
        if (known == null) {
            return;
        }
        try {
            HttpClient.class.getMethod("shutdownNow").invoke(known.http());
        } catch (NoSuchMethodException e) {
            LOG.log(System.Logger.Level.TRACE, "before JDK 21 the collector ends the client's thread");
        } catch (IllegalAccessException | InvocationTargetException e) {
            LOG.log(System.Logger.Level.DEBUG, "event=http-client-not-closed", e);
        }
    }
}
