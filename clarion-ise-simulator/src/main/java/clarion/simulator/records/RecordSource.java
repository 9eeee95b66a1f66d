package clarion.simulator.records;

import jakarta.json.JsonObject;

/** The records of one kind that there are now. */
public interface RecordSource {

    int size();

    /** Each of them, as ISE would tell it; a snapshot. */
    Iterable<JsonObject> all();
}
