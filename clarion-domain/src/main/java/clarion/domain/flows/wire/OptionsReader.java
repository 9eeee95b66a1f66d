package clarion.domain.flows.wire;

/** Reads records of options templates: samplers, names, and when the exporter started. */
final class OptionsReader {

    private static final int MOST_SAMPLING = 1 << 24;

    private final RecordScratch values = new RecordScratch();

    private long interfaceIndex;
    private long application;
    private long vrf;
    private long sourceGroup;
    private long destinationGroup;
    private String interfaceName = "";
    private String applicationName = "";
    private String vrfName = "";
    private String sourceGroupName = "";
    private String destinationGroupName = "";

    /** Reads the record at {@code at} and says where it ends; less than 0 if beyond {@code end}. */
    int read(byte[] data, int at, int end, Template template, ExporterState exporter, DomainState domain) {
        clear();
        int position = at;
        for (int f = 0; f < template.keys.length; f++) {
            int length = template.lengths[f];
            if (length == Element.VARIABLE) {
                if (position >= end) {
                    return -1;
                }
                length = WireBytes.u8(data, position++);
                if (length == 255) {
                    if (position + 2 > end) {
                        return -1;
                    }
                    length = WireBytes.u16(data, position);
                    position += 2;
                }
            }
            if (length > end - position) {
                return -1;
            }
            if (length > 0) {
                take(template.keys[f], data, position, length);
            }
            position += length;
        }
        keep(exporter, domain);
        return position;
    }

    private void clear() {
        values.clear();
        interfaceIndex = RecordScratch.NONE;
        application = RecordScratch.NONE;
        vrf = RecordScratch.NONE;
        sourceGroup = RecordScratch.NONE;
        destinationGroup = RecordScratch.NONE;
        interfaceName = "";
        applicationName = "";
        vrfName = "";
        sourceGroupName = "";
        destinationGroupName = "";
    }

    private void take(int key, byte[] data, int at, int length) {
        switch (key) {
            case 82 -> interfaceName = text(data, at, length);
            case 83 -> interfaceName = interfaceName.isEmpty() ? text(data, at, length) : interfaceName;
            case 96 -> applicationName = text(data, at, length);
            case 236 -> vrfName = text(data, at, length);
            case Element.SOURCE_SGT_NAME -> sourceGroupName = text(data, at, length);
            case Element.DESTINATION_SGT_NAME -> destinationGroupName = text(data, at, length);
            default -> {
                if (length <= 8) {
                    take(key, WireBytes.number(data, at, length), data, at, length);
                }
            }
        }
    }

    private void take(int key, long value, byte[] data, int at, int length) {
        switch (key) {
            case 10 -> interfaceIndex = value;
            case 95 -> application = value;
            case 234, 235 -> vrf = value;
            case Element.SOURCE_SGT -> sourceGroup = value;
            case Element.DESTINATION_SGT -> destinationGroup = value;
            case 34, 50 -> values.take(Op.INTERVAL, data, at, length);
            case 305 -> values.take(Op.PACKET_INTERVAL, data, at, length);
            case 306 -> values.take(Op.PACKET_SPACE, data, at, length);
            case 48, 302 -> values.take(Op.SAMPLER, data, at, length);
            case 160 -> values.take(Op.SYSTEM_START_MILLIS, data, at, length);
            default -> {
                // Nothing that is kept.
            }
        }
    }

    private static String text(byte[] data, int at, int length) {
        return WireBytes.text(data, at, length, DecoderLimits.NAME);
    }

    private void keep(ExporterState exporter, DomainState domain) {
        name(exporter, NameKind.INTERFACE, interfaceIndex, interfaceName);
        name(exporter, NameKind.APPLICATION, application, applicationName);
        name(exporter, NameKind.VRF, vrf, vrfName);
        name(exporter, NameKind.GROUP, sourceGroup, sourceGroupName);
        name(exporter, NameKind.GROUP, destinationGroup, destinationGroupName);
        if (values.systemStart != RecordScratch.NONE) {
            domain.systemStart = values.systemStart;
        }
        long rate = RecordFinish.interval(values.packetInterval, values.packetSpace);
        if (rate <= 0) {
            rate = values.interval;
        }
        if (rate <= 0) {
            return;
        }
        int interval = (int) Math.min(rate, MOST_SAMPLING);
        if (values.sampler != RecordScratch.NONE) {
            domain.sampler(values.sampler, interval);
        } else if (interfaceIndex != RecordScratch.NONE) {
            domain.interfaceSampling(interfaceIndex, interval);
        } else {
            domain.sampling(interval);
        }
    }

    private static void name(ExporterState exporter, NameKind kind, long number, String name) {
        if (number != RecordScratch.NONE && !name.isEmpty()) {
            exporter.names.put(kind, number, name);
        }
    }
}
