package clarion.it;

import clarion.it.harness.PayaraServer;
import clarion.it.harness.ServerScripts;
import clarion.it.harness.Settings;

/** Payara Server with production settings. */
class PayaraSettingsIT extends ServerSettingsIT {

    @Override
    ServerScripts deploy(Settings settings) {
        return new PayaraServer(settings);
    }
}
