package clarion.ejb.connectors.leadership;

import java.util.List;

/**
 * Who leads and who stands by.
 *
 * @param term the present term, or the last one if nobody leads now
 * @param members the processes that lead or stand by, by name
 */
public record Leadership(Term term, List<Member> members) {

    public Leadership {
        members = List.copyOf(members);
    }
}
