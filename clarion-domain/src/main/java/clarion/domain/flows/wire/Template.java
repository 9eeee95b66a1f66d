package clarion.domain.flows.wire;

import java.util.Arrays;

/** How the records of one data set look, as an exporter announced it. */
final class Template {

    final int id;

    /** How many of the fields say what an options record is about; -1 for records of flows. */
    final int scopes;

    final int[] keys;
    final int[] lengths;
    final RecordPlan plan;

    /** When it was announced last, in milliseconds since 1970 UTC. */
    long announced;

    /** When it was used last. */
    long used;

    Template(int id, int scopes, int[] keys, int[] lengths, long now) {
        this.id = id;
        this.scopes = scopes;
        this.keys = keys;
        this.lengths = lengths;
        this.plan = RecordPlan.of(keys, lengths);
        this.announced = now;
        this.used = now;
    }

    boolean isOptions() {
        return scopes >= 0;
    }

    boolean isSameAs(Template other) {
        return scopes == other.scopes && Arrays.equals(keys, other.keys) && Arrays.equals(lengths, other.lengths);
    }
}
