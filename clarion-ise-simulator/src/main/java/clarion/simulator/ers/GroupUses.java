package clarion.simulator.ers;

import clarion.simulator.IseVersion;
import clarion.simulator.groups.SecurityGroup;
import clarion.simulator.records.TrustSecConfig;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Who needs a security group, and what becomes of that when it is deleted. */
final class GroupUses {

    private final TrustSecConfig config;
    private final ErsSettings settings;
    private final List<Function<SecurityGroup, Optional<String>>> users = new CopyOnWriteArrayList<>();

    GroupUses(TrustSecConfig config, ErsSettings settings) {
        this.config = config;
        this.settings = settings;
    }

    /** Refuses a new group where there are several matrices, as ISE does until 3.4p2. */
    void beforeCreating(IseVersion version) {
        if (config.multipleMatrices() && !version.isAtLeast(IseVersion.V3_5)) {
            throw ErsFault.forbidden("Security Groups cannot be created over ERS while there are several matrices");
        }
    }

    /** Adds one who tells what of it needs a group, if anything does. */
    void add(Function<SecurityGroup, Optional<String>> user) {
        users.add(user);
    }

    /** Refuses, or, as an ISE of {@link ErsSettings#cascades} does, deletes the cells of the group first. */
    void beforeDeleting(SecurityGroup group) {
        for (Function<SecurityGroup, Optional<String>> user : users) {
            user.apply(group).ifPresent(name -> refuse(group, name));
        }
        for (JsonObject cell : config.cells().all()) {
            if (cell.getString("sourceSecurityGroupId").equals(group.id())
                    || cell.getString("destinationSecurityGroupId").equals(group.id())) {
                if (!settings.cascades()) {
                    refuse(group, "egress matrix cell " + cell.getString("name"));
                }
                config.deleteCell(cell.getString("id"));
            }
        }
    }

    private static void refuse(SecurityGroup group, String user) {
        throw ErsFault.store("Security Group " + group.name() + " is in use by " + user + " and cannot be deleted");
    }
}
