package clarion.simulator.flows;

import clarion.simulator.traffic.Address;
import clarion.simulator.traffic.CampusModel;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.Party;
import clarion.simulator.traffic.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/** The servers of the living campus: they have no session; ISE knows them by SXP bindings. */
final class Servers {

    private static final long VIRTUAL = 0x00_50_56_00_00_00L;
    private static final int RACKED = 40;
    private static final long V6 = 0x20010db8_00fa0000L;

    private final List<Server> all = new ArrayList<>();
    private final List<List<Server>> byRole = new ArrayList<>();

    /** A server, with both its addresses. */
    record Server(Role role, Party v4, Party v6) {

        Party at(boolean overV6) {
            return overV6 ? v6 : v4;
        }
    }

    /** Makes switches of a name. */
    interface Racks {
        Exporter rack(String name);
    }

    /** @param devices of the campus; the more there are, the more servers of some roles */
    Servers(CampusModel model, int devices, Racks racks) {
        int[] counts = model.counts(Math.max(100, devices));
        for (Role role : model.roles()) {
            List<Server> members = new ArrayList<>();
            byRole.add(members);
            for (int i = 0; role.server() && i < counts[role.number()]; i++) {
                int number = all.size();
                Exporter rack = racks.rack(String.format("dc-sw%02d", number / RACKED + 1));
                Address v4 = Address.v4(10, 250, number / 200, number % 200 + 10);
                Server server = new Server(
                        role, party(role, number, v4, rack), party(role, number, new Address(V6, number + 10), rack));
                members.add(server);
                all.add(server);
            }
        }
    }

    private static Party party(Role role, int number, Address address, Exporter rack) {
        return new Party(
                VIRTUAL | number + 1,
                address,
                role.name(),
                null,
                role.sgt(),
                role.sgt(),
                rack,
                Exporter.port(number % RACKED),
                0);
    }

    int size() {
        return all.size();
    }

    Server any(SplittableRandom random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Some server of a role that has servers. */
    Server any(Role role, SplittableRandom random) {
        List<Server> members = byRole.get(role.number());
        return members.get(random.nextInt(members.size()));
    }

    /** Tells every address with its security group. */
    void bindings(BiConsumer<Address, Integer> binding) {
        for (Server server : all) {
            binding.accept(server.v4().address(), server.role().sgt());
            binding.accept(server.v6().address(), server.role().sgt());
        }
    }
}
