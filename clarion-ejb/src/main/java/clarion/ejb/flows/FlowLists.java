package clarion.ejb.flows;

import static clarion.ejb.listing.ColumnType.BOOLEAN;
import static clarion.ejb.listing.ColumnType.INSTANT;
import static clarion.ejb.listing.ColumnType.INTEGER;
import static clarion.ejb.listing.ColumnType.IP;
import static clarion.ejb.listing.ColumnType.MAC;
import static clarion.ejb.listing.ColumnType.TEXT;

import clarion.domain.flows.Mark;
import clarion.domain.flows.Orientation;
import clarion.ejb.listing.Column;
import clarion.ejb.listing.ColumnType;
import clarion.ejb.listing.GroupedList;
import clarion.ejb.listing.ListDefinition;
import clarion.ejb.listing.SortKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists of flows: conversations, the buckets that they are counted in, and contradictions about SGTs. */
public final class FlowLists {

    private static final String JOINS = " JOIN flow_party c ON c.id = b.client JOIN flow_party s ON s.id = b.server"
            + " LEFT JOIN network_user cu ON cu.id = c.user_id LEFT JOIN network_user su ON su.id = s.user_id";

    private static final String SOURCE = " LEFT JOIN flow_source x ON x.id = b.exporter";

    private static final String[] KEYS = {
        "client", "server", "protocol", "service", "service_last", "client_sgt", "server_sgt"
    };

    private static final String CARRIED =
            "bit_or(b.evidence) AS evidence, bit_or(b.marks) AS marks," + " sum(b.answered) AS answered";

    private static final String[] JOINED = {
        "clientKind",
        "clientMac",
        "clientIp",
        "clientNetwork",
        "clientUserId",
        "clientUser",
        "serverKind",
        "serverMac",
        "serverIp",
        "serverNetwork",
        "serverUserId",
        "serverUser",
        "exporter"
    };

    private FlowLists() {}

    /** What was counted, as measures. */
    static List<Column> measures() {
        return List.of(
                sum("exporters", "count(DISTINCT b.exporter)"),
                sum("conversations", "sum(b.conversations + b.replies)::int8"),
                sum("answered", "sum(b.answered)::int8"),
                sum("refused", "sum(b.refused)::int8"),
                sum("replyOnly", "sum(b.replies)::int8"),
                sum("requestBytes", "sum(b.request_bytes)::int8"),
                sum("replyBytes", "sum(b.reply_bytes)::int8"),
                sum("bytes", "sum(b.request_bytes + b.reply_bytes)::int8"),
                sum("requestPackets", "sum(b.request_packets)::int8"),
                sum("replyPackets", "sum(b.reply_packets)::int8"),
                sum("sampling", "max(b.sampling)::int8"),
                measure("firstAt", INSTANT, "min(b.first_at)"),
                measure("lastAt", INSTANT, "max(b.last_at)"));
    }

    private static Column sum(String name, String sql) {
        return measure(name, INTEGER, sql);
    }

    private static Column measure(String name, ColumnType type, String sql) {
        return Column.of(name, type, sql).measured();
    }

    private static Column key(String name, ColumnType type, String sql) {
        return Column.of(name, type, sql).filterOnly();
    }

    /** SGT names as ISE has them now. */
    private static String sgtName(String sgt) {
        return "(SELECT g.name FROM security_group g WHERE g.sgt = " + sgt + " AND g.deleted_at IS NULL"
                + " ORDER BY g.name LIMIT 1)";
    }

    private static List<Column> keyColumns() {
        return List.of(
                key("clientKind", TEXT, "c.kind").required(),
                key("clientMac", MAC, "c.mac"),
                key("clientIp", IP, "c.ip"),
                key("clientNetwork", TEXT, "c.name"),
                key("clientUserId", INTEGER, "c.user_id"),
                key("clientUser", TEXT, "cu.identity"),
                key("clientSgt", INTEGER, "nullif(b.client_sgt, -1)"),
                key("clientSgtName", TEXT, sgtName("b.client_sgt")),
                key("serverKind", TEXT, "s.kind").required(),
                key("serverMac", MAC, "s.mac"),
                key("serverIp", IP, "s.ip"),
                key("serverNetwork", TEXT, "s.name"),
                key("serverUserId", INTEGER, "s.user_id"),
                key("serverUser", TEXT, "su.identity"),
                key("serverSgt", INTEGER, "nullif(b.server_sgt, -1)"),
                key("serverSgtName", TEXT, sgtName("b.server_sgt")),
                key("protocol", INTEGER, "b.protocol::int8").required(),
                key("service", INTEGER, "b.service::int8").required(),
                key("serviceLast", INTEGER, "b.service_last::int8").required(),
                key("exporter", TEXT, "x.name"));
    }

