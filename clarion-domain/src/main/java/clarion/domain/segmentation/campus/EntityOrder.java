package clarion.domain.segmentation.campus;

import clarion.domain.flows.identity.Address;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives entities the numbers that they have in {@link Traffic}, which do not depend on who was met first: endpoints by
 * name, then what is outside, then the addresses that are no endpoints.
 */
final class EntityOrder {

    private final List<String> endpoints = new ArrayList<>();
    private final List<String> others = new ArrayList<>();
    private final int[] numbers;
    private final int[] deviceOf;

    /** An endpoint before it has a number; one that was not met has no entity. */
    private record Endpoint(int rank, String name, int entity, int device) {}

    /**
     * @param addresses per entity its address, null for a device and for what is outside, which is entity 0
     * @param devices per entity its device, or -1
     * @param silentToo whether devices that the roster knows and that were not met are endpoints
     * @param alive per entity whether it is an endpoint though it is an address
     */
    EntityOrder(
            Roster roster,
            List<@Nullable Address> addresses,
            List<Integer> devices,
            boolean silentToo,
            boolean[] alive) {
        List<Endpoint> met = new ArrayList<>();
        List<Address> rest = new ArrayList<>();
        List<Integer> restEntities = new ArrayList<>();
        BitSet known = new BitSet();
        for (int entity = 1; entity < addresses.size(); entity++) {
            Address address = addresses.get(entity);
            int device = devices.get(entity);
            if (address == null) {
                known.set(device);
                met.add(endpoint(roster, device, entity));
            } else if (alive[entity]) {
                met.add(new Endpoint(1, address.toString(), entity, -1));
            } else {
                rest.add(address);
                restEntities.add(entity);
            }
        }
        for (int device = 0; silentToo && device < roster.devices(); device++) {
            if (!known.get(device) && roster.isInventoried(device)) {
                met.add(endpoint(roster, device, -1));
            }
        }
        met.sort(Comparator.comparingInt(Endpoint::rank).thenComparing(Endpoint::name));
        numbers = new int[addresses.size()];
        deviceOf = new int[met.size()];
        for (Endpoint endpoint : met) {
            if (endpoint.entity() >= 0) {
                numbers[endpoint.entity()] = endpoints.size();
            }
            deviceOf[endpoints.size()] = endpoint.device();
            endpoints.add(endpoint.name());
        }
        numbers[0] = endpoints.size();
        others.add(Traffic.EXTERNAL);
        Integer[] order = new Integer[rest.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparing(rest::get));
        for (int i : order) {
            numbers[restEntities.get(i)] = endpoints.size() + others.size();
            others.add(rest.get(i).toString());
        }
    }

    private static Endpoint endpoint(Roster roster, int device, int entity) {
        return new Endpoint(roster.mac(device).isPresent() ? 0 : 2, roster.name(device), entity, device);
    }

    List<String> endpoints() {
        return endpoints;
    }

    List<String> others() {
        return others;
    }

    /** Per entity its new number. */
    int[] numbers() {
        return numbers;
    }

    /** Per endpoint its number in the roster, or -1. */
    int[] devices() {
        return deviceOf;
    }
}
