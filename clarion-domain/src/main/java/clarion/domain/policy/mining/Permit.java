package clarion.domain.policy.mining;

/**
 * One service that a pair of groups may use.
 *
 * @param client number of the group that asks, or {@link Groups#EXTERNAL}
 * @param server number of the group that answers, or {@link Groups#EXTERNAL}
 * @param service what for
 * @param evidence what it rests on
 * @param why in words
 * @param replies whether replies are let pass: not where nobody ever answers
 */
public record Permit(int client, int server, Service service, Evidence evidence, String why, boolean replies) {}
