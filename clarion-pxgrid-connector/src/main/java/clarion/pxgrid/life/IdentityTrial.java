package clarion.pxgrid.life;

import clarion.pxgrid.accounts.AccountPasswords;
import clarion.pxgrid.control.ControlClient;
import clarion.pxgrid.control.HttpCaller;
import clarion.pxgrid.control.HttpClients;
import clarion.pxgrid.control.NetworkFaults;
import clarion.pxgrid.control.Secret;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.tls.IdentityKeeper;
import clarion.pxgrid.tls.PxGridIdentity;
import clarion.pxgrid.tls.TlsFaults;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Asks the controllers about the account with a new identity, beside the connection that the present one holds: a
 * certificate that ISE does not take must not end a connection that lives.
 */
final class IdentityTrial implements IdentityKeeper.Trial {

    private final PxGridSettings settings;
    private final Executor executor;
    private final Clock clock;
    private final StopSignal stop;

    IdentityTrial(PxGridSettings settings, Executor executor, Clock clock, StopSignal stop) {
        this.settings = settings;
        this.executor = executor;
        this.clock = clock;
        this.stop = stop;
    }

    @Override
    public void check(PxGridIdentity candidate) throws PxGridException, InterruptedException {
        HttpClient http = HttpClients.of(candidate, settings, executor);
        try {
            NetworkFaults faults = new NetworkFaults(
                    new TlsFaults(clock, settings.connectTimeout(), candidate), settings.connectTimeout());
            HttpCaller caller = new HttpCaller(http, settings.nodeName(), settings.requestTimeout(), stop);
            ControlClient control = new ControlClient(settings.controllers(), caller, faults);
            if (settings.account().isPassword()) {
                Optional<Secret> password = new AccountPasswords(settings.account()).find(settings.nodeName());
                password.ifPresent(control::actAs);
            }
            var unused = control.activate(settings.description());
        } finally {
            HttpClients.close(http);
        }
    }
}
