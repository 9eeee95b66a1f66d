package clarion.pxgrid.stream;

import clarion.pxgrid.stomp.Frame;
import clarion.pxgrid.wire.StompWire;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which subscription's messages go where; an id is never used twice on a connection. */
final class Routes {

    private final AtomicInteger ids = new AtomicInteger();
    private final Map<String, Consumer<byte[]>> bySubscription = new ConcurrentHashMap<>();
    private final Map<String, String> destinations = new ConcurrentHashMap<>();

    /** Opens a route; the id goes into the SUBSCRIBE frame. */
    String open(String destination, Consumer<byte[]> receiver) {
        String id = Integer.toString(ids.getAndIncrement());
        destinations.put(id, destination);
        bySubscription.put(id, receiver);
        return id;
    }

    /** What a subscription is for, or null if there is none of that id. */
    @Nullable
    String destinationOf(@Nullable String subscription) {
        return subscription == null ? null : destinations.get(subscription);
    }

    /** Delivers a message; one of an unknown subscription is ignored. */
    void deliver(Frame message) {
        Consumer<byte[]> receiver =
                bySubscription.get(message.header(StompWire.SUBSCRIPTION).orElse(""));
        if (receiver != null) {
            receiver.accept(message.body());
        }
    }

    Iterable<String> subscriptions() {
        return bySubscription.keySet();
    }

    /** Messages that still come are ignored from now on. */
    void close() {
        bySubscription.clear();
    }
}
