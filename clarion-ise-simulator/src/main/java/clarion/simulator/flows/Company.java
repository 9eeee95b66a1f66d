package clarion.simulator.flows;

import clarion.simulator.campus.Campus;
import clarion.simulator.campus.Stay;
import clarion.simulator.traffic.Address;
import clarion.simulator.traffic.CampusModel;
import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Imperfections;
import clarion.simulator.traffic.Party;
import clarion.simulator.traffic.Relation;
import clarion.simulator.traffic.Role;
import clarion.simulator.traffic.Service;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Everybody who can be a side of a conversation now: devices of the campus, servers, the internet, nobody. */
final class Company {

    private static final int TRIES = 60;
    private static final int SITES = 800;

    private final Campus campus;
    private final Servers servers;
    private final Map<String, Role> roles = new HashMap<>();
    private final SplittableRandom random;
    private final Imperfections imperfections;
    private final long seed;
    private final Function<String, Exporter> exporters;
    private final ToIntFunction<String> tags;

    /**
     * @param exporters the switch of a name
     * @param tags the tag of a security group's name
     */
    Company(
            Campus campus,
            CampusModel model,
            Servers servers,
            Imperfections imperfections,
            long seed,
            Function<String, Exporter> exporters,
            ToIntFunction<String> tags) {
        this.campus = campus;
        this.servers = servers;
        this.imperfections = imperfections;
        this.seed = seed;
        this.exporters = exporters;
        this.tags = tags;
        this.random = new SplittableRandom(Draws.seed(seed, 21));
        model.roles().forEach(role -> roles.put(role.name(), role));
    }

    /** A device or a server by chance; servers are drawn as often as their number says. */
    Optional<Somebody> anybody(int devices) {
        if (random.nextInt(devices + servers.size()) < servers.size()) {
            return Optional.of(Somebody.of(servers.any(random)));
        }
        return campus.anybody(random).map(this::device);
    }

    /** Somebody of a role, if a few tries find one. */
    Optional<Somebody> anybody(Role role) {
        if (role.server()) {
            return Optional.of(Somebody.of(servers.any(role, random)));
        }
        for (int i = 0; i < TRIES; i++) {
            Optional<Stay> stay =
                    campus.anybody(random).filter(one -> one.role().equals(role.name()));
            if (stay.isPresent()) {
                return stay.map(this::device);
            }
        }
        return Optional.empty();
    }

    /** A device of the campus by chance. */
    Optional<Somebody> anyDevice() {
        return campus.anybody(random).map(this::device);
    }

    private Somebody device(Stay stay) {
        Role role = roles.get(stay.role());
        if (role == null) {
            throw new IllegalStateException("the living campus has no role " + stay.role());
        }
        long mac = Long.parseLong(stay.mac().replace(":", ""), 16);
        int sgt = stay.group().map(tags::applyAsInt).orElse(0);
        boolean mistagged =
                Draws.chance(imperfections.of(Imperfection.MISTAGGED), new SplittableRandom(Draws.seed(seed, mac)));
        Exporter exporter = exporters.apply(stay.device());
        return Somebody.of(
                role,
                stay,
                address -> new Party(
                        mac,
                        address,
                        role.name(),
                        stay.user().orElse(null),
                        sgt,
                        mistagged ? sgt + 1 : sgt,
                        exporter,
                        port(stay.port()),
                        stay.vlan()));
    }

    /** A server of the internet for a service. */
    Somebody site(Service service) {
        boolean web = service.portLow() == 443;
        double draw = random.nextDouble();
        int site = web ? (int) (SITES * draw * draw * draw) : (int) (8 * draw);
        long bits = Draws.seed(seed, (web ? 0 : service.portLow() * 1_000L) + site);
        return outside(Address.v4(23 + (int) (bits >>> 61), (int) bits >> 16 & 255, (int) bits >> 8 & 255, 7));
    }

    /** Somebody of the internet who asks. */
    Somebody visitor() {
        return outside(Address.v4(81 + random.nextInt(10), random.nextInt(256), random.nextInt(256), 1));
    }

    private Somebody outside(Address address) {
        Exporter border = exporters.apply("border");
        return Somebody.of(new Party(0, address, Relation.EXTERNAL, null, 0, 0, border, Exporter.port(0), 0));
    }

    /** Where a scanner looks and finds nobody, on the way from its own switch. */
    Somebody nobody(Exporter near) {
        Address address = Address.v4(10, 250, 201 + random.nextInt(40), random.nextInt(256));
        return Somebody.of(new Party(0, address, Party.NOBODY, null, 0, 0, near, Exporter.UPLINK, 0));
    }

    /** {@code GigabitEthernet1/0/7} as a number; what is not such a port is the first. */
    private static int port(String name) {
        String[] parts = name.replaceFirst("^[A-Za-z]+", "").split("/");
        return parts.length == 3 && name.startsWith("Gigabit")
                ? Integer.parseInt(parts[0]) * 10_000 + 100 + Integer.parseInt(parts[2])
                : Exporter.port(0);
    }
}
