package clarion.ejb.groups;

import org.jspecify.annotations.Nullable;

/**
 * A security group by name, from ISE's catalogue or because sessions carry it.
 *
 * @param sgt the number; null if the catalogue has no group of that name
 * @param liveSessions sessions that carry the name now
 */
public record GroupRow(String name, @Nullable Integer sgt, long liveSessions) {}
