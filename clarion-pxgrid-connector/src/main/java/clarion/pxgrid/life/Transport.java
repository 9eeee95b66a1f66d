package clarion.pxgrid.life;

import clarion.pxgrid.control.HttpClients;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.tls.IdentityKeeper;
import clarion.pxgrid.tls.PxGridIdentity;
import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of all connections to ISE. It is kept as long as the identity stays the same, since each client has a
 * thread of its own until it is collected, and made anew with a new identity.
 */
final class Transport {

    private final PxGridSettings settings;
    private final IdentityKeeper keeper;
    private final Executor executor;
    private @Nullable Ready ready;

    private record Ready(HttpClient http, PxGridIdentity identity) {}

    Transport(PxGridSettings settings, IdentityKeeper keeper, Executor executor) {
        this.settings = settings;
        this.keeper = keeper;
        this.executor = executor;
    }

    /** Who we are; a new identity is taken up here. */
    PxGridIdentity identity() throws PxGridException {
        return ready().identity();
    }

    HttpClient http() throws PxGridException {
        return ready().http();
    }

    private Ready ready() throws PxGridException {
        PxGridIdentity identity = keeper.identity(settings);
        Ready known = ready;
        if (known != null && known.identity().equals(identity)) {
            return known;
        }
        close();
        Ready fresh = new Ready(HttpClients.of(identity, settings, executor), identity);
        ready = fresh;
        return fresh;
    }

    /** Lets the client go; its thread ends with it, on JDK 21 and later at once. */
    void close() {
        Ready known = ready;
        ready = null;
        if (known != null) {
            HttpClients.close(known.http());
        }
    }
}
