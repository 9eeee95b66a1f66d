package clarion.domain.policy.mining;

/**
 * Something that was seen, is not permitted, and that a person should decide about.
 *
 * @param reason why it is not simply permitted
 * @param client number of the group that asks
 * @param server number of the group that was asked
 * @param service what for
 * @param evidence what was seen
 * @param text the reason in words, with figures
 */
public record ReviewItem(Reason reason, int client, int server, Service service, Evidence evidence, String text) {

    /** Why, the most worth a look first. */
    public enum Reason {
        /** Seldom, but several were answered: quarter-end, backup, failover look like this. */
        RARE,
        /** One client alone was answered. */
        ONE_CLIENT,
        /** Many ask, but very few of a large group answer: those may be in the wrong group. */
        FEW_SERVERS,
        /** Several asked, and nobody was seen to answer. */
        UNANSWERED,
        /** Only scans were seen, and some of them were answered. */
        SCAN
    }
}
