package clarion.it;

import clarion.it.harness.Deployment;
import clarion.it.harness.Settings;
import clarion.it.harness.WildFlyServer;

/** The contract on WildFly, from the EAR. */
class WildFlyIT extends ContractIT {

    @Override
    Deployment deploy(Settings settings) {
        return new WildFlyServer(settings);
    }
}
