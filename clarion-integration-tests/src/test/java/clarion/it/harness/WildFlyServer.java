package clarion.it.harness;

import java.nio.file.Path;
import java.util.List;

/** The EAR on WildFly. */
public final class WildFlyServer extends ServerScripts {

    public WildFlyServer(Settings settings) {
        super("wildfly", settings);
    }

    @Override
    public String name() {
        return "WildFly";
    }

    @Override
    Path pidFile() {
        return home().resolve("wildfly.pid");
    }

    @Override
    List<String> leftovers() {
        return List.of(
                "wildfly/standalone/data",
                "wildfly/standalone/log",
                "wildfly/standalone/tmp",
                "wildfly/standalone/deployments/clarion.ear",
                "wildfly/standalone/deployments/clarion.ear.deployed",
                "wildfly/standalone/deployments/clarion.ear.failed");
    }

    @Override
    public List<Path> logs() {
        return List.of(home().resolve("console.log"), home().resolve("wildfly/standalone/log/server.log"));
    }

    @Override
    List<String> configuration() {
        return List.of("wildfly/standalone/configuration/standalone-clarion.xml", "stores.properties");
    }

    @Override
    public Path accessLogs() {
        return home().resolve("wildfly/standalone/log");
    }
}
