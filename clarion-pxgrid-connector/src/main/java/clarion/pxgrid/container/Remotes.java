package clarion.pxgrid.container;

import clarion.pxgrid.LeaderDirectory;
import clarion.pxgrid.remote.RemoteConnector;
import clarion.pxgrid.settings.RoleSettings;
import java.time.Clock;
import java.util.concurrent.Executor;

/** Makes the connector of another process, where the role is one without a connector. */
final class Remotes {

    private Remotes() {}

    static RemoteConnector of(RoleSettings settings, LeaderDirectory directory, Executor threads) {
        return new RemoteConnector(
                directory,
                settings.connectorUrls(),
                settings.key().orElseThrow(() -> new IllegalStateException("clarion.connector.key-file is not set")),
                threads,
                Clock.systemUTC());
    }
}
