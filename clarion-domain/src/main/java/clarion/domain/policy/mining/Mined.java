package clarion.domain.policy.mining;

import java.util.List;

/**
 * What mining proposes.
 *
 * @param groups who is who
 * @param permits by client group, server group and service
 * @param review what a person should decide about, in the same order within each reason
 * @param unknown conversations with addresses that belong to nobody known; the Unknown cells decide about them
 * @param multicast conversations with group addresses, about which the matrix does not decide
 * @param dead conversations with addresses that were never seen to send anything
 * @param scans conversations of scans, which count for nothing
 */
public record Mined(
        Groups groups,
        List<Permit> permits,
        List<ReviewItem> review,
        long unknown,
        long multicast,
        long dead,
        long scans) {

    public Mined {
        permits = List.copyOf(permits);
        review = List.copyOf(review);
    }
}
