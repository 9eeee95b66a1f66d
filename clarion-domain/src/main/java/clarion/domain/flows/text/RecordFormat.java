package clarion.domain.flows.text;

import org.jspecify.annotations.Nullable;

/** Takes a line apart into the values of one record. */
interface RecordFormat {

    /**
     * Puts the line's values into the record that was begun.
     *
     * @return the fault, or null; where it is stands in {@link #column}, {@link #from}, {@link #to}, {@link #text}
     */
    @Nullable
    Fault read(byte[] text, int from, int to);

    /** Clarion's name of the column of the last fault, or empty if the whole line is at fault. */
    String column();

    /** The value of the last fault. */
    byte[] text();

    int from();

    int to();
}
