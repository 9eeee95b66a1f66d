package clarion.domain.flows.wire;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A decoder with what it reads, row by row as text, for tests to look at. */
final class DecoderBench {

    static final IpAddress EXPORTER = IpAddress.parse("192.0.2.1");

    /** 2026-11-23 12:00:00 UTC. */
    static final long SECONDS = 1_795_435_200L;

    static final long NOW = SECONDS * 1000 + 250;

    final ExporterTable table;
    final FlowDecoder decoder;
    final FlowBatch batch;

    DecoderBench() {
        this(DecoderLimits.DEFAULT);
    }

    DecoderBench(DecoderLimits limits) {
        this(limits, 4096);
    }

    DecoderBench(DecoderLimits limits, int capacity) {
        table = new ExporterTable(limits, new Exporters(100), address -> false, true);
        batch = new FlowBatch(capacity);
        decoder = FlowDecoder.into(table, batch, full -> {});
    }

    static DecoderLimits limits(int exporters, int templates, int pendingBytes, Duration oldest) {
        DecoderLimits d = DecoderLimits.DEFAULT;
        return new DecoderLimits(
                exporters,
                templates,
                d.templateFields(),
                d.templateExpiry(),
                pendingBytes,
                d.pendingBytesOfAll(),
                d.pendingWait(),
                d.names(),
                d.namesOfAll(),
                d.clockTolerance(),
                oldest);
    }

    DecoderBench send(byte[] packet) {
        return send(packet, NOW);
    }

    DecoderBench send(byte[] packet, long now) {
        decoder.decode(packet, packet.length, EXPORTER, now);
        return this;
    }

    ExporterStatistics statistics() {
        return table.statistics().get(0);
    }

    /** Each record as source, destination, protocol, ports, octets, packets, flags, ICMP, interface, start, end. */
    List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            rows.add(row(i));
        }
        return rows;
    }

    private String row(int i) {
        return String.join(
                "\t",
                batch.source(i).toString(),
                batch.destination(i).toString(),
                "" + batch.protocol[i],
                "" + batch.sourcePort[i],
                "" + batch.destinationPort[i],
                "" + batch.bytes[i],
                "" + batch.packets[i],
                said(batch.tcpFlags[i]),
                said(batch.icmp[i]),
                said(batch.ingress[i]),
                "" + batch.start[i],
                "" + batch.end[i]);
    }

    private static String said(int value) {
        return value == FlowBatch.UNKNOWN ? "-" : "" + value;
    }
}
