package clarion.domain.policy;

import clarion.domain.policy.mining.Permit;
import clarion.domain.sgacl.Ace;
import java.util.List;

/**
 * One ACE of a cell, and where it comes from.
 *
 * @param ace what is permitted
 * @param requests what was mined and lets requests pass here
 * @param replies what was mined in the cell of the other direction and has its replies here
 */
public record PolicyLine(Ace ace, List<Permit> requests, List<Permit> replies) {

    public PolicyLine {
        requests = List.copyOf(requests);
        replies = List.copyOf(replies);
    }
}
