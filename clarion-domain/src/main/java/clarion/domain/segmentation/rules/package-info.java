/**
 * Which SGT a cluster should get, and by which authorization rule of ISE: with how many members a rule catches, misses
 * and wrongly catches.
 */
@NullMarked
package clarion.domain.segmentation.rules;

import org.jspecify.annotations.NullMarked;
