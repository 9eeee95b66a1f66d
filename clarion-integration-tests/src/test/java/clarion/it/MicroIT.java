package clarion.it;

import clarion.it.harness.Deployment;
import clarion.it.harness.MicroServer;
import clarion.it.harness.Settings;

/** The contract on Payara Micro. */
class MicroIT extends ContractIT {

    @Override
    Deployment deploy(Settings settings) {
        return new MicroServer("contract", settings);
    }
}
