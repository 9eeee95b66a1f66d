package clarion.domain.segmentation.campus;

import clarion.domain.devices.MacAddress;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.identity.Address;
import clarion.domain.flows.identity.AddressChange;
import clarion.domain.flows.identity.AddressLog;
import clarion.domain.flows.identity.NetworkRange;
import clarion.domain.flows.identity.Networks;
import clarion.domain.segmentation.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The devices that inventories, sessions and leases know: their addresses at each time, and what is said of them.
 * Devices are numbered from 0. Filled by {@link RosterFiles}; not thread-safe.
 */
public final class Roster {

    /** Clocks of servers and switches differ, and a device may talk a moment before its session is known. */
    private static final long TOLERANCE_MILLIS = 60_000;

    private static final int SHARED = -2;

    /** Who has no address yet is inside; RFC 1122, 3.2.1.3. */
    private static final NetworkRange NOWHERE = NetworkRange.parse("0.0.0.0/8");

    private static final NetworkRange LOOPBACK = NetworkRange.parse("127.0.0.0/8");

    private final Map<Long, Integer> byMac = new HashMap<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private final List<@Nullable MacAddress> macs = new ArrayList<>();
    private final List<String> ids = new ArrayList<>();
    private final BitSet inventoried = new BitSet();

    private final AddressLog claims = new AddressLog();
    private final Map<Address, Integer> owners = new HashMap<>();
    private final LongSet prefixes = new LongSet();
    private final List<NetworkRange> internal = new ArrayList<>(Networks.PRIVATE);
    private int claimNumber;

    final Votes profiles = new Votes();
    final Votes groups = new Votes();
    final Votes owned = new Votes();
    final Votes vlans = new Votes();
    final Votes assignedVlans = new Votes();
    final Votes methods = new Votes();
    final Votes types = new Votes();

    /** The device of a MAC address or an id, made if it is new; nothing if neither is given. */
    OptionalInt device(Optional<MacAddress> mac, String id) {
        Optional<MacAddress> address = mac.isPresent() || id.length() == 12 ? mac : MacAddress.find(id);
        if (address.isPresent()) {
            return OptionalInt.of(device(address.get(), id));
        }
        if (id.isEmpty()) {
            return OptionalInt.empty();
        }
        Integer known = byId.get(id);
        return OptionalInt.of(known == null ? add(null, id) : known);
    }

    int device(MacAddress mac, String id) {
        Integer known = byMac.get(mac.bits());
        if (known != null) {
            if (!id.isEmpty()) {
                byId.putIfAbsent(id, known);
            }
            return known;
        }
        Integer named = id.isEmpty() ? null : byId.get(id);
        if (named != null && macs.get(named) == null) {
            macs.set(named, mac);
            byMac.put(mac.bits(), named);
            return named;
        }
        return add(mac, id);
    }

    private int add(@Nullable MacAddress mac, String id) {
        int number = macs.size();
        macs.add(mac);
        ids.add(id);
        if (mac != null) {
            byMac.put(mac.bits(), number);
        }
        if (!id.isEmpty()) {
            byId.putIfAbsent(id, number);
        }
        return number;
    }

    /** Something is known of a device beside its addresses. */
    void inventory(int device) {
        inventoried.set(device);
    }

    /** A device had an address from one instant to another; an end of {@code Long.MAX_VALUE} is not known. */
    void claim(int device, Address address, long fromMillis, long toMillis) {
        int number = claimNumber++;
        claims.add(change(address, fromMillis, number, device, true));
        if (toMillis != Long.MAX_VALUE) {
            claims.add(change(address, Math.max(fromMillis, toMillis), number, device, false));
        }
        owners.merge(address, device, (before, now) -> before.equals(now) ? before : SHARED);
        prefixes.add(prefix(address));
    }

    /** The device's number stands where the log has the device. */
    private static AddressChange change(Address address, long millis, int number, int device, boolean live) {
        return new AddressChange(address, millis, number, device, FlowBatch.UNKNOWN, FlowBatch.UNKNOWN, live);
    }

