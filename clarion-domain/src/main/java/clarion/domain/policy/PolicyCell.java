package clarion.domain.policy;

import clarion.domain.sgacl.Sgacl;
import java.util.List;

/**
 * What packets from one group to another may be.
 *
 * @param source number of the group that sends, or {@link clarion.domain.policy.mining.Groups#EXTERNAL}
 * @param destination number of the group that receives, or external
 * @param sgaclName the same for all cells that permit the same
 * @param sgacl ends with a line for all packets
 * @param lines per ACE but the last where it comes from
 */
public record PolicyCell(int source, int destination, String sgaclName, Sgacl sgacl, List<PolicyLine> lines) {

    public PolicyCell {
        lines = List.copyOf(lines);
    }
}
