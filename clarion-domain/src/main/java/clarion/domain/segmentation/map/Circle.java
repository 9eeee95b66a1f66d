package clarion.domain.segmentation.map;

/**
 * Where a cluster is drawn; a unit is about the room of one member.
 *
 * @param radius grows with the root of its members, so that areas tell sizes
 */
public record Circle(long cluster, double x, double y, double radius) {

    boolean overlaps(Circle other) {
        return distance(other) < radius + other.radius + Atlas.GAP;
    }

    double distance(Circle other) {
        return Math.hypot(x - other.x, y - other.y);
    }

    Circle moved(double dx, double dy) {
        return new Circle(cluster, x + dx, y + dy, radius);
    }
}
