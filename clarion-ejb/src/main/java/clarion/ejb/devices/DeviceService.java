package clarion.ejb.devices;

import clarion.domain.ClarionException;
import clarion.domain.ProblemType;
import clarion.domain.devices.MacAddress;
import clarion.ejb.SqlValues;
import clarion.ejb.listing.FacetQuery;
import clarion.ejb.listing.Facets;
import clarion.ejb.listing.ListQuery;
import clarion.ejb.listing.Lists;
import clarion.ejb.listing.Page;
import clarion.ejb.listing.Scope;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads devices. */
@Stateless
public class DeviceService {

    private static final String SIGHTINGS = """
            SELECT kind, value, first_seen, last_seen FROM (
                SELECT kind, value, first_seen, last_seen,
                    row_number() OVER (PARTITION BY kind ORDER BY last_seen DESC, value) AS place
                FROM device_seen_with WHERE mac = ?::macaddr
            ) AS placed WHERE place <= ? ORDER BY kind, place""";

    private final Lists lists;

    @Inject
    public DeviceService(Lists lists) {
        this.lists = lists;
    }

    /** For the container's proxies. */
    @SuppressWarnings("NullAway")
    protected DeviceService() {
        this(null);
    }

    /** A page of all devices. */
    public Page<DeviceRow> list(ListQuery query) {
        return lists.page(query, DeviceRow::of);
    }

    /** A page of the devices that a user was seen on. */
    public Page<DeviceRow> listOfUser(long userId, ListQuery query) {
        return list(
                query.within(Scope.of("d.mac IN (SELECT ud.mac FROM user_device ud WHERE ud.user_id = ?)", userId)));
    }

    /**
     * One device with its sightings.
     *
     * @throws ClarionException NOT_FOUND
     */
    public DeviceDetail get(MacAddress mac) {
        return new DeviceDetail(getRow(mac), lists.read(connection -> sightings(connection, mac)));
    }

    /**
     * One device as lists show it.
     *
     * @throws ClarionException NOT_FOUND
     */
    public DeviceRow getRow(MacAddress mac) {
        Scope scope = Scope.of("d.mac = ?::macaddr", mac.toString());
        return lists.find(DeviceList.DEFINITION, scope, List.of(), DeviceRow::of)
                .orElseThrow(() -> new ClarionException(
                        ProblemType.NOT_FOUND, "No device " + mac + " was ever seen; check the MAC address."));
    }

    private static Map<SightingKind, List<DeviceDetail.Sighting>> sightings(Connection connection, MacAddress mac)
            throws SQLException {
        Map<SightingKind, List<DeviceDetail.Sighting>> sightings = new EnumMap<>(SightingKind.class);
        for (SightingKind kind : SightingKind.values()) {
            sightings.put(kind, new ArrayList<>());
        }
        try (PreparedStatement statement = connection.prepareStatement(SIGHTINGS)) {
            statement.setString(1, mac.toString());
            statement.setInt(2, DeviceDetail.MOST_SIGHTINGS);
            try (ResultSet rs = statement.executeQuery()) {
                while (rs.next()) {
                    DeviceDetail.Sighting sighting = new DeviceDetail.Sighting(
                            rs.getString(2), SqlValues.instant(rs, 3), SqlValues.instant(rs, 4));
                    sightings
                            .computeIfAbsent(SightingKind.valueOf(rs.getString(1)), kind -> new ArrayList<>())
                            .add(sighting);
                }
            }
        }
        return sightings;
    }

    /** How the matching devices are spread over the values of some columns. */
    public Facets facets(ListQuery query, List<String> columns) {
        return lists.read(new FacetQuery(query, columns)::read);
    }
}
