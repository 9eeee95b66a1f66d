package clarion.ejb.flows;

import static clarion.ejb.flows.FlowWorld.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.ejb.TestDatabase;
import clarion.ejb.audit.Actor;
import clarion.ejb.audit.AuditService;
import clarion.ejb.listing.Lists;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlowImportDatabaseTest {

    private static final String HEAD =
            "src_ip,dst_ip,src_port,dst_port,proto,bytes,packets,start_time,end_time," + "exporter_switch_id\n";

    private final FlowWorld world = new FlowWorld();
    private final FlowImportStepService steps = new FlowImportStepService(
            world.work, TestDatabase.ready(), new NoAudit(world.clock), world.settings, world.clock);

    @TempDir
    private Path directory;

    /** What is audited is tried elsewhere. */
    private static final class NoAudit extends AuditService {
        @SuppressWarnings("NullAway")
        NoAudit(java.time.Clock clock) {
            super(null, clock);
        }

        @Override
        public void record(
                Actor actor,
                String action,
                String target,
                @Nullable Map<String, ?> before,
                @Nullable Map<String, ?> after) {}
    }

    private static String lines(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            String time = NOON.minusSeconds(3600).plusSeconds(i).toString();
            text.append("10.0.0.%d,10.9.9.9,%d,443,6,1000,10,%s,%s,sw1%n".formatted(1 + i % 5, 50_000 + i, time, time));
            text.append("10.9.9.9,10.0.0.%d,443,%d,6,2000,20,%s,%s,sw1%n".formatted(1 + i % 5, 50_000 + i, time, time));
        }
        return text.toString().replace("\r\n", "\n");
    }

    private FlowImport send(String text, boolean packed) throws IOException {
        Path file = directory.resolve("flows");
        try (OutputStream out =
                packed ? new GZIPOutputStream(Files.newOutputStream(file)) : Files.newOutputStream(file)) {
            out.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        return send(file);
    }

    private FlowImport send(Path file) throws IOException {
        long id = steps.open("flows.csv", Actor.system("test"), "1", Files.size(file));
        new FlowImportRun(id, file, world.settings, steps, world.service, world.clock).run();
        assertFalse(Files.exists(file), "the copy is removed, however it ended");
        return find(id);
    }

    private FlowImport find(long id) {
        return new Lists(world.dataSource)
                .find(
                        FlowImportList.DEFINITION,
                        clarion.ejb.listing.Scope.of("i.id = ?", id),
                        List.of(),
                        FlowImportList::read)
                .orElseThrow();
    }

    private List<String> stored() {
        return world.rows(
                "select coalesce(sum(conversations), 0), coalesce(sum(answered), 0), coalesce(sum(request_bytes),"
                        + " 0), coalesce(sum(reply_bytes), 0) from flow_5m");
    }

    @Test
    void takesAFileThatDoesNotSayWhoExportedIt() throws IOException {
        FlowImport done = send((HEAD + lines(0, 100)).replace(",sw1", "").replace(",exporter_switch_id", ""), false);
        assertEquals("DONE", done.state(), String.valueOf(done.detail()));
        assertEquals(List.of("100|100|100000|200000"), stored());
        assertEquals(
                List.of("(unknown)"),
                world.rows("select distinct s.name from flow_5m b join flow_source s on s.id = b.exporter"));
    }

    @Test
    void addsWhatTheFileSaysByWhoeverHadItsAddressesThen() throws IOException {
        world.change(NOON.minusSeconds(9000), NOON, "10.0.0.1", 1, "00:11:22:33:44:55", "anna", "Employees", true);
        FlowImport done = send(HEAD + lines(0, 100), false);
        assertEquals("DONE", done.state(), String.valueOf(done.detail()));
        assertEquals(200, done.records());
        assertEquals(100, done.conversations());
        assertEquals(List.of("100|100|100000|200000"), stored());
        assertEquals(
                List.of("20"),
                world.rows("select sum(conversations) from flow_5m join flow_party on id = client where user_id = 1"
                        + " and client_sgt = 20"));
        assertEquals(List.of("0"), world.rows("select count(*) from flow_import_bucket"));
        assertEquals(List.of("1"), world.rows("select count(*) from flow_due where series = 'flow_1h'"));
    }

    @Test
    void theSameContentChangesNothingHoweverItIsPacked() throws IOException {
        FlowImport first = send(HEAD + lines(0, 50), false);
        List<String> before = world.rows("select * from flow_5m order by 1, 8, 9");
        FlowImport again = send(HEAD + lines(0, 50), true);
        assertEquals("DUPLICATE", again.state());
        assertEquals(first.id(), again.duplicateOf());
        assertTrue(String.valueOf(again.detail()).contains("import " + first.id()), again.detail());
        assertEquals(before, world.rows("select * from flow_5m order by 1, 8, 9"));
        assertEquals("DONE", send(HEAD + lines(50, 60), true).state());
        assertEquals(List.of("60|60|60000|120000"), stored());
    }

    @Test
    void brokenLinesAreNamedAndTheRestIsImported() throws IOException {
        FlowImport done = send(
                HEAD + lines(0, 10) + "10.0.0.1,nowhere,1,2,6,1,1,2026-11-03T11:00:00Z,,sw1\n" + lines(10, 20), false);
        assertEquals("DONE", done.state());
        assertEquals(1, done.faulty());
        assertTrue(done.errors().get(0).startsWith("line 22, dst_ip 'nowhere'"), done.errors()::toString);
        assertEquals(List.of("20|20|20000|40000"), stored());
    }

    @Test
    void whatIsNoFlowFileAddsNothingAndSaysWhatToSend() throws IOException {
        FlowImport failed = send("name;colour\ncar;red\n", false);
        assertEquals("FAILED", failed.state());
        assertTrue(String.valueOf(failed.detail()).contains("header"), failed.detail());
        assertEquals(List.of("0|0|0|0"), stored());
    }

    @Test
    void aFileThatBreaksOffAddsNothing() throws IOException {
        Path file = directory.resolve("cut.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write((HEAD + lines(0, 5000)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertEquals("FAILED", send(file).state());
        assertEquals(List.of("0|0|0|0"), stored());
        assertEquals(List.of("0"), world.rows("select count(*) from flow_import_bucket"));
    }

    @Test
    void anImportWhoseProcessWasKilledIsGivenUpAndLeavesNothing() {
        long id = steps.open("flows.csv", Actor.system("test"), "1", 10);
        steps.stage(id, world.buckets(ConversationBuilder.fromClient("10.0.0.1").build()), numbers());
        assertEquals(0, steps.giveUp(), "it was heard of a moment ago");
        world.clock.set(NOON.plus(Duration.ofMinutes(4)));
        assertEquals(1, steps.giveUp());
        assertEquals("FAILED", find(id).state());
        assertEquals(List.of("0|0|0|0"), stored());
        assertEquals(List.of("0"), world.rows("select count(*) from flow_import_bucket"));
        assertFalse(steps.note(id, new FlowImportTable.Progress(1, 1, 1, 1, 1, 1)), "it does not come back to life");
    }

    private FlowStore.Numbers numbers() {
        Buckets buckets =
                world.buckets(ConversationBuilder.fromClient("10.0.0.1").build());
        return new PartyNumbers(world.service, world.exporters).of(buckets, java.time.LocalDate.of(2026, 11, 3));
    }
}
