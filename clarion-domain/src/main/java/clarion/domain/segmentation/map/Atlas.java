package clarion.domain.segmentation.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Places clusters on a plane. One that was placed before stays where it was, and gives way only as far as it overlaps;
 * a new one takes the first free place on a spiral around the middle. No random choice: the same input gives the same
 * map.
 */
public final class Atlas {

    static final double GAP = 1.5;
    private static final double ROOM_OF_MEMBER = 1.1;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));
    private static final int MOST_ROUNDS = 400;

    private Atlas() {}

    /** A place on the plane. */
    public record Point(double x, double y) {}

    /**
     * Places clusters.
     *
     * @param sizes members by cluster, each at least 1
     * @param former where clusters were before, for those that were
     * @return in the order of ids, none overlapping another
     */
    public static List<Circle> place(Map<Long, Long> sizes, Map<Long, Point> former) {
        List<Circle> placed = new ArrayList<>();
        sizes.keySet().stream().filter(former::containsKey).sorted().forEach(id -> {
            Point point = former.getOrDefault(id, new Point(0, 0));
            placed.add(new Circle(id, point.x(), point.y(), radius(sizes.getOrDefault(id, 1L))));
        });
        pushApart(placed);
        sizes.entrySet().stream()
                .filter(entry -> !former.containsKey(entry.getKey()))
                .sorted(Map.Entry.<Long, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> placed.add(firstFree(entry.getKey(), radius(entry.getValue()), placed)));
        placed.sort(Comparator.comparingLong(Circle::cluster));
        return placed;
    }

    private static double radius(long members) {
        return ROOM_OF_MEMBER * Math.sqrt((double) members) + 1;
    }

    private static Circle firstFree(long id, double radius, List<Circle> placed) {
        for (int k = 0; ; k++) {
            double away = Math.sqrt(k) * (1 + radius / 4);
            Circle circle =
                    new Circle(id, away * Math.cos(k * GOLDEN_ANGLE), away * Math.sin(k * GOLDEN_ANGLE), radius);
            if (placed.stream().noneMatch(circle::overlaps)) {
                return circle;
            }
        }
    }

    /** Those that have grown into each other each give way by half, until none overlaps. */
    private static void pushApart(List<Circle> circles) {
        boolean moved = true;
        for (int round = 0; moved && round < MOST_ROUNDS; round++) {
            moved = false;
            for (int i = 0; i < circles.size(); i++) {
                for (int j = i + 1; j < circles.size(); j++) {
                    moved |= part(circles, i, j);
                }
            }
        }
    }

    private static boolean part(List<Circle> circles, int i, int j) {
        Circle one = circles.get(i);
        Circle other = circles.get(j);
        double distance = one.distance(other);
        double missing = one.radius() + other.radius() + GAP - distance;
        if (missing <= 1e-6) {
            return false;
        }
        // Two on the same spot part along a direction that depends on which they are.
        double angle = other.cluster() * GOLDEN_ANGLE;
        double dx = distance > 1e-9 ? (other.x() - one.x()) / distance : Math.cos(angle);
        double dy = distance > 1e-9 ? (other.y() - one.y()) / distance : Math.sin(angle);
        double half = missing / 2 + 1e-7;
        circles.set(i, one.moved(-dx * half, -dy * half));
        circles.set(j, other.moved(dx * half, dy * half));
        return true;
    }

    /** Where a member is drawn within its cluster: always the same relative to it. */
    public static Point member(Circle circle, String endpoint) {
        long hash = mix(endpoint.hashCode());
        double angle = (hash >>> 32) / (double) (1L << 32) * 2 * Math.PI;
        double share = (hash & 0xffff_ffffL) / (double) (1L << 32);
        double away = (circle.radius() - 0.8) * Math.sqrt(share);
        return new Point(circle.x() + away * Math.cos(angle), circle.y() + away * Math.sin(angle));
    }

    /** SplitMix64's finaliser (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
    private static long mix(long value) {
        long z = value * 0x9e3779b97f4a7c15L;
        z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
