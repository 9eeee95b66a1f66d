package clarion.ejb.sessions;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.IP;
import static clarion.ejb.listing.ColumnType.MAC;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.ejb.listing.Column;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.SortKey;
import java.util.List;
import java.util.stream.Stream;

/** The columns of session lists. The newest session comes first; the id never changes, so pages stay stable. */
public final class SessionList {

    private static final String ANY_ADDRESS = "s.id IN (SELECT a.session_id FROM session_every_address a WHERE ";
    private static final Column.First FIRST_ADDRESS =
            new Column.First("s.ip", "EXISTS (SELECT 1 FROM session_address a WHERE a.session_id = s.id AND ");
    private static final String ANY_PROFILE =
            "EXISTS (SELECT 1 FROM jsonb_array_elements_text(s.authorization_profiles) AS p(name) WHERE ";

    /** Not joined: every count would pay for the join, which PostgreSQL cannot leave out. */
    private static final String SGT = "(SELECT g.sgt FROM security_group_name g WHERE g.name = s.sgt_name)";

    /** The first equality is the one of the index, the second is exact. */
    private static final String SGT_FILTER = "EXISTS (SELECT 1 FROM security_group_name g WHERE"
            + " lower(g.name) COLLATE \"C\" = lower(s.sgt_name) COLLATE \"C\" AND g.name = s.sgt_name AND ";

    private static final List<Column> COLUMNS = List.of(
            Column.of("id", INTEGER, "s.id").required(),
            Column.of("state", TEXT, "s.state").required().asFacet(),
            Column.of("live", BOOLEAN, "s.live").required().asFacet(),
            Column.of("startedAt", INSTANT, "s.started_at").required(),
            Column.of("updatedAt", INSTANT, "s.updated_at").required(),
            Column.of("endedAt", INSTANT, "s.ended_at"),
            Column.of("endReason", TEXT, "s.end_reason").asFacet(),
            Column.of("mac", MAC, "s.mac"),
            Column.of("ip", IP, "s.ip").matchingAny(ANY_ADDRESS, "a.ip", FIRST_ADDRESS),
            Column.of(
                            "ipAddresses",
                            IP,
                            "CASE WHEN s.ip IS NULL THEN '{}' ELSE array_prepend(host(s.ip), ARRAY(SELECT host(a.ip)"
                                    + " FROM session_address a WHERE a.session_id = s.id ORDER BY a.position)) END")
                    .matchingAny(ANY_ADDRESS, "a.ip", FIRST_ADDRESS)
                    .array(),
            Column.of("userName", TEXT, "s.user_name"),
            Column.of("user", TEXT, "u.identity"),
            Column.of("userId", INTEGER, "s.user_id"),
            Column.of("nasIp", IP, "s.nas_ip").asFacet(),
            Column.of("nasPort", TEXT, "s.nas_port"),
            Column.of("nasPortType", TEXT, "s.nas_port_type").asFacet(),
            Column.of("nasIdentifier", TEXT, "s.nas_identifier").asFacet(),
            Column.of("calledStationId", TEXT, "s.called_station_id"),
            Column.of("callingStationId", TEXT, "s.calling_station_id"),
            Column.of("ssid", TEXT, "s.ssid").asFacet(),
            Column.of("auditSessionId", TEXT, "s.audit_session_id"),
            Column.of("endpointProfile", TEXT, "s.endpoint_profile").asFacet(),
            Column.of("endpointOs", TEXT, "s.endpoint_os").asFacet(),
            Column.of("sgt", INTEGER, SGT).matchingAny(SGT_FILTER, "g.sgt").asFacet(),
            Column.of("sgtName", TEXT, "s.sgt_name").asFacet(),
            Column.of("authMethod", TEXT, "s.auth_method").asFacet(),
            Column.of("postureStatus", TEXT, "s.posture_status").asFacet(),
            Column.of(
                            "authorizationProfiles",
                            TEXT,
                            "ARRAY(SELECT jsonb_array_elements_text(s.authorization_profiles))")
                    .matchingAny(ANY_PROFILE, "p.name")
                    .array());

    /** Users, group, profile, port, switch, SSID and MAC address stand in one generated column. */
    private static final List<Column> SEARCHED = Stream.concat(
                    Stream.of(Column.of("searchText", TEXT, "s.search_text").shownOnly()),
                    ListDefinition.named(COLUMNS, "ip").stream())
            .toList();

    /** Every session, live and past. */
    public static final ListDefinition DEFINITION = new ListDefinition(
                    "sessions", "session s", COLUMNS, List.of(SortKey.descending(COLUMNS.get(0))), SEARCHED)
            .joining(" LEFT JOIN network_user u ON u.id = s.user_id", "user");

    /** What only the detail shows. */
    static final List<Column> DETAIL = List.of(
            Column.of("attributes", TEXT, "s.attributes::text").required().shownOnly());

    private SessionList() {}
}
