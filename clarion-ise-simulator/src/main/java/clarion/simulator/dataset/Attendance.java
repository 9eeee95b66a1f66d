package clarion.simulator.dataset;

import clarion.simulator.traffic.Address;
import clarion.simulator.traffic.Draws;
import clarion.simulator.traffic.Exporter;
import clarion.simulator.traffic.Imperfection;
import clarion.simulator.traffic.Party;
import clarion.simulator.traffic.Rhythm;
import clarion.simulator.traffic.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** Who is where, day by day: arrivals, departures, roaming, and the addresses that DHCP gives out meanwhile. */
final class Attendance {

    private static final double MOVES = 0.02;
    private static final double HOUR = DatasetPlan.HOUR_MILLIS;
    private static final long SECOND = 1_000;

    private final Population population;
    private final DatasetPlan plan;
    private final AddressPlan addresses;

    /** Takes a presence when it has ended, or is still open when all ends. */
    interface Ended {
        void accept(Presence presence) throws IOException;
    }

    private record Move(long at, boolean arrival, Endpoint endpoint, int building) {}

    Attendance(Population population) {
        this.population = population;
        this.plan = population.plan;
        this.addresses = new AddressPlan(plan.imperfections().of(Imperfection.CHURN) > 0);
        for (Endpoint endpoint : population.endpoints) {
            if (endpoint.role.server()) {
                endpoint.today.add(presence(endpoint, endpoint.building, addresses.server(), plan.startMillis()));
            }
        }
    }

    /** Lets a day happen, 0 and up; afterwards every endpoint says where it is on it. */
    void day(int day, Ended ended) throws IOException {
        SplittableRandom random = new SplittableRandom(Draws.seed(plan.seed(), 1_000 + day));
        List<Move> moves = new ArrayList<>();
        for (Endpoint endpoint : population.endpoints) {
            endpoint.today.removeIf(presence -> presence.to != Presence.OPEN);
            if (!endpoint.role.server() && (!endpoint.role.late() || day >= plan.lateDay())) {
                plan(endpoint, day, random, moves);
            }
        }
        moves.sort(Comparator.comparingLong(Move::at)
                .thenComparing(Move::arrival)
                .thenComparingInt(move -> move.endpoint().id));
        for (Move move : moves) {
            if (move.arrival()) {
                arrive(move, random);
            } else {
                leave(move, ended);
            }
        }
    }

    /** Tells of everything that has not ended. */
    void rest(Ended ended) throws IOException {
        for (Endpoint endpoint : population.endpoints) {
            for (Presence presence : endpoint.today) {
                if (presence.to == Presence.OPEN) {
                    ended.accept(presence);
                }
            }
        }
    }

    private void plan(Endpoint endpoint, int day, SplittableRandom random, List<Move> moves) {
        long midnight = plan.startMillis() + day * DatasetPlan.DAY_MILLIS;
        Role role = endpoint.role;
        if (!role.comesAndGoes()) {
            stay(endpoint, day, midnight, random, moves);
        } else if (random.nextDouble() < role.rhythm().presence(plan.weekday(day))) {
            long[] hours = hours(role.rhythm(), random);
            visit(endpoint, midnight + hours[0], midnight + hours[1], random, moves);
            if (hours.length > 2) {
                visit(endpoint, midnight + hours[2], midnight + hours[3], random, moves);
            }
        }
    }

    /** A thing is plugged in, and now and then gets another address or place. */
    private void stay(Endpoint endpoint, int day, long midnight, SplittableRandom random, List<Move> moves) {
        boolean there = !endpoint.today.isEmpty();
        boolean roams = endpoint.role.mobile() && chance(Imperfection.ROAMING, random);
        boolean renumbered = random.nextDouble() < MOVES * plan.imperfections().of(Imperfection.CHURN) / 0.35;
        int building = roams ? random.nextInt(population.network.buildings()) : endpoint.building;
        if (!there) {
            long before = day == 0 ? -random.nextLong(3 * DatasetPlan.DAY_MILLIS) : random.nextLong(7_200_000);
            moves.add(new Move(midnight + before, true, endpoint, endpoint.building));
        } else if (roams || renumbered) {
            long at = midnight + 3_600_000 + random.nextLong(20 * DatasetPlan.HOUR_MILLIS);
            moves.add(new Move(at, false, endpoint, building));
            moves.add(new Move(at + 30 * SECOND, true, endpoint, building));
        }
    }

