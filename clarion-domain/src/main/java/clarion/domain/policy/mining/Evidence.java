package clarion.domain.policy.mining;

/**
 * What a service of a pair of groups rests on. Scans are not in these figures.
 *
 * @param clients distinct clients that asked
 * @param answeredClients those of them that got an answer, or go on asking day after day as nobody does without one
 * @param servers distinct servers that were asked
 * @param conversations how often
 * @param answered how many of those were seen both ways
 * @param days on how many days
 * @param firstDay the first of them, counted from 0
 * @param lastDay the last of them
 * @param ports distinct ports that were asked for
 * @param scans conversations of scans that were left out
 */
public record Evidence(
        int clients,
        int answeredClients,
        int servers,
        int conversations,
        int answered,
        int days,
        int firstDay,
        int lastDay,
        int ports,
        int scans) {

    /** Share of conversations with an answer, 0 to 1. */
    public double answeredShare() {
        return conversations == 0 ? 0 : (double) answered / conversations;
    }
}
