package clarion.it;

import clarion.it.harness.Deployment;
import clarion.it.harness.PayaraServer;
import clarion.it.harness.Settings;

/** The contract on Payara Server, from the EAR. */
class PayaraServerIT extends ContractIT {

    @Override
    Deployment deploy(Settings settings) {
        return new PayaraServer(settings);
    }
}
