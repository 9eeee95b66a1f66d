package clarion.pxgrid.topics;

import clarion.pxgrid.Topic;
import clarion.pxgrid.records.IseRecord;
import clarion.pxgrid.wire.RecordWire;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a topic's records come.
 *
 * @param topic which
 * @param list name of a list of records, in bulk answers and in messages that hold several
 * @param deletedList name of a list of records that are gone, or null
 * @param item name of the one record inside an envelope with its operation, or null
 * @param flat true if a message may be the record itself
 * @param element reads one record
 */
public record RecordForm(
        Topic topic,
        String list,
        @Nullable String deletedList,
        @Nullable String item,
        boolean flat,
        Element element) {

    /** Names of the fields by which a record says that it is gone, or how it came. */
    static final Set<String> MARKS =
            Set.of(RecordWire.DELETED, RecordWire.IS_DELETED, RecordWire.OPERATION, RecordWire.SEQUENCE);

    /** Reads one record; throws IllegalArgumentException with the field and the value at fault. */
    @FunctionalInterface
    public interface Element {
        IseRecord read(Fields fields, boolean deleted);
    }

    /** True if a list of this name holds records. */
    boolean isList(String name) {
        return name.equals(list) || name.equals(deletedList);
    }

    static String required(Fields fields, String name) {
        String value = fields.scalar(name);
        if (value == null) {
            throw new IllegalArgumentException(name + ": missing");
        }
        return value;
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
