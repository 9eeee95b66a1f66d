package clarion.ejb.segmentation;

import clarion.domain.segmentation.map.Atlas;
import clarion.domain.segmentation.map.Atlas.Point;
import clarion.domain.segmentation.map.Circle;
import clarion.ejb.SqlArrays;
import clarion.ejb.segmentation.SegmentMap.MapCluster;
import clarion.ejb.segmentation.SegmentMap.MapPoint;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws a run, over one connection. */
final class MapReader {

    /** A picture with more points than this shows no more. */
    static final int MOST_POINTS = 5_000;

    private record Found(MapCluster cluster, boolean placed) {}

    private final Connection connection;
    private final long run;

    MapReader(Connection connection, long run) {
        this.connection = connection;
        this.run = run;
    }

    SegmentMap read() throws SQLException {
        Map<Long, Found> found = clusters();
        Map<Long, Circle> circles = new TreeMap<>();
        circles(found).forEach(circle -> circles.put(circle.cluster(), circle));
        List<MapCluster> clusters = new ArrayList<>();
        found.forEach((id, one) -> {
            Circle circle = circles.get(id);
            if (circle != null) {
                MapCluster c = one.cluster();
                clusters.add(new MapCluster(
                        c.id(), c.name(), c.state(), c.members(), c.review(), circle.x(), circle.y(), circle.radius()));
            }
        });
        long members = clusters.stream().mapToLong(MapCluster::members).sum();
        return new SegmentMap(Long.toString(run), clusters, members, points(circles));
    }

    /** Keeps where clusters are drawn, so that the next run draws them there. */
    void keep() throws SQLException {
        List<Circle> circles = circles(clusters());
        try (PreparedStatement update = connection.prepareStatement("update segment_cluster c set x = n.x, y = n.y"
                + " from unnest(?::int8[], ?::float8[], ?::float8[]) n(id, x, y) where c.id = n.id")) {
            new SqlArrays(update)
                    .add("int8", circles, Circle::cluster)
                    .add("float8", circles, Circle::x)
                    .add("float8", circles, Circle::y);
            update.executeUpdate();
        }
    }

    private static List<Circle> circles(Map<Long, Found> found) {
        Map<Long, Long> sizes = new HashMap<>();
        Map<Long, Point> former = new HashMap<>();
        found.forEach((id, one) -> {
            sizes.put(id, one.cluster().members());
            if (one.placed()) {
                former.put(id, new Point(one.cluster().x(), one.cluster().y()));
            }
        });
        return Atlas.place(sizes, former);
    }

    private Map<Long, Found> clusters() throws SQLException {
        Map<Long, Found> clusters = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(
                "select c.id, coalesce(c.name, r.label), c.accepted, r.members, r.review, c.x, c.y, c.x is not null"
                        + " from segment_result r join segment_cluster c on c.id = r.cluster where r.run = ?"
                        + " and r.members > 0 order by c.id")) {
            select.setLong(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    MapCluster cluster = new MapCluster(
                            row.getString(1),
                            row.getString(2),
                            row.getBoolean(3) ? "ACCEPTED" : "PROPOSED",
                            row.getLong(4),
                            row.getLong(5),
                            row.getDouble(6),
                            row.getDouble(7),
                            0);
                    clusters.put(row.getLong(1), new Found(cluster, row.getBoolean(8)));
                }
            }
        }
        return clusters;
    }

    private List<MapPoint> points(Map<Long, Circle> circles) throws SQLException {
        List<MapPoint> points = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("select mac::text, cluster, review, profile"
                + " from segment_member where run = ? and cluster is not null order by mac limit " + MOST_POINTS)) {
            select.setLong(1, run);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Circle circle = circles.get(row.getLong(2));
                    if (circle != null) {
                        Point point = Atlas.member(circle, row.getString(1));
                        points.add(new MapPoint(
                                row.getString(1),
                                row.getString(2),
                                rounded(point.x()),
                                rounded(point.y()),
                                row.getBoolean(3),
                                row.getString(4)));
                    }
                }
            }
        }
        return points;
    }

    private static double rounded(double place) {
        return Math.round(place * 100) / 100.0;
    }
}
