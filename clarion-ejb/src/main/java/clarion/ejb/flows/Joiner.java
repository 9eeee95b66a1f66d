package clarion.ejb.flows;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.FlowBatch;
import java.util.function.Consumer;

/** Makes conversations of records. Used by one thread. */
public interface Joiner {

    /** Takes the records of a batch, which is the caller's again when this returns. */
    void join(FlowBatch batch, long nowMillis, Consumer<Conversation> out);

    /** Lets go what has waited long enough for its other half. */
    void advance(long nowMillis, Consumer<Conversation> out);

    /** Lets go everything. */
    void end(Consumer<Conversation> out);
}
