package clarion.launcher.analysis;

import clarion.domain.flows.identity.NetworkRange;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an analysis is made of.
 *
 * @param flows the file of flows
 * @param tables files of what is known of devices and users, by their kind; those that are not there are missing
 * @param internal networks of the campus beside private ones
 * @param seed of every random choice
 * @param identity whether what is known of devices counts, beside their addresses
 * @param previous the directory of the run before
 */
public record AnalysisInput(
        Path flows,
        Map<Table, Path> tables,
        List<NetworkRange> internal,
        long seed,
        boolean identity,
        Optional<Path> previous) {

    /** Kinds of tables, in the order in which they are read. */
    public enum Table {
        USERS,
        GROUPS,
        MEMBERSHIPS,
        ENDPOINTS,
        LEASES,
        SESSIONS;

        /** The option that names its file. */
        public String option() {
            return "--" + name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public AnalysisInput {
        tables = Map.copyOf(tables);
        internal = List.copyOf(internal);
    }
}
