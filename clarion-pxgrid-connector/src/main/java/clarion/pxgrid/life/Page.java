package clarion.pxgrid.life;

import clarion.pxgrid.QuarantinedMessage;
import java.util.List;

/**
 * A bounded part of an answer of ISE's.
 *
 * @param elements in ISE's order
 * @param unreadable what was set aside of it
 */
record Page<E>(List<E> elements, List<QuarantinedMessage> unreadable) {

    /** Takes pages; may wait, and may throw to give up. */
    @FunctionalInterface
    interface Sink<E> {
        void page(Page<E> page) throws InterruptedException;
    }
}
