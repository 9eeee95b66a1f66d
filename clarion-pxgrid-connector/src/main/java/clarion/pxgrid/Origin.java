package clarion.pxgrid;

/** How a record came from ISE. */
public enum Origin {
    /** An event of the live stream. */
    LIVE,
    /** Asked for again, to close a gap. */
    RECOVERY,
    /** A part of a bulk download. */
    BULK
}
