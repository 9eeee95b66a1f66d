package clarion.pxgrid.check;

import clarion.pxgrid.settings.MapConfig;
import clarion.pxgrid.settings.PxGridSettings;
import clarion.pxgrid.settings.PxGridSettings.Stores;
import clarion.pxgrid.tls.PemFolder;
import clarion.simulator.IseSimulator;
import clarion.simulator.pki.Identity;
import clarion.simulator.pki.Issuer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** A simulator and a desk that is configured for it. */
final class CheckBench implements AutoCloseable {

    final IseSimulator ise;
    final CheckDesk desk;
    private final Path roots;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(8);

    CheckBench(Path directory) {
        ise = IseSimulator.builder().dataDirectory(directory.resolve("ise")).start();
        roots = directory.resolve("roots");
        PxGridSettings settings = settings();
        desk = new CheckDesk(() -> settings, threads, Clock.systemUTC());
    }

    PxGridSettings settings() {
        return PxGridSettings.from(new MapConfig(Map.of(
                        "clarion.pxgrid.controllers", "127.0.0.1:" + ise.pxGridPort(),
                        "clarion.pxgrid.node-name", "clarion-test",
                        "clarion.pxgrid.connect-timeout", "PT3S",
                        "clarion.pxgrid.request-timeout", "PT4S",
                        "clarion.pxgrid.certificate-roots", roots.toString())))
                .withStores(new Stores(
                        ise.pki().clientKeyStore(),
                        ise.pki().passwordFile(),
                        ise.pki().trustStore(),
                        ise.pki().passwordFile()));
    }

    Issuer issuer() {
        return ise.pki().issuer(Clock.systemUTC());
    }

    /** A directory that a test may name. */
    Path pemFiles(String name, Identity identity) throws IOException {
        return new PemFolder(roots.resolve(name))
                .swap(identity, identity, issuer().authority().certificate())
                .path();
    }

    @Override
    public void close() {
        desk.close();
        threads.shutdownNow();
        ise.close();
    }
}
