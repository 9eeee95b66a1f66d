package clarion.domain.flows.pairing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.FlowBatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** True conversations, split into records as exporters would, come out as they were. */
class PairingPropertyTest {

    private static final int CONVERSATIONS = 40_000;
    private static final long HOUR = 3_600_000;

    /** Services: protocol, port (0 for an own high port of each server), clients' port (0 for ephemeral). */
    private static final int[][] SERVICES = {
        {6, 443, 0}, {6, 445, 0}, {17, 53, 0}, {6, 8443, 0}, {17, 123, 123}, {6, 2049, 801}, {17, 514, 514}, {6, 0, 0}
    };

    private record True(int client, int server, int protocol, int clientPort, int port, long start, long end) {
        String ends() {
            return client + ":" + clientPort + ">" + server + ":" + port + "/" + protocol;
        }
    }

    private record Sent(boolean request, True of, int exporter, long start, long end, long packets, int sampling) {}

    @Test
    void findsTheConversationsAndTheirClients() {
        for (long seed = 1; seed <= 3; seed++) {
            Random random = new Random(seed);
            List<True> truth = truth(random);
            List<Conversation> found = paired(records(truth, random));
            check(truth, found, seed);
        }
    }

    @Test
    void givesTheSameForTheSame() {
        Random random = new Random(7);
        List<Sent> records = records(truth(random), random);
        assertEquals(text(paired(records)), text(paired(records)));
    }

    private static void check(List<True> truth, List<Conversation> found, long seed) {
        Map<String, List<Conversation>> byEnds = new HashMap<>();
        for (Conversation c : found) {
            String ends = (int) c.clientLow() + ":" + c.clientPort() + ">" + (int) c.serverLow() + ":" + c.servicePort()
                    + "/" + c.protocol();
            byEnds.computeIfAbsent(ends, none -> new ArrayList<>()).add(c);
        }
        int oriented = 0;
        int paired = 0;
        for (True t : truth) {
            List<Conversation> same = byEnds.getOrDefault(t.ends(), List.of());
            List<Conversation> near = same.stream()
                    .filter(c -> c.firstMillis() <= t.end() + 10_000 && c.lastMillis() >= t.start() - 10_000)
                    .toList();
            oriented += near.isEmpty() ? 0 : 1;
            paired += near.size() == 1 && near.get(0).isAnswered() ? 1 : 0;
        }
        System.out.printf(
                "pairing seed %d: %d conversations, oriented right %.3f %%, paired %.3f %%, handed on %d%n",
                seed, truth.size(), 100.0 * oriented / truth.size(), 100.0 * paired / truth.size(), found.size());
        assertTrue(
                oriented >= 0.995 * truth.size(),
                "oriented right: " + oriented + " of " + truth.size() + ", seed " + seed);
        assertTrue(paired >= 0.995 * truth.size(), "paired: " + paired + " of " + truth.size() + ", seed " + seed);
    }

    private static List<True> truth(Random random) {
        List<True> truth = new ArrayList<>();
        int[] nextPort = new int[3000];
        for (int n = 0; n < CONVERSATIONS; n++) {
            int[] service = SERVICES[random.nextInt(SERVICES.length)];
            int client = random.nextInt(2000);
            int server = 2000 + random.nextInt(40);
            int port = service[1] == 0 ? 49152 + server % 50 * 3 : service[1];
            // Fixed ports are one conversation of a pair in this world: each pair has its time.
            int clientPort = service[2] == 0 ? 49152 + nextPort[client]++ % 16000 : service[2];
            long start = World.START
                    + (service[2] == 0 ? random.nextInt((int) HOUR) : (client * 41L + server) * 7919 % HOUR);
            long length = random.nextInt(10) == 0 ? random.nextInt(300_000) : 20 + random.nextInt(2000);
            truth.add(new True(client, server, service[0], clientPort, port, start, start + length));
        }
        Map<String, True> once = new HashMap<>();
        truth.forEach(t -> once.putIfAbsent(t.ends(), t));
        return new ArrayList<>(once.values().stream()
                .sorted(java.util.Comparator.comparing(True::ends))
                .toList());
    }

    /** One record a minute and direction, seen by one to three exporters; each loses 0.2 % and has its own clock. */
    private static List<Sent> records(List<True> truth, Random random) {
        List<Sent> records = new ArrayList<>();
        for (True t : truth) {
            int path = 1 + random.nextInt(3);
            for (int hop = 0; hop < path; hop++) {
                int exporter = (t.client() + hop * 7) % 20;
                long clock = (exporter * 37 % 40 - 20) * 100L;
                int sampling = exporter == 19 ? 10 : 1;
                for (int side = 0; side < 2; side++) {
                    long from = t.start() + (side == 0 ? 0 : 5);
                    for (long at = from; at <= t.end(); at += 60_000) {
                        long end = Math.min(t.end(), at + 60_000);
                        if (random.nextInt(500) != 0) {
                            records.add(new Sent(side == 0, t, exporter, at + clock, end + clock, 10, sampling));
                        }
                    }
                }
            }
        }
        Collections.shuffle(records, random);
        // Out of order within 20 seconds.
        records.sort(java.util.Comparator.comparingLong((Sent r) -> (r.start() + r.exporter() * 1000L) / 20_000));
        return records;
    }

    private static List<Conversation> paired(List<Sent> records) {
        PairingSettings settings = PairingSettings.DEFAULTS;
        Knowledge knowledge = new Knowledge(settings, 1 << 16);
        Watermark measured = new Watermark();
        for (FlowBatch batch : batches(records)) {
            knowledge.accept(batch);
            measured.accept(batch);
        }
        knowledge.freeze();
        List<Conversation> found = new ArrayList<>();
        Pairing pairing = new Pairing(settings.withLateness(measured.disorderMillis()), knowledge, found::add);
        Watermark watermark = new Watermark();
        for (FlowBatch batch : batches(records)) {
            watermark.accept(batch);
            pairing.acceptHistory(batch, watermark.millis());
        }
        pairing.finish();
        return found;
    }

    private static List<FlowBatch> batches(List<Sent> records) {
        List<FlowBatch> batches = new ArrayList<>();
        for (Sent r : records) {
            if (batches.isEmpty() || batches.get(batches.size() - 1).isFull()) {
                batches.add(new FlowBatch(1024));
            }
            FlowBatch batch = batches.get(batches.size() - 1);
            int i = batch.add();
            batch.exporter[i] = r.exporter();
            batch.start[i] = r.start();
            batch.end[i] = r.end();
            batch.protocol[i] = r.of().protocol();
            batch.sourceLow[i] = FlowBatch.mapped(r.request() ? r.of().client() : r.of().server());
            batch.destinationLow[i] = FlowBatch.mapped(r.request() ? r.of().server() : r.of().client());
            batch.sourcePort[i] = r.request() ? r.of().clientPort() : r.of().port();
            batch.destinationPort[i] = r.request() ? r.of().port() : r.of().clientPort();
            batch.packets[i] = r.packets();
            batch.bytes[i] = 100 * r.packets();
            batch.sampling[i] = r.sampling();
        }
        return batches;
    }

    private static List<String> text(List<Conversation> conversations) {
        return conversations.stream().map(Conversation::toString).sorted().collect(Collectors.toList());
    }
}
