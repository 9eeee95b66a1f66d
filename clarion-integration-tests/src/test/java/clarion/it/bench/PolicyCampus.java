package clarion.it.bench;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowSink;
import clarion.domain.flows.text.FlowFileReader;
import clarion.domain.policy.mining.Groups;
import clarion.domain.segmentation.campus.CampusFlows;
import clarion.domain.segmentation.campus.Evidence;
import clarion.domain.segmentation.campus.RosterFiles;
import clarion.simulator.dataset.DatasetCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** A campus of the generator: what was seen of it, and what is true. */
final class PolicyCampus {

    /** A service that a role truly uses of another. */
    record TrueService(int client, int server, int protocol, int low, int high, boolean rare, long seen) {}

    /** A true conversation; groups of its sides are those of their devices. */
    record Talk(
            String clientMac,
            String serverMac,
            String clientRole,
            String serverRole,
            int protocol,
            int port,
            int clientPort,
            boolean answered,
            String kind) {}

    final Path directory;
    final Evidence evidence;
    final List<String> roles;
    final Map<String, Integer> roleOf = new HashMap<>();
    final List<TrueService> services = new ArrayList<>();

    PolicyCampus(Path directory, String kind, int endpoints, long seed) throws IOException {
        this.directory = directory;
        List<String> arguments = List.of(
                "--kind",
                kind,
                "--endpoints",
                Integer.toString(endpoints),
                "--days",
                "7",
                "--test-days",
                "2",
                "--seed",
                Long.toString(seed),
                "--conversations",
                "--out",
                directory.toString());
        java.io.PrintStream quiet = new java.io.PrintStream(java.io.OutputStream.nullOutputStream());
        if (DatasetCommand.run(arguments, quiet, System.err) != 0) {
            throw new IllegalStateException("the generator failed for " + arguments);
        }
        evidence = read();
        TreeSet<String> names = new TreeSet<>();
        rows("truth/roles.csv", row -> names.add(row.get("role")));
        roles = List.copyOf(names);
        rows("truth/roles.csv", row -> roleOf.put(row.get("mac"), roles.indexOf(row.get("role"))));
        rows(
                "truth/services.csv",
                row -> services.add(new TrueService(
                        role(row.get("client_role")),
                        role(row.get("server_role")),
                        Integer.parseInt(row.get("proto")),
                        Integer.parseInt(row.get("port_lo")),
                        Integer.parseInt(row.get("port_hi")),
                        row.get("frequency").equals("rare"),
                        Long.parseLong(row.get("conversations")))));
    }

    private int role(String name) {
        int role = roles.indexOf(name);
        return role < 0 ? Groups.EXTERNAL : role;
    }

    private Evidence read() throws IOException {
        RosterFiles files = new RosterFiles();
        try (InputStream endpoints = open("endpoints.csv");
                InputStream leases = open("leases.csv");
                InputStream sessions = open("sessions.csv")) {
            var unused = List.of(files.endpoints(endpoints), files.leases(leases), files.sessions(sessions));
        }
        CampusFlows flows = new CampusFlows(files.roster());
        Exporters exporters = new Exporters(10_000);
        for (FlowSink sink : List.<FlowSink>of(flows::learn, flows::take)) {
            try (InputStream in = open("flows.csv.gz")) {
                var unused = new FlowFileReader(exporters).read(in, sink);
            }
        }
        return flows.finish(true);
    }

    private InputStream open(String name) throws IOException {
        return new java.io.BufferedInputStream(Files.newInputStream(directory.resolve(name)), 1 << 16);
    }

    /** Hands on each true conversation of the days of test, or of learning. */
    void talks(boolean test, Consumer<Talk> consumer) throws IOException {
        rows(
                test ? "test/conversations.csv.gz" : "truth/conversations.csv.gz",
                row -> consumer.accept(new Talk(
                        row.get("client_mac"),
                        row.get("server_mac"),
                        row.get("client_role"),
                        row.get("server_role"),
                        Integer.parseInt(row.get("proto")),
                        Integer.parseInt(row.get("port")),
                        Integer.parseInt(row.get("client_port")),
                        row.get("answered").equals("true"),
                        row.get("kind"))));
    }

    /** A line by names of columns. */
    private record Row(Map<String, Integer> columns, List<String> fields) {
        String get(String name) {
            Integer column = columns.get(name);
            if (column == null) {
                throw new IllegalStateException("no column " + name);
            }
            return fields.get(column);
        }
    }

    private void rows(String name, Consumer<Row> consumer) throws IOException {
        InputStream file = open(name);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                name.endsWith(".gz") ? new GZIPInputStream(file, 1 << 16) : file, StandardCharsets.UTF_8))) {
            Map<String, Integer> columns = new HashMap<>();
            for (String column : String.valueOf(lines.readLine()).split(",", -1)) {
                columns.put(column, columns.size());
            }
            lines.lines().forEach(line -> consumer.accept(new Row(columns, List.of(line.split(",", -1)))));
        }
    }
}
