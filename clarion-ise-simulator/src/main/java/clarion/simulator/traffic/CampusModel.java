package clarion.simulator.traffic;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A kind of campus: its roles, and which of them use what of which.
 *
 * @param kind {@code corporate}, {@code hospital}, {@code plant}, {@code university} or {@code living}
 * @param roles by number
 * @param relations by number
 * @param services every service there is, by name
 */
public record CampusModel(String kind, List<Role> roles, List<Relation> relations, Map<String, Service> services) {

    /** The kinds of which data sets are made. */
    public static final List<String> KINDS = List.of("corporate", "hospital", "plant", "university");

    public CampusModel {
        roles = List.copyOf(roles);
        relations = List.copyOf(relations);
        services = Map.copyOf(services);
    }

    /** @throws IllegalArgumentException if there is no such kind */
    public static CampusModel of(String kind) {
        if (!KINDS.contains(kind) && !kind.equals("living")) {
            throw new IllegalArgumentException("a campus is " + String.join(", ", KINDS) + ", not " + kind);
        }
        return ModelReader.read(kind);
    }

    /** @throws IllegalArgumentException if the campus has no such role */
    public Role role(String name) {
        return roles.stream()
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no role " + name + " on a " + kind + " campus"));
    }

    /** @throws IllegalArgumentException if there is no such service */
    public Service service(String name) {
        Service service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("no service " + name);
        }
        return service;
    }

    /**
     * How many devices each role has, by its number.
     *
     * @param endpoints all devices, servers among them
     */
    public int[] counts(int endpoints) {
        int servers = 0;
        for (Role role : roles) {
            servers += role.server() ? role.count(endpoints, 0) : 0;
        }
        int others = Math.max(0, endpoints - servers);
        int[] counts = new int[roles.size()];
        int largest = -1;
        int left = others;
        for (Role role : roles) {
            counts[role.number()] = role.count(endpoints, others);
            if (!role.server()) {
                left -= counts[role.number()];
                largest = largest < 0 || counts[role.number()] > counts[largest] ? role.number() : largest;
            }
        }
        counts[largest] = Math.max(1, counts[largest] + left);
        return counts;
    }

    /** What is legitimate, a line each: client role, server role, protocol, ports, common or rare. */
    public List<TrueService> trueServices() {
        Map<String, TrueService> lines = new TreeMap<>();
        for (Relation relation : relations) {
            TrueService line = TrueService.of(relation);
            lines.merge(line.key(), line, (one, other) -> one.rare() ? other : one);
        }
        return List.copyOf(lines.values());
    }

    /** A service that one role may use of another. */
    public record TrueService(String client, String server, int protocol, int portLow, int portHigh, boolean rare) {

        /** What a relation allows. */
        public static TrueService of(Relation relation) {
            Service service = relation.service();
            return new TrueService(
                    relation.clientName(),
                    relation.serverName(),
                    service.protocol(),
                    service.portLow(),
                    service.portHigh(),
                    relation.rare());
        }

        /** What it is found by, whether common or rare. */
        public String key() {
            return String.format(Locale.ROOT, "%s,%s,%d,%d,%d", client, server, protocol, portLow, portHigh);
        }
    }

    /** The role of a name, or null for the internet. */
    static @Nullable Role roleOrInternet(Map<String, Role> roles, String name) {
        if (name.equals(Relation.EXTERNAL)) {
            return null;
        }
        Role role = roles.get(name);
        if (role == null) {
            throw new IllegalArgumentException("no role " + name);
        }
        return role;
    }
}
