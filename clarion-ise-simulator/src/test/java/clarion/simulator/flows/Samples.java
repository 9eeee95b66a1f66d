package clarion.simulator.flows;

import clarion.simulator.traffic.Address;
import clarion.simulator.traffic.CampusModel;
import clarion.simulator.traffic.Conversation;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.Party;
import java.util.SplittableRandom;

/** Conversations to try things with. */
final class Samples {

    private Samples() {}

    /** Somebody opens a file, for so many milliseconds at most. */
    static Conversation conversation(long millis) {
        Exporter exporter = new Exporter(0, "sw", true, false, 1, 60_000);
        return Conversation.happen(
                1,
                Conversation.Kind.LEGITIMATE,
                new Party(1, Address.v4(10, 1, 0, 1), "computer-sales", null, 4, 4, exporter, 10_101, 110),
                new Party(2, Address.v4(10, 250, 0, 1), "file-server", null, 11, 11, exporter, 10_102, 0),
                CampusModel.of("living").service("rtsp"),
                true,
                Conversation.Outcome.ANSWERED,
                1_000_000,
                1_000_000 + millis,
                new SplittableRandom(4));
    }
}
