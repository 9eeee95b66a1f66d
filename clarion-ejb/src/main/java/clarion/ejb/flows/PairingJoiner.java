package clarion.ejb.flows;

import clarion.domain.flows.Conversation;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.pairing.Knowledge;
import clarion.domain.flows.pairing.Pairing;
import clarion.domain.flows.pairing.PairingSettings;
import java.util.function.Consumer;

/** Live records, joined by {@link Pairing} in this process. */
final class PairingJoiner implements Joiner {

    private final Pairing pairing;
    private final FlowBatch none = new FlowBatch(1);
    private Consumer<Conversation> out = conversation -> {};

    PairingJoiner() {
        pairing = new Pairing(
                PairingSettings.DEFAULTS,
                new Knowledge(PairingSettings.DEFAULTS),
                conversation -> out.accept(conversation));
    }

    @Override
    public void join(FlowBatch batch, long nowMillis, Consumer<Conversation> taker) {
        out = taker;
        pairing.accept(batch, nowMillis);
    }

    @Override
    public void advance(long nowMillis, Consumer<Conversation> taker) {
        join(none, nowMillis, taker);
    }

    @Override
    public void end(Consumer<Conversation> taker) {
        out = taker;
        pairing.finish();
    }
}
