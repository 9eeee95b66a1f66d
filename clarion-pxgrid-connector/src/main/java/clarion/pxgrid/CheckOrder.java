package clarion.pxgrid;

/**
 * A connection test that one process asks another to run.
 *
 * @param caller on whose behalf; a caller runs one test at a time
 * @param request what to test
 */
public record CheckOrder(String caller, CheckRequest request) {}
