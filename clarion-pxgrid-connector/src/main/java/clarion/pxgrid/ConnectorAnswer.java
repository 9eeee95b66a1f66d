package clarion.pxgrid;

/**
 * What a process says when another one asks it how the connection to ISE is doing.
 *
 * @param leads true if it is the one that holds the connection; else ask another
 * @param status as it sees it
 */
public record ConnectorAnswer(boolean leads, ConnectorStatus status) {}
