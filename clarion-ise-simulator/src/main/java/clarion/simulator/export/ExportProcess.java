package clarion.simulator.export;

import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.FlowRecord;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one exporter sends: templates first and again from time to time, then what samplers, interfaces and security
 * groups are, then records, as many to a message as fit. Not thread-safe.
 */
public final class ExportProcess {

    /** How often templates and options are sent again, in milliseconds. */
    public static final long REFRESH_MILLIS = 20_000;

    private static final int SAMPLER = 1;
    private static final int RANDOM = 2;
    private static final int END_ACTIVE = 2;
    private static final int END_DETECTED = 3;
    private static final int FIN_OR_RST = 5;
    private static final int TCP = 6;
    private static final int TEMPLATE_ROOM = 160;
    private static final long UPTIME_MILLIS = 40 * 3_600_000L;

    private final Exporter exporter;
    private final boolean ipfix;
    private final Message message;
    private final Map<Integer, String> groups;
    private final Wire wire;
    private final Template v4;
    private final Template v6;
    private final Template interfaceTemplate;
    private final Template samplerTemplate;
    private final Template groupTemplate = Template.groups();
    private final Map<Integer, String> interfaces = new TreeMap<>();
    private final long bootMillis;
    private long refreshed = Long.MIN_VALUE;
    private int sequence;
    private long messages;
    private long records;

    /** Where messages go. */
    public interface Wire {
        /** Takes a message; the buffer is used again once this returns. */
        void send(ByteBuffer message);
    }

    /**
     * @param format {@link Format#NETFLOW_9} or {@link Format#IPFIX}
     * @param groups names of security groups by their tags
     * @param nowMillis now; the exporter has been up for a while by then
     */
    public ExportProcess(Exporter exporter, Format format, Map<Integer, String> groups, long nowMillis, Wire wire) {
        this.exporter = exporter;
        this.ipfix = format == Format.IPFIX;
        this.bootMillis = (nowMillis - UPTIME_MILLIS) / 1_000 * 1_000;
        int domain = exporter.number() + 1;
        this.message = ipfix ? new IpfixMessage(domain) : new NetFlow9Message(domain, bootMillis);
        this.groups = new TreeMap<>(groups);
        this.wire = wire;
        boolean sampled = exporter.sampling() > 1;
        this.v4 = Template.flows(false, ipfix, exporter.sgts(), sampled);
        this.v6 = Template.flows(true, ipfix, exporter.sgts(), sampled);
        this.interfaceTemplate = Template.interfaces(ipfix);
        this.samplerTemplate = Template.samplers(ipfix);
        interfaces.put(Exporter.UPLINK, Exporter.interfaceName(Exporter.UPLINK));
    }

    /** How many messages have been sent. */
    public long messages() {
        return messages;
    }

    /** How many flow records have been sent, or wait for {@link #flush}. */
    public long records() {
        return records;
    }

    /** Takes a record in; it is sent when its message is full, or by {@link #flush}. */
    public void add(FlowRecord record, long nowMillis) {
        if (nowMillis - REFRESH_MILLIS >= refreshed) {
            refresh(nowMillis);
        }
        name(record.ingress(), nowMillis);
        name(record.egress(), nowMillis);
        Template template = record.source().address().isV4() ? v4 : v6;
        begin(template, nowMillis);
        ByteBuffer octets = message.octets;
        octets.put(record.source().address().octets());
        octets.put(record.destination().address().octets());
        octets.putShort((short) record.sourcePort());
        octets.putShort((short) record.destinationPort());
        octets.put((byte) record.protocol());
        octets.put((byte) record.flags());
        octets.put((byte) 0); // seen as it came in
        octets.putInt(record.ingress());
        octets.putInt(record.egress());
        message.mac(record.sourceMac());
        message.mac(record.destinationMac());
        octets.putShort((short) record.vlan());
        if (exporter.sgts()) {
            octets.putShort((short) record.source().tag());
            octets.putShort((short) record.destination().tag());
        }
        if (exporter.sampling() > 1) {
            octets.putShort((short) SAMPLER);
        }
        octets.putLong(record.octets());
        octets.putLong(record.packets());
        time(record.start());
        time(record.end());
        boolean ended = record.protocol() != TCP || (record.flags() & FIN_OR_RST) != 0;
        octets.put((byte) (ended ? END_DETECTED : END_ACTIVE));
        records++;
    }

    /** Sends what waits. */
    public void flush(long nowMillis) {
        if (!message.isEmpty()) {
            int counted = message.dataRecords();
            wire.send(message.finish(nowMillis, sequence));
            sequence += ipfix ? counted : 1;
            messages++;
            message.clear();
        }
    }

    private void time(long millis) {
        if (ipfix) {
            message.octets.putLong(millis);
        } else {
            message.octets.putInt((int) Math.max(0, millis - bootMillis));
        }
    }

    private void begin(Template template, long nowMillis) {
        if (!message.hasRoom(template.length())) {
            flush(nowMillis);
        }
        message.record(template);
    }

    private void refresh(long nowMillis) {
        flush(nowMillis);
        refreshed = nowMillis;
        List<Template> templates = new ArrayList<>(List.of(v4, v6, interfaceTemplate));
        if (exporter.sampling() > 1) {
            templates.add(samplerTemplate);
        }
        if (exporter.sgts()) {
            templates.add(groupTemplate);
        }
        for (Template template : templates) {
            if (!message.hasRoom(TEMPLATE_ROOM)) {
                flush(nowMillis);
            }
            message.template(template);
        }
        sampler(nowMillis);
        interfaces.forEach((index, name) -> describe(index, name, nowMillis));
        if (exporter.sgts()) {
            groups.forEach((tag, name) -> {
                begin(groupTemplate, nowMillis);
                message.octets.putShort((short) (int) tag);
                message.text(name, Element.SGT_NAME.length());
            });
        }
    }

    private void sampler(long nowMillis) {
        if (exporter.sampling() == 1) {
            return;
        }
        begin(samplerTemplate, nowMillis);
        if (ipfix) {
            message.octets.putShort((short) SAMPLER);
            message.octets.putInt(1);
            message.octets.putInt(exporter.sampling() - 1);
        } else {
            message.octets.putInt(0);
            message.octets.putShort((short) SAMPLER);
            message.octets.put((byte) RANDOM);
            message.octets.putInt(exporter.sampling());
        }
    }

    /** An interface is described before the first record that names it. */
    private void name(int index, long nowMillis) {
        if (!interfaces.containsKey(index)) {
            String name = Exporter.interfaceName(index);
            interfaces.put(index, name);
            describe(index, name, nowMillis);
        }
    }

    private void describe(int index, String name, long nowMillis) {
        begin(interfaceTemplate, nowMillis);
        if (!ipfix) {
            message.octets.putInt(0);
        }
        message.octets.putInt(index);
        message.text(name, Element.INTERFACE_NAME.length());
        message.text(index == Exporter.UPLINK ? "uplink" : "access port", Element.INTERFACE_DESCRIPTION.length());
    }
}