    private static long prefix(Address address) {
        return address.isV4() ? Mixing.mix(address.low() & ~0xffL) : Mixing.mix(Mixing.mix(address.high()) + 1);
    }

    /** How many devices there are. */
    public int devices() {
        return macs.size();
    }

    /** How many times an address was given to a device. */
    public int claims() {
        return claimNumber;
    }

    Optional<MacAddress> mac(int device) {
        return Optional.ofNullable(macs.get(device));
    }

    /** The MAC address, or the id of a device that has none. */
    String name(int device) {
        MacAddress mac = macs.get(device);
        return mac == null ? ids.get(device) : mac.toString();
    }

    boolean isInventoried(int device) {
        return inventoried.get(device);
    }

    boolean knows(long mac) {
        return byMac.containsKey(mac);
    }

    /** Who had an address at an instant, by sessions and leases; of an address that only one ever had, that one. */
    OptionalInt at(Address address, long firstMillis, long lastMillis) {
        Integer owner = owners.get(address);
        if (owner == null) {
            return OptionalInt.empty();
        }
        if (owner != SHARED) {
            return OptionalInt.of(owner);
        }
        for (long millis :
                new long[] {firstMillis, lastMillis, firstMillis + TOLERANCE_MILLIS, firstMillis - TOLERANCE_MILLIS}) {
            Optional<AddressChange> claim = claims.at(address, millis);
            if (claim.isPresent()) {
                return OptionalInt.of((int) claim.get().mac());
            }
        }
        return OptionalInt.empty();
    }

    /** A network is the campus's own, beside private ones and those in which a device had an address. */
    public void internal(NetworkRange network) {
        internal.add(network);
    }

    /** True for an address that one host can have: no group's, and not that of who has none. */
    boolean isHost(Address address) {
        return !Networks.isGroup(address) && !isNowhere(address);
    }

    private static boolean isNowhere(Address address) {
        return NOWHERE.contains(address)
                || LOOPBACK.contains(address)
                || address.high() == 0 && address.low() >>> 1 == 0; // :: and ::1
    }

    boolean isInternal(Address address) {
        if (prefixes.contains(prefix(address))) {
            return true;
        }
        for (NetworkRange range : internal) {
            if (range.contains(address)) {
                return true;
            }
        }
        return isNowhere(address);
    }

    /**
     * What is known of some devices, as views of them.
     *
     * @param device per endpoint its number here, or -1
     */
    List<View> views(int[] device) {
        int n = devices();
        List<View> views = new ArrayList<>();
        add(views, "profile", device, profiles.winners(n));
        add(views, "group", device, first(groups.winners(n), owned.winners(n)));
        add(views, "vlan", device, first(vlans.winners(n), assignedVlans.winners(n)));
        add(views, "authentication", device, methods.winners(n));
        add(views, "device type", device, types.winners(n));
        return views;
    }

    private static @Nullable String[] first(@Nullable String[] better, @Nullable String[] worse) {
        for (int i = 0; i < better.length; i++) {
            better[i] = better[i] == null ? worse[i] : better[i];
        }
        return better;
    }

    private static void add(List<View> views, String name, int[] device, @Nullable String[] values) {
        TreeSet<String> distinct = new TreeSet<>();
        for (int d : device) {
            if (d >= 0 && values[d] != null) {
                distinct.add(values[d]);
            }
        }
        if (distinct.size() < 2) {
            return; // what all share tells nobody from anybody
        }
        List<String> labels = List.copyOf(distinct);
        Map<String, Integer> numbers = new HashMap<>();
        labels.forEach(label -> numbers.put(label, numbers.size()));
        int[] value = new int[device.length];
        Arrays.fill(value, View.MISSING);
        for (int i = 0; i < device.length; i++) {
            String label = device[i] < 0 ? null : values[device[i]];
            if (label != null) {
                value[i] = numbers.getOrDefault(label, View.MISSING);
            }
        }
        views.add(new View(name, labels, value, 1));
    }
}
