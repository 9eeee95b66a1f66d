package clarion.domain.segmentation.campus;

import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.FlowSink;
import clarion.domain.flows.identity.Address;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a first pass over the flows shows of MAC and IP addresses: which MAC addresses are those of routers, with which
 * whole networks are seen, and which addresses send at all.
 */
final class Segments implements FlowSink {

    /**
     * More addresses are behind a router; a device that moves about gets many in time, so one that is known may more.
     */
    private static final int MOST_ADDRESSES = 16;

    private static final int MOST_ADDRESSES_OF_KNOWN = 64;

    /** A MAC address seen with addresses that others had, so often, is a router's; once, if nobody knows it. */
    private static final int MOST_CONTRADICTIONS = 3;

    private static final long MULTICAST = 1L << 40;
    /** HSRP 1 and 2, VRRP for IPv4 and IPv6, GLBP: MAC addresses of virtual routers, by their first octets. */
    private static final long[][] VIRTUAL_ROUTERS = {
        {0x00000c07acL, 8}, {0x00000c9ffL, 12}, {0x00005e0001L, 8}, {0x00005e0002L, 8}, {0x0007b4L, 24}
    };

    private final Roster roster;
    private final LongSet seen = new LongSet();
    private final LongSet senders = new LongSet();
    private final Map<Long, Macs> macs = new HashMap<>();

    private static final class Macs {
        int addresses;
        int contradictions;
        boolean inside;
        boolean outside;
    }

    Segments(Roster roster) {
        this.roster = roster;
    }

    @Override
    public void accept(FlowBatch batch) {
        for (int i = 0; i < batch.size(); i++) {
            long source = Mixing.address(batch.sourceHigh[i], batch.sourceLow[i]);
            senders.add(source);
            see(batch.sourceMac[i], source, batch.sourceHigh[i], batch.sourceLow[i], batch.start[i]);
            see(
                    batch.destinationMac[i],
                    Mixing.address(batch.destinationHigh[i], batch.destinationLow[i]),
                    batch.destinationHigh[i],
                    batch.destinationLow[i],
                    batch.start[i]);
            if (batch.reversePackets[i] > 0) {
                senders.add(Mixing.address(batch.destinationHigh[i], batch.destinationLow[i]));
            }
        }
    }

    private void see(long mac, long hash, long high, long low, long millis) {
        if (mac == FlowBatch.UNKNOWN || !seen.add(Mixing.mix(mac) ^ hash)) {
            return;
        }
        Macs here = macs.computeIfAbsent(mac, first -> new Macs());
        Address address = new Address(high, low);
        here.addresses++;
        if (roster.isInternal(address)) {
            here.inside = true;
        } else if (address.isV4()) {
            here.outside = true; // of IPv6, devices have global addresses
        }
        OptionalInt claimant = roster.at(address, millis, millis);
        if (claimant.isPresent()
                && roster.mac(claimant.getAsInt())
                        .filter(other -> other.bits() != mac)
                        .isPresent()) {
            here.contradictions++;
        }
    }

    /** True if the address was ever the source of a record. */
    boolean sends(Address address) {
        return senders.contains(Mixing.address(address));
    }

    /** True if a MAC address that exporters saw is that of a device with an address of its own. */
    boolean isDevice(long mac) {
        if (mac == FlowBatch.UNKNOWN || mac == 0 || (mac & MULTICAST) != 0) {
            return false;
        }
        for (long[] virtual : VIRTUAL_ROUTERS) {
            if (mac >>> virtual[1] == virtual[0]) {
                return false;
            }
        }
        Macs here = macs.get(mac);
        if (here == null) {
            return false;
        }
        boolean known = roster.knows(mac);
        return here.addresses <= (known ? MOST_ADDRESSES_OF_KNOWN : MOST_ADDRESSES)
                && here.contradictions < (known ? MOST_CONTRADICTIONS : 1)
                && !(here.inside && here.outside);
    }
}
