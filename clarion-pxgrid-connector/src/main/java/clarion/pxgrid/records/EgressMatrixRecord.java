package clarion.pxgrid.records;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An egress matrix, which cells belong to; ISE tells of it only when it is asked, from 3.2 on (getEgressMatrices).
 *
 * @param id ISE's own
 * @param name such as {@code Production}
 * @param monitorAll no cell of it is enforced, whatever the cell says; null if ISE left it out
 */
public record EgressMatrixRecord(
        String id,
        String name,
        String description,
        @Nullable Boolean monitorAll) implements IseRecord {

    @Override
    public String key() {
        return id;
    }

    @Override
    public @Nullable Instant timestamp() {
        return null;
    }
}
