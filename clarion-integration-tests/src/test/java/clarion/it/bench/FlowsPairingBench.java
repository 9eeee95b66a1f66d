package clarion.it.bench;

import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.pairing.Knowledge;
import clarion.domain.flows.pairing.Pairing;
import clarion.domain.flows.pairing.PairingSettings;
import java.util.ArrayList;
import java.util.List;

/** How many records a second one core joins and tells client and server of, 100,000 endpoints talking. */
final class FlowsPairingBench implements Bench.Suite {

    private static final int ENDPOINTS = 100_000;
    private static final int BATCH = 8192;
    private static final int RATE = 150_000;
    private static final int ROUNDS = 12;
    private static final long ROUND_NANOS = 2_500_000_000L;

    private long next;
    private long conversations;

    @Override
    public List<Measure> run() {
        PairingSettings settings = PairingSettings.DEFAULTS;
        Pairing pairing = new Pairing(settings, new Knowledge(settings), conversation -> conversations++);
        CampusTraffic campus = new CampusTraffic(ENDPOINTS);
        List<FlowBatch> batches = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            batches.add(new FlowBatch(BATCH));
        }
        double clock = 1_700_000_000_000d;
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            long spent = 0;
            long records = 0;
            while (spent < ROUND_NANOS) {
                for (FlowBatch batch : batches) {
                    clock += BATCH * 1000d / RATE;
                    fill(batch, campus, (long) clock);
                }
                long began = System.nanoTime();
                long at = (long) clock;
                for (FlowBatch batch : batches) {
                    pairing.accept(batch, at);
                }
                spent += System.nanoTime() - began;
                records += (long) batches.size() * BATCH;
            }
            rates.add(records * 1e9 / spent);
        }
        System.out.println("records/s of each round: "
                + rates.stream().map(r -> String.format("%,.0f", r)).toList() + "; " + pairing.counts());
        double late = rates.subList(ROUNDS / 2, ROUNDS).stream()
                .mapToDouble(r -> r)
                .average()
                .orElseThrow();
        return List.of(new Measure("pairing, one core, a million open", late, "records/s", "asked for", RATE));
    }

    private void fill(FlowBatch batch, CampusTraffic campus, long now) {
        batch.clear();
        while (batch.size() + 2 <= batch.capacity()) {
            campus.draw(next++);
            record(batch, campus, now, true);
            record(batch, campus, now, false);
        }
    }

    private static void record(FlowBatch batch, CampusTraffic campus, long now, boolean request) {
        int i = batch.add();
        batch.exporter[i] = 0;
        batch.start[i] = now - 9_000 + (request ? 0 : 3);
        batch.end[i] = now - 1_000;
        batch.sourceLow[i] = FlowBatch.mapped(request ? campus.client : campus.server);
        batch.destinationLow[i] = FlowBatch.mapped(request ? campus.server : campus.client);
        batch.sourcePort[i] = request ? campus.clientPort : campus.service;
        batch.destinationPort[i] = request ? campus.service : campus.clientPort;
        batch.protocol[i] = campus.protocol;
        batch.tcpFlags[i] = campus.protocol == 6 ? 27 : FlowBatch.UNKNOWN;
        batch.bytes[i] = request ? campus.asked : campus.answered;
        batch.packets[i] = 3;
    }
}
