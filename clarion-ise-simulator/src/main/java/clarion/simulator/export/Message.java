package clarion.simulator.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A message that is being put together: sets of templates, of options templates, and of records. */
abstract class Message {

    /** Octets of a message at most, so that it fits an Ethernet frame with every header. */
    static final int LONGEST = 1_400;

    private static final int SET_HEADER = 4;
    private static final int ROUND = 4;

    final ByteBuffer octets = ByteBuffer.allocate(LONGEST + ROUND);
    private final int header;
    private int set = -1;
    private int setId = -1;
    private int records;
    private int dataRecords;

    Message(int header) {
        this.header = header;
        octets.position(header);
    }

    /** Flow and options records, and templates. */
    int records() {
        return records;
    }

    /** Flow and options records. */
    int dataRecords() {
        return dataRecords;
    }

    boolean isEmpty() {
        return records == 0;
    }

    /** True if so many more octets fit, even if they need a set of their own. */
    boolean hasRoom(int more) {
        return octets.position() + SET_HEADER + more + ROUND <= LONGEST;
    }

    /** Adds a template. */
    abstract void template(Template template);

    /** Begins a record; its values follow. */
    final void record(Template template) {
        set(template.id());
        records++;
        dataRecords++;
    }

    /** Begins a template in the set of this id. */
    final void describe(int id) {
        set(id);
        records++;
    }

    /** Text in a field of fixed length, filled up with zeros. */
    final void text(String value, int length) {
        octets.put(Arrays.copyOf(value.getBytes(StandardCharsets.UTF_8), length));
    }

    /** A MAC address. */
    final void mac(long value) {
        octets.putShort((short) (value >> 32));
        octets.putInt((int) value);
    }

    /** Writes the header and hands the message out. */
    final ByteBuffer finish(long nowMillis, int sequence) {
        close();
        int length = octets.position();
        octets.position(0);
        header(octets, length, nowMillis, sequence);
        octets.position(length);
        octets.flip();
        return octets;
    }

    /** Makes ready for the next message. */
    final void clear() {
        octets.clear();
        octets.position(header);
        set = -1;
        setId = -1;
        records = 0;
        dataRecords = 0;
    }

    abstract void header(ByteBuffer into, int length, long nowMillis, int sequence);

    private void set(int id) {
        if (setId != id) {
            close();
            set = octets.position();
            setId = id;
            octets.putShort((short) id);
            octets.putShort((short) 0);
        }
    }

    private void close() {
        if (set >= 0) {
            while ((octets.position() - set) % ROUND != 0) {
                octets.put((byte) 0);
            }
            octets.putShort(set + 2, (short) (octets.position() - set));
            set = -1;
            setId = -1;
        }
    }
}
