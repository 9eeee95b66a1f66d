package clarion.domain.flows.pairing;

import clarion.domain.devices.IpAddress;
import clarion.domain.flows.Conversation;
import clarion.domain.flows.FlowBatch;
import java.util.ArrayList;
import java.util.List;

/** Records written by hand, and the conversations that they become. Times are seconds after a start. */
final class World {

    static final long START = 1_767_603_600_000L;
    static final int TCP = 6;
    static final int UDP = 17;
    static final int ICMP = 1;

    final List<Conversation> conversations = new ArrayList<>();
    final Pairing pairing;
    private final FlowBatch batch = new FlowBatch(100_000);
    private int last;

    World() {
        this(PairingSettings.DEFAULTS);
    }

    World(PairingSettings settings) {
        pairing = new Pairing(settings, new Knowledge(settings, 1 << 14), conversations::add);
    }

    World record(
            double from,
            double to,
            int protocol,
            String source,
            int sourcePort,
            String destination,
            int destinationPort) {
        last = batch.add();
        batch.exporter[last] = 0;
        batch.start[last] = START + Math.round(from * 1000);
        batch.end[last] = START + Math.round(to * 1000);
        batch.protocol[last] = protocol;
        address(source, batch.sourceHigh, batch.sourceLow);
        address(destination, batch.destinationHigh, batch.destinationLow);
        batch.sourcePort[last] = sourcePort;
        batch.destinationPort[last] = destinationPort;
        batch.bytes[last] = 1000;
        batch.packets[last] = 10;
        return this;
    }

    private void address(String text, long[] high, long[] low) {
        byte[] octets = IpAddress.parse(text).octets();
        long upper = 0;
        long lower = 0;
        for (int i = 0; i < octets.length; i++) {
            upper = upper << 8 | lower >>> 56;
            lower = lower << 8 | octets[i] & 0xff;
        }
        high[last] = octets.length == 4 ? 0 : upper;
        low[last] = octets.length == 4 ? FlowBatch.mapped((int) lower) : lower;
    }

    World by(int exporter) {
        batch.exporter[last] = exporter;
        return this;
    }

    World flags(int tcpFlags) {
        batch.tcpFlags[last] = tcpFlags;
        return this;
    }

    World icmp(int type, int code) {
        batch.icmp[last] = type << 8 | code;
        return this;
    }

    World counts(long bytes, long packets) {
        batch.bytes[last] = bytes;
        batch.packets[last] = packets;
        return this;
    }

    World reverse(long bytes, long packets) {
        batch.reverseBytes[last] = bytes;
        batch.reversePackets[last] = packets;
        return this;
    }

    World sampled(int interval) {
        batch.sampling[last] = interval;
        return this;
    }

    /** Hands over what was written so far, as read when so many seconds were over. */
    World at(double seconds) {
        pairing.acceptHistory(batch, START + Math.round(seconds * 1000));
        batch.clear();
        return this;
    }

    /** Hands over what was written so far as live records. */
    World arrivedAt(double seconds) {
        pairing.accept(batch, START + Math.round(seconds * 1000));
        batch.clear();
        return this;
    }

    List<Conversation> all() {
        at(0);
        pairing.finish();
        return conversations;
    }

    Conversation one() {
        List<Conversation> all = all();
        if (all.size() != 1) {
            throw new AssertionError("one conversation was expected: " + all);
        }
        return all.get(0);
    }

    static String ends(Conversation c) {
        return c.client() + ":" + c.clientPort() + " " + c.server() + ":" + c.servicePort();
    }
}
