package clarion.it.harness;

import java.nio.file.Path;
import java.util.List;

/** The EAR on Payara Server. */
public final class PayaraServer extends ServerScripts {

    public PayaraServer(Settings settings) {
        super("payara", settings);
    }

    @Override
    public String name() {
        return "Payara Server";
    }

    @Override
    Path pidFile() {
        return domain().resolve("config/pid");
    }

    @Override
    List<String> leftovers() {
        return List.of("payara6/glassfish/domains/clarion");
    }

    @Override
    public List<Path> logs() {
        return List.of(domain().resolve("logs/server.log"));
    }

    @Override
    List<String> configuration() {
        String config = "payara6/glassfish/domains/clarion/config/";
        return List.of(config + "domain.xml", config + "logging.properties");
    }

    @Override
    public Path accessLogs() {
        return domain().resolve("logs/access");
    }

    private Path domain() {
        return home().resolve("payara6/glassfish/domains/clarion");
    }
}
