package clarion.domain.flows;

/** Takes flow records as they are read. */
@FunctionalInterface
public interface FlowSink {

    /** Takes all records of the batch. The batch is used again once this returns, so nothing of it may be kept. */
    void accept(FlowBatch batch);
}