    private void visit(Endpoint endpoint, long from, long to, SplittableRandom random, List<Move> moves) {
        moves.add(new Move(from, true, endpoint, endpoint.building));
        boolean roams = endpoint.role.mobile()
                && population.network.buildings() > 1
                && chance(Imperfection.ROAMING, random)
                && to - from > DatasetPlan.HOUR_MILLIS;
        if (roams) {
            long at = from + (to - from) / 4 + random.nextLong((to - from) / 2);
            moves.add(new Move(at, false, endpoint, 0));
            moves.add(new Move(at + 20 * SECOND, true, endpoint, random.nextInt(population.network.buildings())));
        }
        moves.add(new Move(to, false, endpoint, 0));
    }

    /** From and to, once or twice, in milliseconds of a day. */
    private static long[] hours(Rhythm rhythm, SplittableRandom random) {
        return switch (rhythm) {
            case OFFICE, NIGHT -> span(8.4 + 0.8 * Draws.gauss(random), 17.2 + Draws.gauss(random));
            case STUDENT -> {
                double from = 9 + 4 * random.nextDouble();
                yield span(from, from + 4 + 7 * random.nextDouble());
            }
            case GUEST -> {
                double from = 8 + 9 * random.nextDouble();
                yield span(from, from + 1 + 3 * random.nextDouble());
            }
            case SHIFT -> {
                double shift = 6 + 8 * random.nextInt(3) + random.nextDouble() / 4;
                yield shift < 22
                        ? span(shift, shift + 8)
                        : new long[] {0, (long) ((shift - 16) * HOUR), (long) (shift * HOUR), (long) (23.99 * HOUR)};
            }
            case ALWAYS -> span(0.01, 23.99);
        };
    }

    private static long[] span(double from, double to) {
        double start = Math.max(0.02, Math.min(22, from));
        return new long[] {(long) (start * HOUR), (long) (Math.max(start + 0.5, Math.min(23.98, to)) * HOUR)};
    }

    private void arrive(Move move, SplittableRandom random) {
        Endpoint endpoint = move.endpoint();
        int wanted = chance(Imperfection.CHURN, random) ? 0 : endpoint.lastAddress;
        int address = addresses.take(move.building(), endpoint.role.vlan(), wanted);
        endpoint.lastAddress = address;
        endpoint.today.add(presence(endpoint, move.building(), address, move.at()));
    }

    private void leave(Move move, Ended ended) throws IOException {
        Endpoint endpoint = move.endpoint();
        Presence presence = endpoint.today.get(endpoint.today.size() - 1);
        presence.to = move.at();
        addresses.giveBack(presence.building, endpoint.role.vlan(), presence.address);
        ended.accept(presence);
    }

    private Presence presence(Endpoint endpoint, int building, int address, long from) {
        boolean home = building == endpoint.building;
        Exporter exporter =
                home ? endpoint.exporter : population.network.radio(building).exporter();
        Person owner = population.owner(endpoint);
        return new Presence(
                endpoint,
                building,
                address,
                from,
                new Party(
                        endpoint.mac,
                        Address.v4(address),
                        endpoint.role.name(),
                        owner == null ? null : owner.account(),
                        endpoint.sgt,
                        endpoint.tag,
                        exporter,
                        endpoint.port,
                        endpoint.role.vlan()));
    }

    private boolean chance(Imperfection kind, SplittableRandom random) {
        return Draws.chance(plan.imperfections().of(kind), random);
    }
}
