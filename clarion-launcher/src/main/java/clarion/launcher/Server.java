package clarion.launcher;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** How Payara Micro is started with Clarion in it. */
final class Server {

    private final Installation installation;
    private final DataDirectory data;
    private final String address;
    private final int port;
    private final SortedMap<String, String> properties = new TreeMap<>();

    Server(Installation installation, DataDirectory data, String address, int port) {
        this.installation = installation;
        this.data = data;
        this.address = address;
        this.port = port;
    }

    /** Adds system properties for the server; they may hold secrets and are written to a file that only we can read. */
    Server with(Map<String, String> more) {
        properties.putAll(more);
        return this;
    }

    /** Starts the process; it serves once {@link Application#isServing} says so. */
    Child start() {
        Path work = data.resolve("run/payara");
        Path temporary = data.resolve("run/tmp");
        Trees.delete(work);
        Trees.delete(temporary);
        Path file = data.resolve("run/server.properties");
        try {
            Files.createDirectories(work);
            Files.createDirectories(temporary);
        } catch (IOException e) {
            throw new LauncherFailure(work + " cannot be made (" + DataDirectory.reason(e) + ").");
        }
        DataDirectory.writePrivately(file, asText());
        List<String> command = new ArrayList<>(List.of(
                Installation.java(),
                "-Xms128m",
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                installation.payaraMicro().toString(),
                // alone: together with --noCluster it would start Hazelcast all the same
                "--noHazelcast",
                "--disablephonehome",
                "--rootDir",
                work.toString(),
                "--port",
                Integer.toString(port),
                "--systemproperties",
                file.toString(),
                "--prebootcommandfile",
                preBootCommands().toString(),
                "--deploy",
                installation.application().toString(),
                "--contextroot",
                "/"));
        return Child.start("clarion", command, Configuration.childEnvironment(System.getenv()), data);
    }

    /** The commands that every Payara Micro gets, and after them the address to listen on. */
    private Path preBootCommands() {
        String listener = "set configs.config.server-config.network-config.network-listeners.network-listener"
                + ".http-listener.address=" + address;
        Path file = data.resolve("run/preboot.asadmin");
        DataDirectory.writePrivately(file, DataDirectory.read(installation.preBootCommands()) + "\n" + listener + "\n");
        return file;
    }

    private String asText() {
        Properties file = new Properties();
        file.putAll(properties);
        StringWriter text = new StringWriter();
        try {
            file.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
