package clarion.domain.segmentation.decisions;

import java.util.Map;

/**
 * An endpoint as a run found it.
 *
 * @param found the cluster that fits best
 * @param second the one that fits second best; the same if there is no other
 * @param attributes what is known of it, by name
 */
public record Member(String endpoint, long found, long second, Map<String, String> attributes) {}
