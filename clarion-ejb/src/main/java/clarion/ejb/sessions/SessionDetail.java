package clarion.ejb.sessions;

import java.util.Map;

/**
 * A session with everything that ISE said about it.
 *
 * @param attributes fields without a column of their own, by wire name
 */
public record SessionDetail(SessionRow session, Map<String, String> attributes) {}
