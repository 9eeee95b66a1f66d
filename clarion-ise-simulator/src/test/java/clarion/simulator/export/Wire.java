package clarion.simulator.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads messages strictly by the RFCs, to check what exporters send: every length, count and sequence number must be
 * right. Fields are found under their numbers; those of an enterprise under {@code enterprise/number}.
 */
public final class Wire {

    private record Field(String number, int length) {}

    /**
     * A record: octets of fields by their numbers.
     *
     * @param options whether it describes the exporter rather than traffic
     */
    public record Data(int version, int domain, int template, boolean options, Map<String, byte[]> fields) {

        /** An unsigned number of up to 8 octets. */
        public long number(String field) {
            long value = 0;
            for (byte octet : octets(field)) {
                value = value << 8 | octet & 255;
            }
            return value;
        }

        public String text(String field) {
            return new String(octets(field), StandardCharsets.UTF_8).replace("\0", "");
        }

        public boolean has(String field) {
            return fields.containsKey(field);
        }

        public byte[] octets(String field) {
            byte[] octets = fields.get(field);
            if (octets == null) {
                throw new IllegalArgumentException("no field " + field + " among " + fields.keySet());
            }
            return octets;
        }
    }

    private final Map<String, List<Field>> templates = new HashMap<>();
    private final Map<String, Boolean> optionTemplates = new HashMap<>();
    private final Map<String, Integer> nextSequence = new HashMap<>();
    private final List<Data> all = new ArrayList<>();
    private long bootMillis;

    public List<Data> flows() {
        return all.stream().filter(data -> !data.options()).toList();
    }

    public List<Data> options() {
        return all.stream().filter(Data::options).toList();
    }

    /** When the exporter of the last version 9 message started. */
    long bootMillis() {
        return bootMillis;
    }

    /** Reads a message. */
    public void read(String exporter, byte[] message) {
        assertTrue(message.length <= 1_472, "fits a frame: " + message.length);
        ByteBuffer in = ByteBuffer.wrap(message);
        int version = in.getShort();
        int count = in.getShort() & 0xffff;
        assertTrue(version == 9 || version == 10, "version " + version);
        if (version == 9) {
            long uptime = in.getInt() & 0xffff_ffffL;
            bootMillis = (in.getInt() & 0xffff_ffffL) * 1_000 - uptime;
        } else {
            assertEquals(message.length, count, "length");
            in.getInt();
        }
        int sequence = in.getInt();
        int domain = in.getInt();
        String key = exporter + "/" + domain;
        Integer expected = nextSequence.get(key);
        assertTrue(expected == null || expected == sequence, "sequence " + sequence + " after " + expected);
        int[] read = new int[2];
        while (in.hasRemaining()) {
            int id = in.getShort() & 0xffff;
            int length = in.getShort() & 0xffff;
            assertTrue(length >= 4 && length % 4 == 0, "set of " + length);
            set(key, version, domain, id, in.slice(in.position(), length - 4), read);
            in.position(in.position() + length - 4);
        }
        if (version == 9) {
            assertEquals(count, read[0] + read[1], "templates and records");
        }
        nextSequence.put(key, sequence + (version == 9 ? 1 : read[1]));
    }

    private void set(String key, int version, int domain, int id, ByteBuffer in, int[] read) {
        boolean options = id == (version == 9 ? 1 : 3);
        if (options || id == (version == 9 ? 0 : 2)) {
            while (in.remaining() >= 4) {
                template(key, version, options, in);
                read[0]++;
            }
            return;
        }
        List<Field> fields = templates.get(key + "/" + id);
        assertTrue(id >= 256 && fields != null, "a template " + id + " before its data");
        if (fields == null) {
            return;
        }
        int length = fields.stream().mapToInt(Field::length).sum();
        while (in.remaining() >= length) {
            Map<String, byte[]> values = new LinkedHashMap<>();
            for (Field field : fields) {
                byte[] value = new byte[field.length()];
                in.get(value);
                values.put(field.number(), value);
            }
            all.add(new Data(version, domain, id, Boolean.TRUE.equals(optionTemplates.get(key + "/" + id)), values));
            read[1]++;
        }
        assertTrue(in.remaining() < 4, "padding of " + in.remaining());
        while (in.hasRemaining()) {
            assertEquals(0, in.get(), "padding");
        }
    }

    private void template(String key, int version, boolean options, ByteBuffer in) {
        int id = in.getShort() & 0xffff;
        assertTrue(id >= 256, "template " + id);
        int count;
        if (options && version == 9) {
            count = (in.getShort() + in.getShort()) / 4;
        } else {
            count = in.getShort();
            if (options) {
                assertTrue(in.getShort() > 0, "scopes");
            }
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = in.getShort() & 0xffff;
            int length = in.getShort() & 0xffff;
            boolean enterprise = version == 10 && number >= 0x8000;
            fields.add(new Field(enterprise ? in.getInt() + "/" + (number - 0x8000) : "" + number, length));
        }
        templates.put(key + "/" + id, fields);
        optionTemplates.put(key + "/" + id, options);
    }
}
