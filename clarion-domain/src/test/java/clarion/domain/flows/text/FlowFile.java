package clarion.domain.flows.text;

import clarion.domain.flows.Exporters;
import clarion.domain.flows.FlowBatch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Reads a file of a test and keeps its records as text. */
final class FlowFile {

    static final String HEADER = "src_ip,dst_ip,src_port,dst_port,proto,bytes,packets,start_time,end_time\n";

    final FlowFileReport report;
    final List<String> records = new ArrayList<>();
    final Exporters exporters = new Exporters(100);

    FlowFile(byte[] content) {
        this(new ByteArrayInputStream(content));
    }

    FlowFile(String content) {
        this(content.getBytes(StandardCharsets.UTF_8));
    }

    FlowFile(InputStream content) {
        report = new FlowFileReader(exporters, 20).read(content, batch -> {
            for (int i = 0; i < batch.size(); i++) {
                records.add(text(batch, i));
            }
        });
    }

    static FlowFile resource(String name) {
        return new FlowFile(bytes(name));
    }

    static byte[] bytes(String name) {
        try (InputStream in = FlowFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalArgumentException("no test file " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private String text(FlowBatch b, int i) {
        StringBuilder text = new StringBuilder();
        text.append(b.source(i)).append(':').append(b.sourcePort[i]);
        text.append('>').append(b.destination(i)).append(':').append(b.destinationPort[i]);
        text.append(" proto=").append(b.protocol[i]);
        text.append(" t=").append(b.start[i]).append('+').append(b.end[i] - b.start[i]);
        text.append(" b=").append(b.bytes[i]).append(" p=").append(b.packets[i]);
        known(text, "rb", b.reverseBytes[i]);
        known(text, "rp", b.reversePackets[i]);
        known(text, "icmp", b.icmp[i]);
        known(text, "flags", b.tcpFlags[i]);
        known(text, "smac", b.sourceMac[i]);
        known(text, "dmac", b.destinationMac[i]);
        known(text, "vlan", b.vlan[i]);
        known(text, "in", b.ingress[i]);
        known(text, "ssgt", b.sourceSgt[i]);
        known(text, "dsgt", b.destinationSgt[i]);
        if (b.sampling[i] != 1) {
            known(text, "sampling", b.sampling[i]);
        }
        if (b.exporter[i] != FlowBatch.UNKNOWN) {
            text.append(" exporter=").append(exporters.name(b.exporter[i]));
        }
        return text.toString();
    }

    private static void known(StringBuilder text, String name, long value) {
        if (value != FlowBatch.UNKNOWN) {
            text.append(' ').append(name).append('=').append(value);
        }
    }
}