    /** A filter looks at single buckets, and what is counted is of those alone; what is shown is of any of them. */
    private static List<Column> conditions() {
        return List.of(
                flags(
                        "evidence",
                        "b.evidence",
                        Arrays.stream(Orientation.values()).map(o -> word(o.name(), o.bit()))),
                flags("marks", "b.marks", Arrays.stream(Mark.values()).map(m -> word(m.name(), m.bit()))),
                Column.of("anyAnswered", BOOLEAN, "(b.answered > 0)").required().filterOnly());
    }

    private record Word(String name, int bit) {}

    private static Word word(String name, int bit) {
        return new Word(name, bit);
    }

    /** Names of bits, separated by blanks: {@code evidence co "TCP_FLAGS"}. */
    private static Column flags(String name, String sql, Stream<Word> words) {
        String text = words.map(w -> "CASE WHEN " + sql + " & " + w.bit() + " <> 0 THEN '" + w.name() + "' END")
                .collect(Collectors.joining(", ", "concat_ws(' ', ", ")"));
        return Column.of(name, TEXT, text).required().filterOnly();
    }

    /** Conversations by who, with whom, and what service; each row counts all of the window. */
    static GroupedList conversations(Series series) {
        return list("conversations", series, List.of(), KEYS, CARRIED + ", min(b.exporter) AS exporter");
    }

    /** The buckets behind conversations. */
    static GroupedList buckets(Series series) {
        return list(
                "flow-buckets",
                series,
                List.of(key("at", INSTANT, "b.at").required()),
                Stream.concat(Stream.of("at", "exporter"), Arrays.stream(KEYS)).toArray(String[]::new),
                CARRIED);
    }

    private static GroupedList list(String name, Series series, List<Column> further, String[] keys, String carried) {
        List<Column> columns = new ArrayList<>(further);
        columns.addAll(keyColumns());
        columns.addAll(measures());
        columns.addAll(conditions());
        String id = Arrays.stream(keys)
                .map(key -> key.equals("at") ? "extract(epoch FROM b.at)::int8" : "b." + key)
                .collect(Collectors.joining(", ", "concat_ws('.', ", ")"));
        Column unique = Column.of("id", TEXT, id).required();
        columns.add(unique);
        ListDefinition definition = new ListDefinition(
                name,
                series.view() + " b",
                columns,
                List.of(
                        SortKey.descending(columns.stream()
                                .filter(column -> column.name().equals(further.isEmpty() ? "bytes" : "firstAt"))
                                .findFirst()
                                .orElseThrow()),
                        SortKey.ascending(unique)),
                List.of(),
                new ListDefinition.Detail(JOINS + SOURCE, Set.of(JOINED)));
        return GroupedList.of(definition, carried, keys);
    }

    /** SGTs that exporters saw of somebody whose session had another. */
    public static final ListDefinition FINDINGS = findings();

    private static ListDefinition findings() {
        List<Column> columns = List.of(
                Column.of("id", INTEGER, "f.id").required(),
                Column.of("mac", MAC, "p.mac"),
                Column.of("ip", IP, "p.ip"),
                Column.of("userId", INTEGER, "p.user_id"),
                Column.of("user", TEXT, "u.identity"),
                Column.of("exporter", TEXT, "x.name").required(),
                Column.of("recordSgt", INTEGER, "f.record_sgt::int8").required(),
                Column.of("sessionSgt", INTEGER, "f.session_sgt::int8").required(),
                Column.of("firstAt", INSTANT, "f.first_at").required(),
                Column.of("lastAt", INSTANT, "f.last_at").required(),
                Column.of("conversations", INTEGER, "f.conversations").required());
        return new ListDefinition(
                "flow-sgt-findings",
                "flow_sgt_finding f JOIN flow_party p ON p.id = f.party JOIN flow_source x ON x.id = f.source"
                        + " LEFT JOIN network_user u ON u.id = p.user_id",
                columns,
                List.of(SortKey.descending(columns.get(0))),
                ListDefinition.named(columns, "user", "exporter"));
    }
}
