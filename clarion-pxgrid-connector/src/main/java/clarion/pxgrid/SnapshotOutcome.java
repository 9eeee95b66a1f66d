package clarion.pxgrid;

/**
 * What a bulk download found.
 *
 * @param seen what ISE named
 * @param missing of these, not known here, and older than what had been complete
 * @param different of these, known otherwise here, and older than what had been complete
 * @param closed known here as present but unknown to ISE, now closed or removed
 */
public record SnapshotOutcome(long seen, long missing, long different, long closed) {}
