package clarion.domain.segmentation.campus;

import clarion.domain.devices.MacAddress;
import clarion.domain.flows.Conversation;
import clarion.domain.flows.FlowBatch;
import clarion.domain.flows.identity.Address;
import clarion.domain.flows.identity.Networks;
import clarion.domain.flows.pairing.Knowledge;
import clarion.domain.flows.pairing.Pairing;
import clarion.domain.flows.pairing.PairingSettings;
import clarion.domain.flows.pairing.Watermark;
import clarion.domain.segmentation.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@link Evidence} of flow records, which are given twice in the same order: {@link #learn} all of them, then
 * {@link #take} all of them, then {@link #finish}. Not thread-safe.
 */
public final class CampusFlows {

    private static final long DAY = 86_400_000L;
    private static final int EXTERNAL = 0;

    private final Roster roster;
    private final Knowledge knowledge;
    private final Segments segments;
    private final Watermark disorder = new Watermark();
    private final Watermark mark = new Watermark();
    private final PairingSettings settings;

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private @Nullable Pairing pairing;
    private TrafficTable table = new TrafficTable(0);

    /** What each entity is: the address that nobody is known to have, or null for a device. */
    private final List<@Nullable Address> addresses = new ArrayList<>();

    private final List<Integer> devices = new ArrayList<>();
    private final Map<Address, Integer> byAddress = new HashMap<>();
    private final Map<Integer, Integer> byDevice = new HashMap<>();

    public CampusFlows(Roster roster) {
        this.roster = roster;
        this.settings = PairingSettings.DEFAULTS;
        this.knowledge = new Knowledge(settings);
        this.segments = new Segments(roster);
        addresses.add(null);
        devices.add(-1);
    }

    /** First reading: what the services are, and which MAC addresses are devices'. */
    public void learn(FlowBatch batch) {
        knowledge.accept(batch);
        segments.accept(batch);
        disorder.accept(batch);
        for (int i = 0; i < batch.size(); i++) {
            first = Math.min(first, batch.start[i]);
            last = Math.max(last, batch.end[i]);
        }
    }

    /** Second reading: joins records to conversations and counts those. */
    public void take(FlowBatch batch) {
        mark.accept(batch);
        pairing().acceptHistory(batch, mark.millis());
    }

    private Pairing pairing() {
        if (pairing == null) {
            knowledge.freeze();
            table = new TrafficTable(Math.floorDiv(first, DAY));
            pairing = new Pairing(settings.withLateness(disorder.disorderMillis()), knowledge, this::count);
        }
        return pairing;
    }

    private void count(Conversation c) {
        int client = entity(c.clientHigh(), c.clientLow(), c.clientMac(), c);
        int server = entity(c.serverHigh(), c.serverLow(), c.serverMac(), c);
        table.add(client, server, c);
    }

    private int entity(long high, long low, long mac, Conversation c) {
        Address address = new Address(high, low);
        OptionalInt device = roster.at(address, c.firstMillis(), c.lastMillis());
        if (device.isPresent()) {
            return device(device.getAsInt());
        }
        boolean group = Networks.isGroup(address);
        if (!group && !roster.isInternal(address) && address.isV4()) {
            return EXTERNAL;
        }
        if (!group && segments.isDevice(mac)) {
            return device(roster.device(new MacAddress(mac), ""));
        }
        if (!group && !roster.isInternal(address)) {
            return EXTERNAL;
        }
        Integer known = byAddress.get(address);
        if (known == null) {
            known = addresses.size();
            byAddress.put(address, known);
            addresses.add(address);
            devices.add(-1);
        }
        return known;
    }

    private int device(int number) {
        Integer known = byDevice.get(number);
        if (known == null) {
            known = addresses.size();
            byDevice.put(number, known);
            addresses.add(null);
            devices.add(number);
        }
        return known;
    }

    /**
     * Ends the second reading.
     *
     * @param identity whether what is known of devices counts, and devices that were never seen talk are among the
     *     endpoints
     */
    public Evidence finish(boolean identity) {
        Pairing over = pairing();
        over.finish();
        EntityOrder order = new EntityOrder(roster, addresses, devices, identity, isAlive());
        table.renumber(order.numbers());
        LocalDate firstDay = LocalDate.ofEpochDay(first > last ? 0 : Math.floorDiv(first, DAY));
        Traffic traffic = new Traffic(order.endpoints(), order.others(), firstDay, table, table.sorted());
        List<View> views = identity ? roster.views(order.devices()) : List.of();
        return new Evidence(traffic, views, over.counts(), first, last);
    }

    /**
     * Which addresses that nobody is known to have are endpoints all the same: those that send, and, where exporters
     * report one direction only, those that at least two ask. The last address of a network is its broadcast.
     */
    private boolean[] isAlive() {
        int[] firstClient = new int[addresses.size()];
        boolean[] alive = new boolean[addresses.size()];
        boolean oneWay = pairing().counts().paired() * 10 < pairing().counts().conversations();
        Arrays.fill(firstClient, -1);
        for (int row = 0; row < table.capacity(); row++) {
            if (table.isUsed(row) && table.conversations[row] > table.scans[row]) {
                int server = table.server(row);
                alive[server] |= firstClient[server] >= 0 && firstClient[server] != table.client(row);
                firstClient[server] = table.client(row);
            }
        }
        for (int entity = 0; entity < alive.length; entity++) {
            Address address = addresses.get(entity);
            boolean broadcast = address != null && address.isV4() && (address.low() & 0xff) == 0xff;
            alive[entity] = address != null
                    && roster.isHost(address)
                    && (segments.sends(address) || oneWay && alive[entity] && !broadcast);
        }
        return alive;
    }
}
