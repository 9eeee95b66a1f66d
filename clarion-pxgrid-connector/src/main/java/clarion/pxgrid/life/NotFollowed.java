package clarion.pxgrid.life;

import clarion.pxgrid.ConnectorStatus.TopicState;
import clarion.pxgrid.Gap;
import clarion.pxgrid.Topic;
import clarion.pxgrid.TopicPosition;
import clarion.pxgrid.faults.PxGridException;

/** A topic that ISE does not offer or refuses: shown with its reason, and a gap from where it was known. */
final class NotFollowed {

    private NotFollowed() {}

    static void note(Link link, Delivery<?> delivery, Topic topic, TopicState state, PxGridException why)
            throws PxGridException, InterruptedException {
        link.board().topics().move(topic, state, why);
        Memory.TopicMemory memory = link.memory().of(topic);
        if (!memory.gaps.isOpen()) {
            TopicPosition known = memory.delivered();
            TopicPosition from = known == null ? delivery.savedPosition() : known;
            memory.gaps.open(Gap.Cause.NOT_OFFERED, from, null, why.what());
        }
    }
}
