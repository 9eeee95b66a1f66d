package clarion.pxgrid.check;

import clarion.pxgrid.CheckReport.StepName;
import clarion.pxgrid.check.StepLog.Finding;
import clarion.pxgrid.faults.Fault;
import clarion.pxgrid.faults.PxGridException;
import clarion.pxgrid.settings.Controller;
import clarion.pxgrid.tls.PeerLook;
import clarion.pxgrid.tls.PxGridIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From a controller's name to a TLS connection with it. */
final class ControllerSteps {

    private final StepLog log;
    private final Duration patience;
    private final ExecutorService threads;
    private final Clock clock;
    private final @Nullable PxGridIdentity identity;
    private final @Nullable PxGridException noIdentity;

    /**
     * @param identity who we are, or null
     * @param noIdentity why there is no identity
     */
    ControllerSteps(
            StepLog log,
            Duration patience,
            ExecutorService threads,
            Clock clock,
            @Nullable PxGridIdentity identity,
            @Nullable PxGridException noIdentity) {
        this.log = log;
        this.patience = patience;
        this.threads = threads;
        this.clock = clock;
        this.identity = identity;
        this.noIdentity = noIdentity;
    }

    /** True if the controller can be talked to. */
    boolean reach(Controller controller) throws InterruptedException {
        String target = controller.toString();
        if (log.run(StepName.NAME_RESOLUTION, controller.host(), () -> resolve(controller.host())) == null) {
            skipFrom(StepName.TCP, target, "The controller's name does not resolve.");
            return false;
        }
        if (log.run(StepName.TCP, target, () -> connect(controller)) == null) {
            skipFrom(StepName.TLS, target, "There is no TCP connection to the controller.");
            return false;
        }
        if (log.run(StepName.TLS, target, () -> secure(controller)) == null) {
            skipFrom(StepName.ACCOUNT, target, "There is no TLS connection to the controller.");
            return false;
        }
        return true;
    }

    private void skipFrom(StepName first, String target, String why) {
        for (StepName step : StepName.values()) {
            if (step.compareTo(first) >= 0 && step.compareTo(StepName.ACCOUNT) <= 0) {
                log.skip(step, target, why);
            }
        }
    }

    private Finding<Boolean> resolve(String host) throws PxGridException, InterruptedException {
        Future<InetAddress[]> answer = threads.submit(() -> InetAddress.getAllByName(host));
        try {
            String addresses = Arrays.stream(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .map(InetAddress::getHostAddress)
                    .distinct()
                    .collect(Collectors.joining(", "));
            return Finding.good(
                    true, addresses.equals(host) ? host + " is an address." : host + " is " + addresses + ".");
        } catch (ExecutionException | CancellationException e) {
            throw new PxGridException(Fault.CONTROLLER_UNKNOWN_HOST, "The name " + host + " is not known in DNS.", e);
        } catch (TimeoutException e) {
            throw new PxGridException(
                    Fault.CONTROLLER_UNKNOWN_HOST, "DNS did not say in time what " + host + " is.", e);
        } finally {
            answer.cancel(true);
        }
    }

    private Finding<Boolean> connect(Controller controller) throws PxGridException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(controller.host(), controller.port()), (int) patience.toMillis());
            return Finding.good(true, controller + " takes connections.");
        } catch (SocketTimeoutException e) {
            throw new PxGridException(
                    Fault.CONTROLLER_TIMEOUT,
                    "No connection to " + controller + " within " + patience.toMillis() + " ms.",
                    e);
        } catch (IOException e) {
            boolean refused = String.valueOf(e.getMessage()).contains("refused");
            throw new PxGridException(
                    refused ? Fault.CONTROLLER_REFUSED : Fault.CONTROLLER_TIMEOUT,
                    refused
                            ? "Nothing listens at " + controller + ": the connection was refused."
                            : "No connection to " + controller + ": " + e.getMessage() + ".",
                    e);
        }
    }

    private Finding<Boolean> secure(Controller controller) {
        URI uri = URI.create("https://" + controller);
        PeerLook look = PeerLook.at(uri, patience, identity, clock);
        PxGridException fault = noIdentity != null ? noIdentity : look.fault();
        if (fault != null) {
            return new Finding<>(null, fault.what(), fault.fault(), look.chain());
        }
        return new Finding<>(true, look.words(), look.warning(), look.chain());
    }
}
