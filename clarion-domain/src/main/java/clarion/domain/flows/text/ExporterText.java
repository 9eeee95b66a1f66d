package clarion.domain.flows.text;

import clarion.domain.flows.Exporters;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Numbers of exporters by the bytes of their names, without a String for a name met before. Not thread-safe. */
final class ExporterText {

    private static final int SLOTS = 1 << 12;

    private final Exporters exporters;
    private final byte[] @Nullable [] names = new byte[SLOTS][];
    private final int[] numbers = new int[SLOTS];

    ExporterText(Exporters exporters) {
        this.exporters = exporters;
    }

    int number(byte[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        int slot = (hash ^ hash >>> 12) & SLOTS - 1;
        byte[] name = names[slot];
        if (name != null && Arrays.equals(name, 0, name.length, text, from, to)) {
            return numbers[slot];
        }
        int number = exporters.number(new String(text, from, to - from, StandardCharsets.UTF_8));
        names[slot] = Arrays.copyOfRange(text, from, to);
        numbers[slot] = number;
        return number;
    }
}
