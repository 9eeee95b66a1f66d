package clarion.it.bench;

import clarion.it.harness.Project;
import clarion.it.harness.Until;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A file of a day of 7,000,000 records, from the first octet that is sent to the last bucket that is committed. */
final class FlowsImportBench implements Bench.Suite {

    private static final int ENDPOINTS = 5_000;
    private static final int RECORDS = 7_000_000;
    private static final String HEAD = "flow_id,src_ip,dst_ip,src_port,dst_port,proto,bytes,packets,src_mac,dst_mac,"
            + "start_time,end_time,vlan_id,exporter_switch_id,ingress_interface,src_sgt,dst_sgt\n";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public List<Measure> run() throws Exception {
        Path file = Project.work("bench-files").resolve("flows.csv");
        System.out.println("Writing " + RECORDS + " records");
        write(file);
        try (FlowsServer clarion = new FlowsServer("flows-import")) {
            clarion.openSessions(ENDPOINTS);
            System.out.println("Importing " + Files.size(file) / 1_000_000 + " MB");
            long began = System.nanoTime();
            long id = clarion.api
                    .postFile("/api/v1/flows/imports?name=bench.csv", file)
                    .getJsonNumber("id")
                    .longValue();
            double sent = (System.nanoTime() - began) / 1e9;
            JsonObject done = Until.holds(
                    "the file is imported",
                    PATIENCE,
                    () -> clarion.api.json("/api/v1/flows/imports/" + id),
                    answer -> !List.of("WAITING", "RUNNING").contains(answer.getString("state")));
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.println(done);
            if (!done.getString("state").equals("DONE") || done.getInt("records") != RECORDS) {
                throw new IllegalStateException("not imported: " + done);
            }
            double heap = clarion.server.footprint().heap() / 1048576.0;
            String what = "import of 7,000,000 CSV records";
            return List.of(
                    new Measure(what, seconds, "s", "asked for at most", 60),
                    new Measure(what + ", sending alone", sent, "s", "of these", seconds),
                    new Measure(what, RECORDS / seconds, "records/s", "asked for", RECORDS / 60.0),
                    new Measure("buckets of it", done.getInt("buckets"), "", "conversations", RECORDS / 2.0),
                    new Measure("objects in the heap, right after", heap, "MiB", "asked for", 1024));
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file) throws IOException {
        CampusTraffic campus = new CampusTraffic(ENDPOINTS);
        Instant begin = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(26, ChronoUnit.HOURS);
        StringBuilder line = new StringBuilder();
        try (Writer out = Files.newBufferedWriter(file)) {
            out.write(HEAD);
            for (int i = 0; i < RECORDS / 2; i++) {
                campus.draw(i);
                Instant start = begin.plusMillis((long) (i * (86_400_000d / (RECORDS / 2))));
                line.setLength(0);
                record(line, campus, 2 * i, start, true);
                record(line, campus, 2 * i + 1, start.plusMillis(3), false);
                out.append(line);
            }
        }
    }

    private static void record(StringBuilder line, CampusTraffic campus, int number, Instant start, boolean request) {
        line.append(number).append(',');
        address(line, request ? campus.client : campus.server);
        address(line, request ? campus.server : campus.client);
        line.append(request ? campus.clientPort : campus.service).append(',');
        line.append(request ? campus.service : campus.clientPort).append(',');
        line.append(campus.protocol).append(',');
        line.append(request ? campus.asked : campus.answered).append(",4,");
        line.append("02:00:00:00:10:01,02:00:00:00:10:02,").append(start).append(',');
        line.append(start.plusMillis(900))
                .append(",120,b")
                .append(campus.endpoint / 200)
                .append("-sw01,");
        line.append("GigabitEthernet1/0/25,,\n");
    }

    private static void address(StringBuilder line, int address) {
        line.append(address >>> 24).append('.').append(address >>> 16 & 0xff).append('.');
        line.append(address >>> 8 & 0xff).append('.').append(address & 0xff).append(',');
    }
}
