package clarion.domain.groups;

/**
 * A security group as ISE knows it: sessions carry its name, packets its number.
 *
 * @param id ISE's own identifier, kept as it came
 * @param name unique in ISE; sessions refer to the group by it
 * @param sgt the number
 * @param description empty if ISE has none
 */
public record SecurityGroup(String id, String name, Sgt sgt, String description) {}
