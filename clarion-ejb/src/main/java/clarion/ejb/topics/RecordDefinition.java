package clarion.ejb.topics;

import clarion.pxgrid.records.IseRecord;
import java.util.List;
import java.util.function.Function;

/**
 * What the records of a topic are made of. The table has these columns and the common ones, which
 * {@code V4__topics.sql} explains.
 *
 * @param type of the records
 * @param table trusted constant
 * @param key the table's primary key
 * @param keyType PostgreSQL's name of it
 * @param keyOf a record's key as PostgreSQL reads it
 * @param columns all others, without the common ones
 * @param keepsDeleted what is gone stays until housekeeping finds it unused; otherwise until the next bulk download
 */
public record RecordDefinition<R extends IseRecord>(
        Class<R> type,
        String table,
        String key,
        String keyType,
        Function<R, String> keyOf,
        List<RecordColumn<R>> columns,
        boolean keepsDeleted) {

    public RecordDefinition {
        columns = List.copyOf(columns);
    }
}
