package clarion.ejb.flows;

import clarion.domain.flows.FlowBatch;

/** Where collectors hand over what they read. Thread-safe. */
public interface FlowIntake {
    /**
     * Takes a batch and gives an empty one for it, without waiting: where there is no room, the records are counted as
     * dropped and shown as such, and the same batch comes back empty.
     */
    FlowBatch exchange(FlowBatch filled);

    /** The numbers of exporters, shared by all readers. */
    clarion.domain.flows.Exporters exporters();
}
