package clarion.it;

import clarion.it.harness.ServerScripts;
import clarion.it.harness.Settings;
import clarion.it.harness.WildFlyServer;

/** WildFly with production settings. */
class WildFlySettingsIT extends ServerSettingsIT {

    @Override
    ServerScripts deploy(Settings settings) {
        return new WildFlyServer(settings);
    }
}
