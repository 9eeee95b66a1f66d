package clarion.ejb.topics;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The statements of one topic's table; their text depends on nothing but the definition. */
final class RecordSql {

    /** In the order of the batch: what is stored of each record's key, and whether it is the same. */
    final String load;

    /** As {@link #load}, with an eye on the compared columns only. */
    final String loadCompared;

    final String upsert;
    final String entomb;
    final String confirm;
    final String name;
    final String end;
    final String forget;
    final String count;

    RecordSql(RecordDefinition<?> topic) {
        List<? extends RecordColumn<?>> columns = topic.columns();
        String table = topic.table();
        String key = topic.key();
        String names = each(columns, RecordColumn::name);
        String arrays = "?::" + topic.keyType() + "[], " + each(columns, c -> "?::" + c.type() + "[]");
        load = load(topic, arrays, columns.stream());
        loadCompared = load(topic, arrays, columns.stream().filter(RecordColumn::compared));
        upsert = "insert into " + table + " as t (" + key + ", " + names
                + ", ise_at, received_at, deleted_at, named_by, finding) select " + key + ", " + names
                + ", ise_at, ?::timestamptz, null, ?::uuid, finding from unnest(" + arrays
                + ", ?::timestamptz[], ?::text[]) n(" + key + ", " + names + ", ise_at, finding) on conflict (" + key
                + ") do update set " + each(columns, RecordColumn::assignment)
                + ", ise_at = coalesce(excluded.ise_at, t.ise_at),"
                + " received_at = greatest(t.received_at, excluded.received_at), deleted_at = null,"
                + " named_by = coalesce(excluded.named_by, t.named_by), finding = excluded.finding";
        entomb = "insert into " + table + " as t (" + key + ", " + names
                + ", ise_at, received_at, deleted_at) select " + key + ", " + names
                + ", ise_at, r.at, coalesce(ise_at, r.at) from (select ?::timestamptz) r(at), unnest(" + arrays
                + ", ?::timestamptz[]) n(" + key + ", " + names + ", ise_at) on conflict (" + key
                + ") do update set ise_at = coalesce(excluded.ise_at, t.ise_at),"
                + " received_at = greatest(t.received_at, excluded.received_at), deleted_at = excluded.deleted_at,"
                + " finding = null";
        String keys = key + " = any(?::" + topic.keyType() + "[])";
        confirm = "update " + table + " set received_at = greatest(received_at, ?::timestamptz), finding = null where "
                + keys;
        name = "update " + table
                + " set named_by = ?::uuid, finding = null where named_by is distinct from ?::uuid and " + keys;
        end = "update " + table + " set deleted_at = ?::timestamptz, received_at = ?::timestamptz, finding = null"
                + " where deleted_at is null and received_at < ?::timestamptz and named_by is distinct from ?::uuid";
        forget = "delete from " + table + " where deleted_at is not null and received_at < ?::timestamptz";
        count = "select count(*), count(*) filter (where finding = 'MISSING'),"
                + " count(*) filter (where finding = 'DIFFERENT') from " + table + " where named_by = ?::uuid";
    }

    private static String load(RecordDefinition<?> topic, String arrays, Stream<? extends RecordColumn<?>> compared) {
        return "select t." + topic.key() + " is not null, t.received_at, t.ise_at, t.deleted_at is not null, "
                + compared.map(RecordColumn::same).collect(Collectors.joining(" and "))
                + " from unnest(" + arrays + ") with ordinality n(" + topic.key() + ", "
                + each(topic.columns(), RecordColumn::name) + ", ordinality) left join " + topic.table() + " t on t."
                + topic.key() + " = n." + topic.key() + " order by n.ordinality";
    }

    private static String each(List<? extends RecordColumn<?>> columns, Function<RecordColumn<?>, String> part) {
        return columns.stream().map(part).collect(Collectors.joining(", "));
    }
}
