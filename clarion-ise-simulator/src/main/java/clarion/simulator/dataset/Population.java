package clarion.simulator.dataset;

import clarion.simulator.traffic.CampusModel;
import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes the devices and people of a data set; who is where is another matter. */
final class Population {

    private static final int PER_BUILDING = 500;
    private static final int FIRST_ROLE_SGT = 100;
    private static final double SILENCE = 0.15;

    final DatasetPlan plan;
    final CampusModel model;
    final Network network;
    final List<Endpoint> endpoints = new ArrayList<>();
    final List<Person> people = new ArrayList<>();

    private final SplittableRandom random;
    private final List<String> groups;
    private final Map<Role, List<Role>> peers = new java.util.HashMap<>();
    private final int macOffset;

    Population(DatasetPlan plan) {
        this.plan = plan;
        this.model = CampusModel.of(plan.kind());
        this.random = new SplittableRandom(Draws.seed(plan.seed(), 1));
        this.macOffset = random.nextInt(1 << 24);
        this.network = new Network(plan, Math.max(1, plan.endpoints() / PER_BUILDING));
        TreeSet<String> names = new TreeSet<>();
        model.roles().forEach(role -> names.add(role.group() == null ? "" : role.group()));
        names.remove("");
        this.groups = List.copyOf(names);
        make();
        attackers(Imperfection.SCANNERS).forEach(one -> one.scanner = true);
        attackers(Imperfection.INFECTED).forEach(one -> one.infected = true);
    }

    /** The Active Directory groups, in the order of their names. */
    List<String> groups() {
        return groups;
    }

    @Nullable
    Person owner(Endpoint endpoint) {
        return endpoint.owner < 0 ? null : people.get(endpoint.owner);
    }

    /** Roles are dealt in turn, so that a device's number says nothing of its role. */
    private void make() {
        int[] left = model.counts(plan.endpoints());
        List<Role> deal = new ArrayList<>();
        for (Role role : model.roles()) {
            for (int i = 0; i < left[role.number()]; i++) {
                deal.add(role);
            }
        }
        for (int i = deal.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Role role = deal.get(i);
            deal.set(i, deal.get(other));
            deal.set(other, role);
        }
        for (Role role : deal) {
            endpoints.add(endpoint(endpoints.size(), role));
        }
        for (Endpoint endpoint : endpoints) {
            if (endpoint.role.ownDevice()) {
                endpoint.owner = people.isEmpty() ? -1 : random.nextInt(people.size());
            }
        }
    }

    private Endpoint endpoint(int id, Role role) {
        int building = random.nextInt(network.buildings());
        Network.Socket socket =
                role.server() ? network.rack() : role.mobile() ? network.radio(building) : network.wire(building);
        Endpoint endpoint = new Endpoint(id, role, mac(id, role), building, socket.exporter(), socket.port());
        endpoint.activity = Math.exp(0.5 * Draws.gauss(random) - 0.125) * (role.silent() ? SILENCE : 1);
        endpoint.believed = believed(role);
        endpoint.sgt = switch (plan.sgts()) {
            case NONE -> 0;
            case COARSE -> role.sgt();
            case ROLES -> FIRST_ROLE_SGT + role.number();
        };
        Role wrong = any(role);
        boolean mistagged = chance(Imperfection.MISTAGGED) && plan.sgts() != DatasetPlan.Sgts.NONE;
        endpoint.tag = !mistagged
                ? endpoint.sgt
                : plan.sgts() == DatasetPlan.Sgts.ROLES ? FIRST_ROLE_SGT + wrong.number() : wrong.sgt();
        if (!role.server() && chance(Imperfection.ODD)) {
            endpoint.second = any(role);
        }
        if (role.hasUser() && !role.ownDevice()) {
            endpoint.owner = people.size();
            people.add(new Person(people.size(), group(role)));
        }
        return endpoint;
    }

    private String group(Role role) {
        String right = role.group();
        if (right == null || chance(Imperfection.WRONG_GROUP)) {
            return groups.get(random.nextInt(groups.size()));
        }
        return right;
    }

    private @Nullable Role believed(Role role) {
        if (chance(Imperfection.UNKNOWN_PROFILE)) {
            return null;
        }
        return chance(Imperfection.WRONG_PROFILE) ? any(role) : role;
    }

    /** Some other role of devices that are not servers. */
    private Role any(Role but) {
        List<Role> others = peers.computeIfAbsent(
                but,
                role -> model.roles().stream()
                        .filter(other -> !other.server() && !other.equals(role))
                        .toList());
        return others.get(random.nextInt(others.size()));
    }

    /** A vendor's address tells the type of a device at most; phones and guests make theirs up. */
    private long mac(int id, Role role) {
        if (role.ownDevice() || role.guest()) {
            return 0x02_00_00_00_00_00L | random.nextLong() & 0xFC_FF_FF_00_00_00L | serial(id);
        }
        long vendor = Draws.seed(role.type().hashCode(), random.nextInt(3)) & 0xFC_FF_FFL;
        return vendor << 24 | serial(id);
    }

    /** 24 bits, different for every id. */
    private long serial(int id) {
        return id * 0x9E3779L + macOffset & 0xFFFFFF;
    }

    private List<Endpoint> attackers(Imperfection kind) {
        double share = plan.imperfections().of(kind);
        List<Endpoint> chosen = new ArrayList<>();
        if (share > 0) {
            List<Endpoint> candidates = endpoints.stream()
                    .filter(one -> one.role.hasUser() && !one.scanner && !one.role.late())
                    .toList();
            long count = Math.max(1, Math.round(share * endpoints.size()));
            for (int i = 0; i < count && !candidates.isEmpty(); i++) {
                chosen.add(candidates.get(random.nextInt(candidates.size())));
            }
        }
        return chosen;
    }

    private boolean chance(Imperfection kind) {
        return Draws.chance(plan.imperfections().of(kind), random);
    }
}
