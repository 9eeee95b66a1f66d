package clarion.simulator.dataset;

import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.Party;

/** A device at one address for a while: one session, one lease. */
final class Presence {

    /** The end of what has not ended. */
    static final long OPEN = Long.MAX_VALUE;

    final Endpoint endpoint;
    final int building;
    final Exporter exporter;
    final int address;
    final long from;
    final Party party;

    /** When it ends, or {@link #OPEN}. */
    long to = OPEN;

    Presence(Endpoint endpoint, int building, int address, long from, Party party) {
        this.endpoint = endpoint;
        this.building = building;
        this.exporter = party.exporter();
        this.address = address;
        this.from = from;
        this.party = party;
    }
}
