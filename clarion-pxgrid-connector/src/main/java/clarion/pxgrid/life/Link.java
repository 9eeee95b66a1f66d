package clarion.pxgrid.life;

import clarion.pxgrid.PxGridListener;
import clarion.pxgrid.control.ControlClient;
import clarion.pxgrid.control.HttpCaller;
import clarion.pxgrid.control.NetworkFaults;
import clarion.pxgrid.control.StopSignal;
import clarion.pxgrid.settings.PxGridSettings;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;

/**
 * What everything on one connection works with.
 *
 * @param stop signalled when the connection ends, for whatever reason
 */
record Link(
        PxGridSettings settings,
        PxGridListener listener,
        StatusBoard board,
        Memory memory,
        ControlClient control,
        HttpCaller caller,
        NetworkFaults faults,
        ScheduledExecutorService threads,
        Clock clock,
        StopSignal stop) {

    <E> Delivery<E> delivery(Target<E> target, String source, Delivery.Checkpoint stillWorthIt) {
        return new Delivery<>(listener, target, source, board, stop, clock, stillWorthIt);
    }

    <E> TopicFeed<E> feed(Target<E> target, Source<E> from, Delivery<E> delivery) {
        GapBook gaps = memory.of(target.topic()).gaps;
        return new TopicFeed<>(target, from, delivery, gaps, threads, stop, clock, settings.batchSize());
    }
}
