package clarion.pxgrid;

/**
 * What a bulk download found.
 *
 * @param seen sessions that ISE named
 * @param closed sessions that were live here but unknown to ISE, now closed
 */
public record SnapshotOutcome(long seen, int closed) {}
