package clarion.domain.flows.wire;

import org.jspecify.annotations.Nullable;

/** Reads sets of templates, of both protocols: they differ in how scopes are counted and enterprises are named. */
final class TemplateParser {

    private static final int ENTERPRISE = 0x8000;

    /** Scopes of version 9 that are no elements: system, interface, line card, cache, template (RFC 3954, 6.1). */
    private static final int LAST_SCOPE_TYPE = 5;

    private static final int SCOPE_INTERFACE = 2;
    private static final int INGRESS_INTERFACE = 10;

    /** Takes each template as it is read. */
    interface Announced {
        void accept(Template template);
    }

    private final Announced announced;
    private @Nullable ExporterState exporter;
    private byte[] data = new byte[0];
    private int end;
    private long now;
    private boolean ipfix;

    /** Where the fields of the template being read end; less than 0 if it cannot be read. */
    private int position;

    TemplateParser(Announced announced) {
        this.announced = announced;
    }

    /** Reads all templates of a set, whose header has been read. */
    void read(ExporterState state, byte[] packet, int from, int to, boolean ofIpfix, boolean options, long arrival) {
        exporter = state;
        data = packet;
        end = to;
        now = arrival;
        ipfix = ofIpfix;
        position = from;
        int header = options && !ipfix ? 6 : 4;
        while (position >= 0 && end - position >= header) {
            if (options) {
                readOptions();
            } else {
                readRecords();
            }
        }
    }

    private void readRecords() {
        int id = WireBytes.u16(data, position);
        int count = WireBytes.u16(data, position + 2);
        position += 4;
        if (isPadding(id, count)) {
            position = -1;
        } else if (ipfix && count == 0) {
            withdrawn();
        } else {
            fields(id, count, -1);
        }
    }

    private void readOptions() {
        int id = WireBytes.u16(data, position);
        int first = WireBytes.u16(data, position + 2);
        if (isPadding(id, first)) {
            position = -1;
            return;
        }
        if (ipfix && first == 0) {
            withdrawn();
            position += 4;
            return;
        }
        if (end - position < 6) {
            fail(DecodeError.BAD_LENGTH);
            return;
        }
        int second = WireBytes.u16(data, position + 4);
        position += 6;
        if (ipfix) {
            fields(id, first, second);
        } else if ((first & 3) != 0 || (second & 3) != 0) {
            fail(DecodeError.BAD_TEMPLATE);
        } else {
            fields(id, (first + second) / 4, first / 4);
        }
    }

    /** Sets are filled up with zeros, by some exporters with more than the three that would do. */
    private static boolean isPadding(int id, int count) {
        return id == 0 && count == 0;
    }

    private void fields(int id, int count, int scopes) {
        if (id < SetReader.FIRST_DATA || count == 0 || count > DecoderLimits.FIELDS || scopes > count) {
            // Its fields may not be what they seem, so nothing behind them is read either.
            fail(DecodeError.BAD_TEMPLATE);
            return;
        }
        int[] keys = new int[count];
        int[] lengths = new int[count];
        int total = 0;
        for (int i = 0; i < count; i++) {
            if (end - position < 4) {
                fail(DecodeError.BAD_LENGTH);
                return;
            }
            int type = WireBytes.u16(data, position);
            lengths[i] = WireBytes.u16(data, position + 2);
            position += 4;
            if (ipfix && (type & ENTERPRISE) != 0) {
                if (end - position < 4) {
                    fail(DecodeError.BAD_LENGTH);
                    return;
                }
                keys[i] = Element.ofEnterprise(WireBytes.u32(data, position), type - ENTERPRISE);
                position += 4;
            } else {
                keys[i] = ipfix ? type : i < scopes ? scope(type) : Element.ofV9(type);
            }
            total += ipfix && lengths[i] == Element.VARIABLE ? 1 : lengths[i];
        }
        if (total > 0xffff) {
            // No set could hold a record of it.
            count(DecodeError.BAD_TEMPLATE);
            return;
        }
        announced.accept(new Template(id, scopes, keys, lengths, now));
    }

    private static int scope(int type) {
        if (type == SCOPE_INTERFACE) {
            return INGRESS_INTERFACE;
        }
        return type <= LAST_SCOPE_TYPE ? Element.FOREIGN : Element.ofV9(type);
    }

    private void fail(DecodeError error) {
        count(error);
        position = -1;
    }

    private void count(DecodeError error) {
        if (exporter != null) {
            exporter.error(error);
        }
    }

    /** Over UDP a withdrawal may be late or forged, so collectors must ignore it (RFC 7011, 8.4). */
    private void withdrawn() {
        if (exporter != null) {
            exporter.withdrawals++;
        }
    }
}
