package clarion.it.bench;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Locale;

/**
 * One figure beside the figure that it is to be read against; both come from the same run on the same machine.
 *
 * @param name what was measured
 * @param value the figure
 * @param unit of both figures
 * @param reference what the other figure is
 * @param referenceValue the other figure
 */
record Measure(String name, double value, String unit, String reference, double referenceValue) {

    static final String HEAD = String.format(
            Locale.ROOT, "%-46s %12s %-10s %-46s %12s %8s", "measure", "value", "unit", "reference", "value", "ratio");

    double ratio() {
        return referenceValue == 0 ? 0 : value / referenceValue;
    }

    String row() {
        return String.format(
                Locale.ROOT,
                "%-46s %,12.1f %-10s %-46s %,12.1f %8.3f",
                name,
                value,
                unit,
                reference,
                referenceValue,
                ratio());
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("measure", name)
                .add("value", value)
                .add("unit", unit)
                .add("reference", reference)
                .add("referenceValue", referenceValue)
                .add("ratio", ratio())
                .build();
    }
}
