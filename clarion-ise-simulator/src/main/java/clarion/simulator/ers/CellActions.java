package clarion.simulator.ers;

import clarion.simulator.records.BuiltIn;
import clarion.simulator.records.Cell;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is done with cells by PUT beside changing one: clear all, set the status of all, clone one. */
final class CellActions {

    /** The verb in the path of the status action, and the status. */
    private static final Map<String, String> STATUSES =
            Map.of("ENABLE", "ENABLED", "DISABLE", "DISABLED", "MONITOR", "MONITOR");

    private final TrustSecConfig config;
    private final CellResource cells;
    private final Staging staging;

    CellActions(TrustSecConfig config, CellResource cells, Staging staging) {
        this.config = config;
        this.cells = cells;
        this.staging = staging;
    }

    @Nullable
    ErsReply act(ErsCall call) {
        List<String> path = call.segments();
        String action = path.size() < 2 ? "" : path.get(1);
        boolean known = action.equals("clearallmatrixcells") && path.size() == 2
                || action.equals("status") && path.size() == 3
                || action.equals("clonecell")
                        && path.size() == 7
                        && path.get(3).equals("srcSgt")
                        && path.get(5).equals("dstSgt");
        if (!known) {
            return null;
        }
        if (!call.method().equals("PUT")) {
            throw ErsFault.unsupportedMethod(call.method(), "PUT");
        }
        switch (action) {
            case "status" -> setAll(path.get(2));
            case "clonecell" -> copy(path.get(2), path.get(4), path.get(6));
            default -> all().forEach(cell -> staging.edit(() -> config.deleteCell(cell.id())));
        }
        return ErsReply.done();
    }

    private List<Cell> all() {
        return config.cellsOf(TrustSecConfig.MATRIX_ID).all().stream()
                .map(Cell::of)
                .filter(cell -> !cell.id().equals(BuiltIn.DEFAULT_CELL))
                .toList();
    }

    private void setAll(String verb) {
        String status = STATUSES.get(verb);
        if (status == null) {
            throw ErsFault.invalid("The status is ENABLE, DISABLE or MONITOR, not " + verb);
        }
        all().stream()
                .filter(cell -> !cell.status().equals(status))
                .forEach(cell -> staging.edit(() -> config.putCell(cell.withStatus(status))));
    }

    private void copy(String id, String source, String destination) {
        JsonObject original = config.cells().find(id).orElseThrow(() -> ErsFault.notFound(cells.unknown(id)));
        cells.add(Cell.of(original).between(UUID.randomUUID().toString(), source, destination));
    }
}
