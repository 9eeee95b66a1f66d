package clarion.pxgrid;

/**
 * What a batch did to the stored picture.
 *
 * @param applied reports that changed something
 * @param duplicates reports that were known already, to the letter
 * @param superseded reports that were older than what is stored
 */
public record BatchOutcome(int applied, int duplicates, int superseded) {}
