package clarion.pxgrid;

import clarion.pxgrid.records.IseRecord;
import java.util.List;

/**
 * A bounded part of a bulk download of a topic other than {@link Topic#SESSIONS}.
 *
 * @param snapshot the download it belongs to
 * @param records in ISE's order; none of them is a deletion
 */
public record RecordPage(Snapshot snapshot, List<IseRecord> records) {

    public RecordPage {
        records = List.copyOf(records);
    }
}
