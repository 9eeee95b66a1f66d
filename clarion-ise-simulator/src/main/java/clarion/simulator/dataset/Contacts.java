package clarion.simulator.dataset;

import clarion.simulator.traffic.Address;
import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.Party;
import clarion.simulator.traffic.Relation;
import clarion.simulator.traffic.Role;
import clarion.simulator.traffic.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Whom a device turns to: mostly the same one, now and then another. */
final class Contacts {

    private static final double FAITHFUL = 0.8;
    private static final int TRIES = 4;
    private static final int SITES = 3_000;
    private static final int FEW_SITES = 8;

    private final long seed;
    private final Exporter border;
    private final List<List<Endpoint>> byRole = new ArrayList<>();
    private final List<List<List<Endpoint>>> byRoleAndBuilding = new ArrayList<>();

    Contacts(Population population) {
        this.seed = Draws.seed(population.plan.seed(), 3);
        this.border = population.network.border();
        for (Role unused : population.model.roles()) {
            byRole.add(new ArrayList<>());
            List<List<Endpoint>> buildings = new ArrayList<>();
            for (int i = 0; i < population.network.buildings(); i++) {
                buildings.add(new ArrayList<>());
            }
            byRoleAndBuilding.add(buildings);
        }
        for (Endpoint endpoint : population.endpoints) {
            byRole.get(endpoint.role.number()).add(endpoint);
            byRoleAndBuilding.get(endpoint.role.number()).get(endpoint.building).add(endpoint);
        }
    }

    List<Endpoint> members(Role role) {
        return byRole.get(role.number());
    }

    /** Somebody of a role who is there at that instant, or null if a few tries find nobody. */
    @Nullable
    Presence partner(Endpoint one, Role role, Relation relation, long at, SplittableRandom random) {
        List<Endpoint> members = members(role);
        if (relation.near()) {
            List<Endpoint> close = byRoleAndBuilding.get(role.number()).get(one.building);
            members = close.isEmpty() ? members : close;
        }
        boolean faithful = random.nextDouble() < FAITHFUL;
        for (int i = 0; i < TRIES && !members.isEmpty(); i++) {
            long draw = faithful && i == 0
                    ? Draws.seed(seed, (long) one.id << 8 | role.number()) >>> 1
                    : random.nextInt(members.size());
            Endpoint other = members.get((int) (draw % members.size()));
            Presence presence = other == one ? null : other.at(at);
            if (presence != null) {
                return presence;
            }
        }
        return null;
    }

    /** A server on the internet: of the web many, a few of them most often; of anything else few. */
    Party site(Service service, SplittableRandom random) {
        boolean web = service.portLow() == 443 || service.portLow() == 80;
        double draw = random.nextDouble();
        int site = (int) (web ? SITES * draw * draw * draw : FEW_SITES * draw);
        long bits = Draws.seed(seed, web ? site : 1_000_000L + service.portLow() * 100L + site);
        return outside(Address.v4(23 + (int) (bits >>> 61), (int) bits >> 16 & 255, (int) bits >> 8 & 255, 7));
    }

    /** Somebody on the internet. */
    Party visitor(SplittableRandom random) {
        return outside(Address.v4(81 + random.nextInt(10), random.nextInt(256), random.nextInt(256), 1));
    }

    private Party outside(Address address) {
        return new Party(0, address, Relation.EXTERNAL, null, 0, 0, border, Exporter.port(0), 0);
    }

    /** An address at which nobody is, or a group's. */
    Party nobody(Exporter exporter, Address address) {
        return new Party(0, address, Party.NOBODY, null, 0, 0, exporter, Exporter.UPLINK, 0);
    }
}
